import { Column } from 'typeorm';
import { YearMonths } from './year-months';

/** A year of months of a work contract, and what its person and itself are grouped, filtered and counted by. */
export abstract class WorkMonths extends YearMonths {
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
