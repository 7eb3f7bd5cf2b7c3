import { Check, Column, Entity, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';

/** A one-stop desk (guichet unique). */
@Entity('desk')
@Unique('uq_desk_reference', ['reference'])
@Check('ck_desk_origin', ORIGIN_CHECK)
@Check('ck_desk_dates', 'closed_on IS NULL OR closed_on >= opened_on')
export class DeskEntity extends BookEntity {
  /** What the coordination calls the desk by in its files, unique in the region. */
  @Column({ type: 'text', nullable: true })
  reference!: string | null;

  @Column({ type: 'text' })
  name!: string;

  /** Code list HOST_TYPE. */
  @Column({ type: 'text', name: 'host_type' })
  hostType!: string;

  @Column({ type: 'text', nullable: true })
  siret!: string | null;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ type: 'date', name: 'opened_on' })
  openedOn!: string;

  /** Day on which the desk closed: expected to declare until its month, no longer open at the end of that day. */
  @Column({ type: 'date', name: 'closed_on', nullable: true })
  closedOn!: string | null;
}
