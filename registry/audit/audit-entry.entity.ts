import { Column, Entity } from 'typeorm';
import { RegistryEntity } from '../database';

/** One change, written down in the transaction that made it. */
@Entity({ name: 'audit_entry' })
export class AuditEntryEntity extends RegistryEntity {
  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  action!: string;

  @Column({ name: 'region_code', type: 'text', nullable: true })
  regionCode!: string | null;

  @Column({ type: 'jsonb' })
  details!: object;
}
