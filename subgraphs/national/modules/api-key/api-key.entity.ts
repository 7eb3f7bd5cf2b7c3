import { Check, Column, Entity, Unique } from 'typeorm';
import type { Caller } from '../../../kit/identity';
import { NationalEntity, ORIGIN_CHECK } from '../../database/national-entity';

/** A key of a machine client. Rows are never deleted: they say who issued and revoked what. */
@Entity({ name: 'api_key' })
@Check('ck_api_key_origin', ORIGIN_CHECK)
@Check('ck_api_key_public_id', "public_id ~ '^[0-9a-f]{16}$'")
@Check('ck_api_key_secret_hash', "secret_hash ~ '^[0-9a-f]{64}$'")
@Check('ck_api_key_label', 'length(label) BETWEEN 1 AND 100')
@Check(
  'ck_api_key_role',
  "coalesce(caller ->> 'role', '') IN ('desk', 'coordination', 'consolidator', 'buyer', 'auditor')",
)
@Check('ck_api_key_life', "expires_at > created_at AND expires_at <= created_at + interval '366 days'")
@Check('ck_api_key_revocation', '(revoked_at IS NULL) = (revoked_by IS NULL)')
@Unique('uq_api_key_public_id', ['publicId'])
export class ApiKeyEntity extends NationalEntity {
  @Column({ name: 'public_id', type: 'text' })
  publicId!: string;

  /** SHA-256 of the secret, hexadecimal. The secret itself is kept nowhere. */
  @Column({ name: 'secret_hash', type: 'text' })
  secretHash!: string;

  @Column({ type: 'text' })
  label!: string;

  /** As whom its holder calls. */
  @Column({ type: 'jsonb' })
  caller!: Caller;

  @Column({ name: 'created_by', type: 'text' })
  createdBy!: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Column({ name: 'revoked_by', type: 'text', nullable: true })
  revokedBy!: string | null;

  /** Day only: enough to find keys that nobody uses, too little to follow somebody. */
  @Column({ name: 'last_used_on', type: 'date', nullable: true })
  lastUsedOn!: string | null;
}
