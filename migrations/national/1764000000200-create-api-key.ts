import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of machine clients: what is kept of them, and who issued and revoked them. */
export class CreateApiKey1764000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_key (
        id bigint GENERATED ALWAYS AS IDENTITY,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        origin text NOT NULL CONSTRAINT ck_api_key_origin CHECK (origin IN ('ENTERED', 'IMPORTED', 'DEMONSTRATION')),
        public_id text NOT NULL,
        secret_hash text NOT NULL,
        label text NOT NULL,
        caller jsonb NOT NULL,
        created_by text NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        revoked_by text,
        last_used_on date,
        CONSTRAINT pk_api_key PRIMARY KEY (id),
        CONSTRAINT uq_api_key_public_id UNIQUE (public_id),
        CONSTRAINT ck_api_key_public_id CHECK (public_id ~ '^[0-9a-f]{16}$'),
        CONSTRAINT ck_api_key_secret_hash CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
        CONSTRAINT ck_api_key_label CHECK (length(label) BETWEEN 1 AND 100),
        CONSTRAINT ck_api_key_role CHECK (
          coalesce(caller ->> 'role', '') IN ('desk', 'coordination', 'consolidator', 'buyer', 'auditor')),
        CONSTRAINT ck_api_key_life CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days'),
        CONSTRAINT ck_api_key_revocation CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE api_key`);
  }
}
