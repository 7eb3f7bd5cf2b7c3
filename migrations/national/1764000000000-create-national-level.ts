import type { MigrationInterface, QueryRunner } from 'typeorm';

const baseOf = (table: string) => `
  id bigint GENERATED ALWAYS AS IDENTITY,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  origin text NOT NULL CONSTRAINT ck_${table}_origin CHECK (origin IN ('ENTERED', 'IMPORTED', 'DEMONSTRATION'))`;

/** The national level: correspondents of the regions, and the buyers that the association supports. */
export class CreateNationalLevel1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE correspondent (${baseOf('correspondent')},
        region_code text NOT NULL,
        departements text[] NOT NULL DEFAULT '{}',
        name text,
        function text NOT NULL,
        organisation text NOT NULL,
        email text,
        phone text,
        valid_from date NOT NULL,
        valid_to date,
        CONSTRAINT pk_correspondent PRIMARY KEY (id),
        CONSTRAINT ck_correspondent_dates CHECK (valid_to IS NULL OR valid_to >= valid_from))`);
    await runner.query(`CREATE INDEX ix_correspondent_region ON correspondent (region_code)`);
    await runner.query(`
      CREATE TABLE national_buyer (${baseOf('national_buyer')},
        siren text NOT NULL,
        name text NOT NULL,
        CONSTRAINT pk_national_buyer PRIMARY KEY (id),
        CONSTRAINT uq_national_buyer_siren UNIQUE (siren),
        CONSTRAINT ck_national_buyer_siren CHECK (siren ~ '^[0-9]{9}$'))`);
    await runner.query(`
      CREATE TABLE partnership (${baseOf('partnership')},
        national_buyer_id bigint NOT NULL,
        signed_on date NOT NULL,
        ends_on date,
        CONSTRAINT pk_partnership PRIMARY KEY (id),
        CONSTRAINT uq_partnership_buyer UNIQUE (national_buyer_id),
        CONSTRAINT fk_partnership_buyer FOREIGN KEY (national_buyer_id) REFERENCES national_buyer (id))`);
    await runner.query(`
      CREATE TABLE partnership_objective (${baseOf('partnership_objective')},
        partnership_id bigint NOT NULL,
        label text NOT NULL,
        hours numeric(12,2) NOT NULL CONSTRAINT ck_partnership_objective_hours CHECK (hours > 0),
        deadline date NOT NULL,
        CONSTRAINT pk_partnership_objective PRIMARY KEY (id),
        CONSTRAINT uq_partnership_objective UNIQUE (partnership_id, label),
        CONSTRAINT fk_partnership_objective_partnership FOREIGN KEY (partnership_id) REFERENCES partnership (id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['partnership_objective', 'partnership', 'national_buyer', 'correspondent']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
