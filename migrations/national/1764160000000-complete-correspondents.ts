import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts that their coordinations keep: versions, publication by choice, yearly confirmation, and every change. */
export class CompleteCorrespondents1764160000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE correspondent
        ADD public_id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD version integer NOT NULL DEFAULT 1,
        ADD is_published boolean NOT NULL DEFAULT false,
        ADD confirmed_on date,
        ALTER region_code DROP NOT NULL,
        ADD CONSTRAINT uq_correspondent_public_id UNIQUE (public_id),
        ADD CONSTRAINT ck_correspondent_level CHECK (region_code IS NOT NULL OR cardinality(departements) = 0),
        ADD CONSTRAINT ck_correspondent_publication CHECK (NOT is_published OR name IS NOT NULL)`);
    // Who makes a post names it; only those that were there already are named here.
    await runner.query(`ALTER TABLE correspondent ALTER public_id DROP DEFAULT`);
    // The persons of the demonstration are invented; nobody else was ever asked.
    await runner.query(
      `UPDATE correspondent SET is_published = true WHERE origin = 'DEMONSTRATION' AND name IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE correspondent_change (
        id bigint GENERATED ALWAYS AS IDENTITY,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        origin text NOT NULL
          CONSTRAINT ck_correspondent_change_origin CHECK (origin IN ('ENTERED', 'IMPORTED', 'DEMONSTRATION')),
        correspondent_id bigint NOT NULL,
        kind text NOT NULL CONSTRAINT ck_correspondent_change_kind
          CHECK (kind IN ('CREATED', 'CHANGED', 'CONFIRMED', 'PUBLISHED', 'WITHDRAWN')),
        actor text NOT NULL,
        role text NOT NULL CONSTRAINT ck_correspondent_change_role CHECK (role IN ('coordination', 'consolidator')),
        before jsonb,
        after jsonb NOT NULL,
        CONSTRAINT pk_correspondent_change PRIMARY KEY (id),
        CONSTRAINT fk_correspondent_change_correspondent FOREIGN KEY (correspondent_id) REFERENCES correspondent (id))`);
    await runner.query(`CREATE INDEX ix_correspondent_change_correspondent ON correspondent_change (correspondent_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE correspondent_change`);
    await runner.query(`DELETE FROM correspondent WHERE region_code IS NULL`);
    await runner.query(`
      ALTER TABLE correspondent
        DROP CONSTRAINT ck_correspondent_publication,
        DROP CONSTRAINT ck_correspondent_level,
        DROP CONSTRAINT uq_correspondent_public_id,
        ALTER region_code SET NOT NULL,
        DROP public_id, DROP version, DROP is_published, DROP confirmed_on`);
  }
}
