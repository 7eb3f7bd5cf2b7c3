import { Check, Column, Entity, JoinColumn, ManyToOne, Unique } from 'typeorm';
import { RegistryEntity } from '../database';
import { CheckRunEntity } from './check-run.entity';

/** What a region published once. */
@Entity({ name: 'publication' })
@Check('ck_publication_number', 'number > 0')
@Check('ck_publication_checksum', "checksum ~ '^[0-9a-f]{64}$'")
@Unique('uq_publication_region_number', ['regionCode', 'number'])
export class PublicationEntity extends RegistryEntity {
  @Column({ name: 'region_code', type: 'text' })
  regionCode!: string;

  /** Within the region: 1, 2, 3. */
  @Column({ type: 'integer' })
  number!: number;

  @Column({ name: 'schema_version', type: 'text' })
  schemaVersion!: string;

  @Column({ type: 'text' })
  url!: string;

  @Column({ type: 'text' })
  sdl!: string;

  /** SHA-256 of schema, version and address together. */
  @Column({ type: 'text' })
  checksum!: string;

  /** Whether every check passed: what did not is never served. */
  @Column({ name: 'is_servable', type: 'boolean' })
  isServable!: boolean;

  @Column({ name: 'published_by', type: 'text' })
  publishedBy!: string;

  @Column({ name: 'check_run_id', type: 'bigint' })
  checkRunId!: string;

  @ManyToOne(() => CheckRunEntity)
  @JoinColumn({ name: 'check_run_id', foreignKeyConstraintName: 'fk_publication_check_run' })
  checkRun?: CheckRunEntity;
}
