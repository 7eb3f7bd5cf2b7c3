import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { WorkContractEntity } from '../modules/work';
import { YearMonths } from './year-months';

/** Validated hours of one work contract in one year; written by triggers only. */
@Entity('work_year')
@Index('ix_work_year_year', ['year'])
export class WorkYearEntity extends YearMonths {
  @ForeignKey(() => WorkContractEntity, { name: 'fk_work_year_work_contract', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'bigint', name: 'work_contract_id', primaryKeyConstraintName: 'pk_work_year' })
  workContractId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_work_year' })
  year!: number;

  @Column({ type: 'bigint', name: 'lot_id' })
  lotId!: string;

  @Column({ type: 'bigint', name: 'employer_id' })
  employerId!: string;

  @Column({ type: 'text', collation: 'C' })
  type!: string;

  @Column({ type: 'text', name: 'execution_mode', collation: 'C' })
  executionMode!: string;

  @Column({ type: 'bigint', name: 'participant_id' })
  participantId!: string;

  @Column({ type: 'text', collation: 'C' })
  sex!: string;

  @Column({ type: 'integer', name: 'birth_year', nullable: true })
  birthYear!: number | null;

  @Column({ type: 'text', name: 'education_level', collation: 'C' })
  educationLevel!: string;

  @Column({ type: 'text', collation: 'C' })
  criterion!: string;

  @Column({ type: 'boolean', name: 'lives_in_qpv', nullable: true })
  livesInQpv!: boolean | null;
}
