import { Column, Entity } from 'typeorm';
import { RegistryEntity } from '../database';

/** A run of the conformance kit by the registry itself. */
@Entity({ name: 'conformance_run' })
export class ConformanceRunEntity extends RegistryEntity {
  @Column({ name: 'region_code', type: 'text' })
  regionCode!: string;

  @Column({ type: 'text' })
  url!: string;

  @Column({ name: 'schema_version', type: 'text' })
  schemaVersion!: string;

  @Column({ name: 'is_passed', type: 'boolean' })
  isPassed!: boolean;

  @Column({ name: 'ran_by', type: 'text' })
  ranBy!: string;

  @Column({ type: 'jsonb' })
  report!: object;
}
