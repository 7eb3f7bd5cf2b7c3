import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { DeskEntity } from '../desk';

/** What the decision makers of a territory decided, seen by its actors and nationally. */
@Entity('territory_strategy')
@Unique('uq_territory_strategy', ['deskId', 'validFrom'])
@Check('ck_territory_strategy_hours', 'hours_per_year >= 0')
@Check('ck_territory_strategy_persons', 'persons_per_year >= 0')
@Check('ck_territory_strategy_dates', 'valid_to IS NULL OR valid_to >= valid_from')
@Check('ck_territory_strategy_origin', ORIGIN_CHECK)
export class TerritoryStrategyEntity extends BookEntity {
  @ForeignKey(() => DeskEntity, { name: 'fk_territory_strategy_desk' })
  @Column({ type: 'bigint', name: 'desk_id' })
  deskId!: string;

  @Column({ type: 'text' })
  title!: string;

  /** Body that decided, such as a conseil communautaire. */
  @Column({ type: 'text', name: 'decided_by' })
  decidedBy!: string;

  @Column({ type: 'date', name: 'decided_on' })
  decidedOn!: string;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  /** Last day of validity; null while it has none. */
  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column({ type: 'numeric', name: 'hours_per_year', precision: 12, scale: 2, nullable: true })
  hoursPerYear!: string | null;

  @Column({ type: 'integer', name: 'persons_per_year', nullable: true })
  personsPerYear!: number | null;

  /** Codes of the list CRITERION. */
  @Column({ type: 'text', name: 'priority_publics', array: true, default: '{}' })
  priorityPublics!: string[];

  /** Codes of the list SECTOR. */
  @Column({ type: 'text', name: 'priority_sectors', array: true, default: '{}' })
  prioritySectors!: string[];

  @Column({ type: 'text', nullable: true })
  summary!: string | null;
}
