import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { ParticipantEntity } from './participant.entity';

/** One of the criteria by which a person is eligible. Health, judicial and asylum criteria are sealed with the key of the region. */
@Entity('participant_criterion')
@Index('ix_participant_criterion_participant', ['participantId'])
@Check('ck_participant_criterion_sealed', '(criterion IS NULL) <> (sealed_criterion IS NULL)')
@Check('ck_participant_criterion_dates', 'valid_to IS NULL OR valid_to >= valid_from')
@Check('ck_participant_criterion_origin', ORIGIN_CHECK)
@Check(
  'ck_participant_criterion_open',
  `origin = 'DEMONSTRATION' OR criterion NOT IN ('DISABLED_WORKER', 'MINIMUM_BENEFITS', 'PRISON_LEAVER', 'REFUGEE')`,
)
export class ParticipantCriterionEntity extends BookEntity {
  @ForeignKey(() => ParticipantEntity, { name: 'fk_participant_criterion_participant' })
  @Column({ type: 'bigint', name: 'participant_id' })
  participantId!: string;

  /** Code list CRITERION; null when it is sealed. */
  @Column({ type: 'text', nullable: true })
  criterion!: string | null;

  @Column({ type: 'bytea', name: 'sealed_criterion', nullable: true })
  sealedCriterion!: Buffer | null;

  /** Code of the local list it was entered by; null when sealed. */
  @Column({ type: 'text', name: 'local_code', nullable: true })
  localCode!: string | null;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  /** Last day of validity; null while it has none. */
  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;
}
