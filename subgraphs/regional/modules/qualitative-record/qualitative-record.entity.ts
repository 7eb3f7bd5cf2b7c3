import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { DeskEntity } from '../desk';

/** A good practice, a testimony or a point of attention. It leaves the region only between shared_on and withdrawn_on. */
@Entity('qualitative_record')
@Index('ix_qualitative_record_desk', ['deskId'])
@Check('ck_qualitative_record_kind', `kind IN ('GOOD_PRACTICE', 'TESTIMONY', 'POINT_OF_ATTENTION')`)
@Check('ck_qualitative_record_territory', `territory_kind IN ('COMMUNE', 'EPCI', 'DEPARTEMENT')`)
@Check('ck_qualitative_record_origin', ORIGIN_CHECK)
export class QualitativeRecordEntity extends BookEntity {
  @ForeignKey(() => DeskEntity, { name: 'fk_qualitative_record_desk' })
  @Column({ type: 'bigint', name: 'desk_id' })
  deskId!: string;

  @Column({ type: 'text' })
  kind!: 'GOOD_PRACTICE' | 'TESTIMONY' | 'POINT_OF_ATTENTION';

  /** Code list RECORD_THEME. */
  @Column({ type: 'text' })
  theme!: string;

  @Column({ type: 'text', name: 'territory_kind', nullable: true })
  territoryKind!: string | null;

  @Column({ type: 'text', name: 'territory_code', nullable: true })
  territoryCode!: string | null;

  @Column({ type: 'text' })
  author!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'date', name: 'occurred_on' })
  occurredOn!: string;

  /** Day on which the author agreed to share it nationally; null without consent. */
  @Column({ type: 'date', name: 'shared_on', nullable: true })
  sharedOn!: string | null;

  /** Day on which the consent was withdrawn. */
  @Column({ type: 'date', name: 'withdrawn_on', nullable: true })
  withdrawnOn!: string | null;
}
