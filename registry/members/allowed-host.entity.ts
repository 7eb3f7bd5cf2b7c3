import { Check, Column, Entity, Unique } from 'typeorm';
import { RegistryEntity } from '../database';

/** A host from which a national administrator lets a region serve. */
@Entity({ name: 'allowed_host' })
@Check('ck_allowed_host_host', 'host = lower(host) AND length(host) BETWEEN 1 AND 253')
@Unique('uq_allowed_host_region_host', ['regionCode', 'host'])
export class AllowedHostEntity extends RegistryEntity {
  @Column({ name: 'region_code', type: 'text' })
  regionCode!: string;

  @Column({ type: 'text' })
  host!: string;
}
