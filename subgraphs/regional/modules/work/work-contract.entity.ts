import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BookEntity, ORIGIN_CHECK } from '../../books';
import { ContractorEntity } from '../contractor';
import { DeskEntity } from '../desk';
import { LotEntity } from '../lot';
import { ParticipantEntity } from '../participant';

/** An employment of a participant that counts for a lot. */
@Entity('work_contract')
@Unique('uq_work_contract_reference', ['deskId', 'reference'])
@Index('ix_work_contract_participant', ['participantId'])
@Index('ix_work_contract_lot', ['lotId'])
@Check('ck_work_contract_origin', ORIGIN_CHECK)
@Check('ck_work_contract_weekly_hours', 'weekly_hours > 0')
export class WorkContractEntity extends BookEntity {
  @ForeignKey(() => ParticipantEntity, { name: 'fk_work_contract_participant' })
  @Column({ type: 'bigint', name: 'participant_id' })
  participantId!: string;

  @ForeignKey(() => LotEntity, { name: 'fk_work_contract_lot' })
  @Column({ type: 'bigint', name: 'lot_id' })
  lotId!: string;

  @ForeignKey(() => DeskEntity, { name: 'fk_work_contract_desk' })
  @Column({ type: 'bigint', name: 'desk_id' })
  deskId!: string;

  @ForeignKey(() => ContractorEntity, { name: 'fk_work_contract_employer' })
  @Column({ type: 'bigint', name: 'employer_id' })
  employerId!: string;

  /** Code list WORK_CONTRACT_TYPE. */
  @Column({ type: 'text' })
  type!: string;

  /** Code list EXECUTION_MODE. */
  @Column({ type: 'text', name: 'execution_mode' })
  executionMode!: string;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: string;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: string | null;

  /** What the desk calls the work contract by, unique for the desk. */
  @Column({ type: 'text', nullable: true })
  reference!: string | null;

  /** Hours per week that the contract is for. */
  @Column({ type: 'numeric', name: 'weekly_hours', precision: 4, scale: 2, nullable: true })
  weeklyHours!: string | null;
}
