import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A convention as the association keeps it: several after each other for one buyer, other legal units under it, objectives
 * nationally or for some regions, and every change of it. Two conventions of one buyer never hold at the same time.
 */
export class CompletePartnerships1764160000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE partnership
        DROP CONSTRAINT uq_partnership_buyer,
        ADD public_id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT uq_partnership_public_id UNIQUE,
        ADD version integer NOT NULL DEFAULT 1,
        ADD title text,
        ADD scope text,
        ADD contact_name text,
        ADD contact_email text,
        ADD reports_due text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT ck_partnership_dates CHECK (ends_on IS NULL OR ends_on >= signed_on),
        ADD CONSTRAINT ex_partnership_period EXCLUDE USING gist
          (int8range(national_buyer_id, national_buyer_id, '[]') WITH &&, daterange(signed_on, ends_on, '[]') WITH &&)`);
    await runner.query(`
      ALTER TABLE partnership_objective
        ADD starts_on date,
        ADD sectors text[] NOT NULL DEFAULT '{}',
        ADD regions text[] NOT NULL DEFAULT '{}'`);
    await runner.query(`
      CREATE TABLE partnership_member (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_partnership_member PRIMARY KEY,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        origin text NOT NULL
          CONSTRAINT ck_partnership_member_origin CHECK (origin IN ('ENTERED', 'IMPORTED', 'DEMONSTRATION')),
        partnership_id bigint NOT NULL
          CONSTRAINT fk_partnership_member_partnership REFERENCES partnership (id) ON DELETE CASCADE,
        siren text NOT NULL CONSTRAINT ck_partnership_member_siren CHECK (siren ~ '^[0-9]{9}$'),
        name text NOT NULL,
        CONSTRAINT uq_partnership_member UNIQUE (partnership_id, siren))`);
    await runner.query(`
      CREATE TABLE partnership_document (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_partnership_document PRIMARY KEY,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        origin text NOT NULL
          CONSTRAINT ck_partnership_document_origin CHECK (origin IN ('ENTERED', 'IMPORTED', 'DEMONSTRATION')),
        partnership_id bigint NOT NULL
          CONSTRAINT fk_partnership_document_partnership REFERENCES partnership (id) ON DELETE CASCADE,
        name text NOT NULL,
        url text NOT NULL)`);
    await runner.query(`
      CREATE TABLE partnership_change (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_partnership_change PRIMARY KEY,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        origin text NOT NULL
          CONSTRAINT ck_partnership_change_origin CHECK (origin IN ('ENTERED', 'IMPORTED', 'DEMONSTRATION')),
        partnership_id bigint NOT NULL CONSTRAINT fk_partnership_change_partnership REFERENCES partnership (id),
        actor text NOT NULL,
        note text,
        before jsonb,
        after jsonb NOT NULL)`);
    await runner.query(`CREATE INDEX ix_partnership_change_partnership ON partnership_change (partnership_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['partnership_change', 'partnership_document', 'partnership_member']) {
      await runner.query(`DROP TABLE ${table}`);
    }
    await runner.query('ALTER TABLE partnership_objective DROP regions, DROP sectors, DROP starts_on');
    await runner.query(`
      ALTER TABLE partnership
        DROP CONSTRAINT ex_partnership_period, DROP CONSTRAINT ck_partnership_dates,
        DROP reports_due, DROP contact_email, DROP contact_name, DROP scope, DROP title, DROP version, DROP public_id,
        ADD CONSTRAINT uq_partnership_buyer UNIQUE (national_buyer_id)`);
  }
}
