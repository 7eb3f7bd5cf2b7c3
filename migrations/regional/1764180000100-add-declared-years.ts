import type { MigrationInterface, QueryRunner } from 'typeorm';

const FOLDER = 'maillage_folder';
const READER = 'maillage_reader_books';
const COUNTS = [
  'work_contracts',
  'participants',
  'women_participants',
  'participants_of_known_sex',
  'qpv_participants',
  'participants_of_known_residence',
  'lots',
  'contracts',
  'operations',
  'buyers',
  'companies',
];
/** What of the books says that a year is declared and which companies have a SIRET. */
const READ: readonly (readonly [string, string])[] = [
  ['desk', 'id, opened_on, closed_on'],
  ['declaration', 'desk_id, month, state'],
  ['contractor', 'id, siret'],
];

/**
 * Counts of years that every desk has declared (docs/adr/0028): what is counted once over a whole year, stored while no row of the
 * year is open or undone.
 */
export class AddDeclaredYears1764180000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE declared_year (
        year integer NOT NULL,
        ${COUNTS.map((name) => `${name} bigint NOT NULL`).join(', ')},
        CONSTRAINT pk_declared_year PRIMARY KEY (year))`);
    await runner.query('ALTER TABLE declared_year ENABLE ROW LEVEL SECURITY');
    await runner.query(`GRANT SELECT ON declared_year TO ${READER}`);
    await runner.query(`CREATE POLICY ps_declared_year_books ON declared_year FOR SELECT TO ${READER} USING (true)`);
    await runner.query(`GRANT SELECT, INSERT, DELETE ON declared_year TO ${FOLDER}`);
    await runner.query(
      `CREATE POLICY ps_declared_year_folder ON declared_year FOR ALL TO ${FOLDER} USING (true) WITH CHECK (true)`,
    );
    for (const [table, columns] of READ) {
      await runner.query(`GRANT SELECT (${columns}) ON ${table} TO ${FOLDER}`);
      await runner.query(`CREATE POLICY ps_${table}_folder ON ${table} FOR SELECT TO ${FOLDER} USING (true)`);
    }
    await forgetOnNewSiret(runner);
    await emptyWithRollup(runner, 'work_year_undone, work_cell, declared_year');
  }

  async down(runner: QueryRunner): Promise<void> {
    await emptyWithRollup(runner, 'work_year_undone, work_cell');
    await runner.query('DROP TRIGGER tr_contractor_declared_year ON contractor');
    await runner.query('DROP FUNCTION maillage_forget_declared_years()');
    for (const [table, columns] of READ) {
      await runner.query(`DROP POLICY ps_${table}_folder ON ${table}`);
      await runner.query(`REVOKE SELECT (${columns}) ON ${table} FROM ${FOLDER}`);
    }
    await runner.query('DROP TABLE declared_year');
  }
}

/**
 * Companies are counted by SIRET, which is no part of a rollup. The lock is the fold's own (cells/fold-lock.ts): whoever counts is
 * waited for, and its count is then seen and forgotten.
 */
async function forgetOnNewSiret(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION maillage_forget_declared_years() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
    AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(1763910201);
      DELETE FROM declared_year;
      RETURN NULL;
    END $$`);
  await runner.query('REVOKE ALL ON FUNCTION maillage_forget_declared_years() FROM PUBLIC');
  await runner.query(`
    CREATE TRIGGER tr_contractor_declared_year AFTER UPDATE ON contractor FOR EACH ROW
    WHEN (OLD.siret IS DISTINCT FROM NEW.siret) EXECUTE FUNCTION maillage_forget_declared_years()`);
}

/** What a rollup that is emptied takes with it. */
async function emptyWithRollup(runner: QueryRunner, tables: string): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE FUNCTION maillage_work_year_empty() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path FROM CURRENT AS $$ BEGIN TRUNCATE ${tables}; RETURN NULL; END $$`);
}
