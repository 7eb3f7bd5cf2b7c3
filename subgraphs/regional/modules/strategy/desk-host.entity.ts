import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { DeskEntity } from '../desk';

/** Who carries a desk, and since when. */
@Entity('desk_host')
@Unique('uq_desk_host', ['deskId', 'since'])
@Check('ck_desk_host_siret', `siret ~ '^[0-9]{14}$'`)
@Check('ck_desk_host_dates', 'until IS NULL OR until >= since')
@Check('ck_desk_host_origin', ORIGIN_CHECK)
export class DeskHostEntity extends BookEntity {
  @ForeignKey(() => DeskEntity, { name: 'fk_desk_host_desk' })
  @Column({ type: 'bigint', name: 'desk_id' })
  deskId!: string;

  /** Code list HOST_TYPE. */
  @Column({ type: 'text', name: 'host_type' })
  hostType!: string;

  @Column({ type: 'text' })
  organisation!: string;

  @Column({ type: 'text', nullable: true })
  siret!: string | null;

  @Column({ type: 'date' })
  since!: string;

  @Column({ type: 'date', nullable: true })
  until!: string | null;
}
