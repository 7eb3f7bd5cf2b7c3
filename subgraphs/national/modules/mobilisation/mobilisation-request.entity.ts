import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';
import { MobilisationProgrammeEntity } from './mobilisation-programme.entity';
import type { Lot, Sizing } from './size-operation';
import type { MobilisationState } from './transitions';

/** What is bought: the words of the code of public procurement. */
export type OperationKind = 'WORKS' | 'SERVICES' | 'SUPPLIES';

/**
 * An operation that a buyer announced, and where it stands. `version` counts its changes: whoever changes it says which
 * version they saw. Its identifier outside is `publicId`: numbers in order would tell a buyer of others' requests.
 */
@Entity({ name: 'mobilisation_request' })
@Check('ck_mobilisation_request_origin', ORIGIN_CHECK)
@Check('ck_mobilisation_request_siren', "siren ~ '^[0-9]{9}$'")
@Check('ck_mobilisation_request_kind', "kind IN ('WORKS', 'SERVICES', 'SUPPLIES')")
@Check('ck_mobilisation_request_amount', 'amount > 0')
@Check('ck_mobilisation_request_dates', 'ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on')
@Check(
  'ck_mobilisation_request_state',
  "state IN ('ANNOUNCED', 'TAKEN_OVER', 'SIZED', 'CLAUSE_DRAFTED', 'NOTIFIED', 'IN_EXECUTION', 'CLOSED', 'DECLINED')",
)
@Check('ck_mobilisation_request_declined', "(state = 'DECLINED') = (decline_reason IS NOT NULL)")
@Check('ck_mobilisation_request_holder', 'NOT (desk IS NOT NULL AND handled_by_coordination)')
@Unique('uq_mobilisation_request_public_id', ['publicId'])
@Index('ix_mobilisation_request_siren', ['siren', 'createdAt'])
@Index('ix_mobilisation_request_region', ['regionCode', 'createdAt'])
@Index('ix_mobilisation_request_due', ['dueAt'])
export class MobilisationRequestEntity extends NationalEntity {
  @Column({ name: 'public_id', type: 'uuid' })
  publicId!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'text' })
  siren!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Column({ type: 'text' })
  kind!: OperationKind;

  /** Eight digits, without the check digit. */
  @Column({ type: 'text', nullable: true })
  cpv!: string | null;

  /** Euros, excluding tax. */
  @Column({ type: 'numeric', precision: 14, scale: 2 })
  amount!: string;

  @Column({ name: 'region_code', type: 'text' })
  regionCode!: string;

  @Column({ type: 'text', nullable: true })
  departement!: string | null;

  @Column({ type: 'text', nullable: true })
  commune!: string | null;

  @Column({ name: 'consultation_on', type: 'date', nullable: true })
  consultationOn!: string | null;

  @Column({ name: 'starts_on', type: 'date', nullable: true })
  startsOn!: string | null;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: string | null;

  @Column({ type: 'jsonb', default: [] })
  lots!: Lot[];

  @Column({ type: 'text' })
  state!: MobilisationState;

  @Column({ name: 'waiting_since', type: 'timestamptz' })
  waitingSince!: Date;

  /** End of the agreed delay of the state; null where nothing is awaited. */
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true })
  dueAt!: Date | null;

  /** Global identifiers of the desks that the coordination sent it to. */
  @Column({ name: 'addressed_desks', type: 'text', array: true, default: '{}' })
  addressedDesks!: string[];

  /** The desk that took it over. */
  @Column({ type: 'text', nullable: true })
  desk!: string | null;

  /** In a white zone the coordination takes a request over itself. */
  @Column({ name: 'handled_by_coordination', type: 'boolean', default: false })
  handledByCoordination!: boolean;

  @Column({ name: 'proposed_sizing', type: 'jsonb' })
  proposedSizing!: Sizing;

  @Column({ name: 'agreed_sizing', type: 'jsonb', nullable: true })
  agreedSizing!: Sizing | null;

  @Column({ name: 'decline_reason', type: 'text', nullable: true })
  declineReason!: string | null;

  @ManyToOne(() => MobilisationProgrammeEntity, { nullable: true })
  @JoinColumn({ name: 'programme_id', foreignKeyConstraintName: 'fk_mobilisation_request_programme' })
  programme!: MobilisationProgrammeEntity | null;

  @Column({ name: 'programme_line', type: 'integer', nullable: true })
  programmeLine!: number | null;
}
