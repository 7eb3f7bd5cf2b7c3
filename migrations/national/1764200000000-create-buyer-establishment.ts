import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Establishments of national buyers, by SIRET. */
export class CreateBuyerEstablishment1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE buyer_establishment (
        id bigint GENERATED ALWAYS AS IDENTITY,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        origin text NOT NULL CONSTRAINT ck_buyer_establishment_origin
          CHECK (origin IN ('ENTERED', 'IMPORTED', 'DEMONSTRATION')),
        national_buyer_id bigint NOT NULL,
        siret text NOT NULL CONSTRAINT ck_buyer_establishment_siret CHECK (siret ~ '^[0-9]{14}$'),
        name text NOT NULL,
        commune_code text,
        CONSTRAINT pk_buyer_establishment PRIMARY KEY (id),
        CONSTRAINT uq_buyer_establishment_siret UNIQUE (siret),
        CONSTRAINT fk_buyer_establishment_buyer FOREIGN KEY (national_buyer_id)
          REFERENCES national_buyer (id) ON DELETE CASCADE)`);
    await runner.query(`CREATE INDEX ix_buyer_establishment_buyer ON buyer_establishment (national_buyer_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE buyer_establishment`);
  }
}
