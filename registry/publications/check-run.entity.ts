import { Check, Column, Entity } from 'typeorm';
import type { CheckResult } from '../checks';
import { RegistryEntity } from '../database';

/** A run of the checks and what it found. */
@Entity({ name: 'check_run' })
@Check('ck_check_run_conclusion', "conclusion IN ('PASSED', 'FAILED')")
export class CheckRunEntity extends RegistryEntity {
  @Column({ name: 'region_code', type: 'text' })
  regionCode!: string;

  @Column({ type: 'text' })
  conclusion!: 'PASSED' | 'FAILED';

  @Column({ name: 'checked_by', type: 'text' })
  checkedBy!: string;

  @Column({ type: 'text' })
  checksum!: string;

  @Column({ name: 'schema_version', type: 'text' })
  schemaVersion!: string;

  @Column({ type: 'text' })
  url!: string;

  /** Number of the supergraph that it was compared with; null when there was none. */
  @Column({ name: 'compared_with', type: 'integer', nullable: true })
  comparedWith!: number | null;

  @Column({ type: 'jsonb' })
  checks!: readonly CheckResult[];
}
