import { Check, Column, Entity, Unique, UpdateDateColumn } from 'typeorm';
import { RegistryEntity } from '../database';

/** What a credential is for. */
export type CredentialKind = 'REGION' | 'ADMINISTRATION' | 'READER';

/** A credential of the registry's own door. Rows are never deleted: they say who issued and revoked what. */
@Entity({ name: 'credential' })
@Check('ck_credential_public_id', "public_id ~ '^[0-9a-f]{16}$'")
@Check('ck_credential_secret_hash', "secret_hash ~ '^[0-9a-f]{64}$'")
@Check('ck_credential_kind', "kind IN ('REGION', 'ADMINISTRATION', 'READER')")
@Check('ck_credential_label', 'length(label) BETWEEN 1 AND 100')
@Check('ck_credential_region', "(kind = 'REGION') = (region_code IS NOT NULL)")
@Check('ck_credential_revocation', '(revoked_at IS NULL) = (revoked_by IS NULL)')
@Unique('uq_credential_public_id', ['publicId'])
export class CredentialEntity extends RegistryEntity {
  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ name: 'public_id', type: 'text' })
  publicId!: string;

  /** SHA-256 of the secret, hexadecimal. The secret itself is kept nowhere. */
  @Column({ name: 'secret_hash', type: 'text' })
  secretHash!: string;

  @Column({ type: 'text' })
  kind!: CredentialKind;

  @Column({ name: 'region_code', type: 'text', nullable: true })
  regionCode!: string | null;

  @Column({ type: 'text' })
  label!: string;

  @Column({ name: 'created_by', type: 'text' })
  createdBy!: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Column({ name: 'revoked_by', type: 'text', nullable: true })
  revokedBy!: string | null;

  /** Day only: enough to find credentials that nobody uses. */
  @Column({ name: 'last_used_on', type: 'date', nullable: true })
  lastUsedOn!: string | null;
}
