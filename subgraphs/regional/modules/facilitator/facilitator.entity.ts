import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { DeskEntity } from '../desk';

/** A facilitator of a desk. */
@Entity('facilitator')
@Index('ix_facilitator_desk', ['deskId'])
@Check('ck_facilitator_origin', ORIGIN_CHECK)
@Check('ck_facilitator_share', 'full_time_share > 0 AND full_time_share <= 1')
export class FacilitatorEntity extends BookEntity {
  @ForeignKey(() => DeskEntity, { name: 'fk_facilitator_desk' })
  @Column({ type: 'bigint', name: 'desk_id' })
  deskId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  /** Part of a full-time post, above 0 and at most 1. */
  @Column({ type: 'numeric', name: 'full_time_share', precision: 3, scale: 2, default: 1 })
  fullTimeShare!: string;

  @Column({ type: 'date', name: 'started_on' })
  startedOn!: string;

  /** Day on which the facilitator left: no longer in post at the end of that day. */
  @Column({ type: 'date', name: 'ended_on', nullable: true })
  endedOn!: string | null;
}
