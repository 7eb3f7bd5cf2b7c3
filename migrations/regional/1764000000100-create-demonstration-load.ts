import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which demonstration a regional database holds, if any: at most one row. */
export class CreateDemonstrationLoad1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE demonstration_load (
        id integer NOT NULL DEFAULT 1 CONSTRAINT ck_demonstration_load_single CHECK (id = 1),
        region_code text NOT NULL,
        edition integer NOT NULL,
        scale text NOT NULL CONSTRAINT ck_demonstration_load_scale CHECK (scale IN ('full', 'small')),
        seed bigint NOT NULL,
        checksum text NOT NULL CONSTRAINT ck_demonstration_load_checksum CHECK (checksum ~ '^[0-9a-f]{64}$'),
        row_count bigint NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_demonstration_load PRIMARY KEY (id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE demonstration_load');
  }
}
