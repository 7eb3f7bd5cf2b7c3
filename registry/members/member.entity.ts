import { Check, Column, Entity, JoinColumn, ManyToOne, Unique, UpdateDateColumn } from 'typeorm';
import { RegistryEntity } from '../database';
import { PublicationEntity } from '../publications/publication.entity';

/** Where a region stands towards the hub. */
export type MemberState = 'INVITED' | 'CONNECTED' | 'SUSPENDED';

/** A region that takes part, or was invited to. */
@Entity({ name: 'member' })
@Check('ck_member_region', "region_code ~ '^[0-9A-Z]{2,4}$'")
@Check('ck_member_state', "state IN ('INVITED', 'CONNECTED', 'SUSPENDED')")
@Check('ck_member_connected', "state <> 'CONNECTED' OR publication_id IS NOT NULL")
@Check('ck_member_suspended', "(state = 'SUSPENDED') = (suspended_at IS NOT NULL)")
@Check(
  'ck_member_maintenance',
  '(maintenance_from IS NULL) = (maintenance_to IS NULL) AND maintenance_from < maintenance_to',
)
@Unique('uq_member_region', ['regionCode'])
export class MemberEntity extends RegistryEntity {
  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ name: 'region_code', type: 'text' })
  regionCode!: string;

  @Column({ type: 'text' })
  state!: MemberState;

  /** What is served of it, or was before it was suspended. */
  @Column({ name: 'publication_id', type: 'bigint', nullable: true })
  publicationId!: string | null;

  @ManyToOne(() => PublicationEntity)
  @JoinColumn({ name: 'publication_id', foreignKeyConstraintName: 'fk_member_publication' })
  publication?: PublicationEntity | null;

  @Column({ name: 'suspended_at', type: 'timestamptz', nullable: true })
  suspendedAt!: Date | null;

  @Column({ name: 'maintenance_from', type: 'timestamptz', nullable: true })
  maintenanceFrom!: Date | null;

  @Column({ name: 'maintenance_to', type: 'timestamptz', nullable: true })
  maintenanceTo!: Date | null;

  @Column({ name: 'maintenance_reason', type: 'text', nullable: true })
  maintenanceReason!: string | null;
}
