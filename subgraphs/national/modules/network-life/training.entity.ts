import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';

/** A training, or a session in which desks exchange their practice. */
export type TrainingKind = 'TRAINING' | 'PRACTICE_SESSION';

/** A training of the association, or of a region. */
@Entity({ name: 'training' })
@Check('ck_training_origin', ORIGIN_CHECK)
@Check('ck_training_kind', "kind IN ('TRAINING', 'PRACTICE_SESSION')")
@Check('ck_training_seats', 'seats > 0')
@Check('ck_training_validity', 'validity_months > 0')
@Check('ck_training_times', 'ends_at > starts_at')
@Check('ck_training_place', 'place IS NOT NULL OR remote_url IS NOT NULL')
@Unique('uq_training_public_id', ['publicId'])
@Index('ix_training_starts_at', ['startsAt'])
export class TrainingEntity extends NationalEntity {
  @Column({ name: 'public_id', type: 'uuid' })
  publicId!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'text' })
  kind!: TrainingKind;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  theme!: string;

  @Column({ type: 'text', nullable: true })
  description!: string | null;

  /** Null for one of the association. */
  @Column({ name: 'region_code', type: 'text', nullable: true })
  regionCode!: string | null;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  @Column({ type: 'text', nullable: true })
  place!: string | null;

  @Column({ name: 'remote_url', type: 'text', nullable: true })
  remoteUrl!: string | null;

  @Column({ type: 'integer' })
  seats!: number;

  /** Months for which what is learned counts as current; null for ever. */
  @Column({ name: 'validity_months', type: 'integer', nullable: true })
  validityMonths!: number | null;

  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true })
  cancelledAt!: Date | null;

  @Column({ name: 'created_by', type: 'text' })
  createdBy!: string;
}

/** The seats of one desk, and how many of its people came. Numbers only: the hub needs no list of persons. */
@Entity({ name: 'training_seat' })
@Check('ck_training_seat_origin', ORIGIN_CHECK)
@Check('ck_training_seat_seats', 'seats >= 0')
@Check('ck_training_seat_attended', 'attended >= 0')
@Unique('uq_training_seat_desk', ['training', 'desk'])
@Index('ix_training_seat_desk', ['desk'])
export class TrainingSeatEntity extends NationalEntity {
  @ManyToOne(() => TrainingEntity, { nullable: false })
  @JoinColumn({ name: 'training_id', foreignKeyConstraintName: 'fk_training_seat_training' })
  training!: TrainingEntity;

  /** Global identifier. */
  @Column({ type: 'text' })
  desk!: string;

  @Column({ type: 'integer' })
  seats!: number;

  /** Null until the organiser says. */
  @Column({ type: 'integer', nullable: true })
  attended!: number | null;
}
