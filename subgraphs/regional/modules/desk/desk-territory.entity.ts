import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { DeskEntity } from './desk.entity';

/** Kinds of territory, the widest first. */
export const TERRITORY_KINDS = ['DEPARTEMENT', 'EPCI', 'COMMUNE'] as const;

/** A territory that a desk covers. */
@Entity('desk_territory')
@Unique('uq_desk_territory', ['deskId', 'kind', 'code'])
@Index('ix_desk_territory_code', ['kind', 'code'])
@Check('ck_desk_territory_origin', ORIGIN_CHECK)
@Check('ck_desk_territory_kind', `kind IN ('COMMUNE', 'EPCI', 'DEPARTEMENT')`)
export class DeskTerritoryEntity extends BookEntity {
  @ForeignKey(() => DeskEntity, { name: 'fk_desk_territory_desk' })
  @Column({ type: 'bigint', name: 'desk_id' })
  deskId!: string;

  @Column({ type: 'text' })
  kind!: (typeof TERRITORY_KINDS)[number];

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;
}
