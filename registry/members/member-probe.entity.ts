import { Column, Entity, Unique } from 'typeorm';
import { RegistryEntity } from '../database';

/** What a probe of the registry's own can say of a region. */
export type ProbeStatus = 'LIVE' | 'TIMEOUT' | 'UNREACHABLE' | 'INVALID' | 'REFUSED';

/** The registry's last probe of a region. */
@Entity({ name: 'member_probe' })
@Unique('uq_member_probe_region', ['regionCode'])
export class MemberProbeEntity extends RegistryEntity {
  @Column({ name: 'region_code', type: 'text' })
  regionCode!: string;

  @Column({ type: 'text' })
  status!: ProbeStatus;

  @Column({ name: 'probed_at', type: 'timestamptz' })
  probedAt!: Date;

  /** Null when nothing came back. */
  @Column({ name: 'latency_ms', type: 'integer', nullable: true })
  latencyMs!: number | null;
}
