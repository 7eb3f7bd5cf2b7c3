import type { MigrationInterface, QueryRunner } from 'typeorm';

const FOLDER = 'maillage_folder';
const READER = 'maillage_reader_books';
/** What of the books says that a year is declared and which companies have a SIRET. */
const READ: readonly (readonly [string, string])[] = [
  ['desk', 'id, opened_on, closed_on'],
  ['declaration', 'desk_id, month, state'],
  ['contractor', 'id, siret'],
];

/**
 * Sets of what has hours in a year (docs/adr/0028), one bit for each identifier: what is counted once over several years is the
 * bits of their union. They hold while no row of the year is open or undone.
 */
export class AddYearSets1764180000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE year_set (
        year integer NOT NULL,
        kind text COLLATE "C" NOT NULL,
        bits varbit NOT NULL,
        CONSTRAINT pk_year_set PRIMARY KEY (year, kind))`);
    // A bit string of a set hardly shrinks, and is read whole.
    await runner.query('ALTER TABLE year_set ALTER COLUMN bits SET STORAGE EXTERNAL');
    await runner.query('ALTER TABLE year_set ENABLE ROW LEVEL SECURITY');
    await runner.query(`GRANT SELECT ON year_set TO ${READER}`);
    await runner.query(`CREATE POLICY ps_year_set_books ON year_set FOR SELECT TO ${READER} USING (true)`);
    await runner.query(`GRANT SELECT, INSERT, DELETE ON year_set TO ${FOLDER}`);
    await runner.query(
      `CREATE POLICY ps_year_set_folder ON year_set FOR ALL TO ${FOLDER} USING (true) WITH CHECK (true)`,
    );
    for (const [table, columns] of READ) {
      await runner.query(`GRANT SELECT (${columns}) ON ${table} TO ${FOLDER}`);
      await runner.query(`CREATE POLICY ps_${table}_folder ON ${table} FOR SELECT TO ${FOLDER} USING (true)`);
    }
    await forgetOnNewSiret(runner);
    await emptyWithRollup(runner, 'work_year_undone, work_cell, year_set');
  }

  async down(runner: QueryRunner): Promise<void> {
    await emptyWithRollup(runner, 'work_year_undone, work_cell');
    await runner.query('DROP TRIGGER tr_contractor_year_set ON contractor');
    await runner.query('DROP FUNCTION maillage_forget_year_sets()');
    for (const [table, columns] of READ) {
      await runner.query(`DROP POLICY ps_${table}_folder ON ${table}`);
      await runner.query(`REVOKE SELECT (${columns}) ON ${table} FROM ${FOLDER}`);
    }
    await runner.query('DROP TABLE year_set');
  }
}

/**
 * Companies are counted by SIRET, which is no part of a rollup. The lock is the fold's own (cells/fold-lock.ts): whoever stores
 * sets is waited for, and they are then seen and forgotten.
 */
async function forgetOnNewSiret(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION maillage_forget_year_sets() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
    AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(1763910201);
      DELETE FROM year_set;
      RETURN NULL;
    END $$`);
  await runner.query('REVOKE ALL ON FUNCTION maillage_forget_year_sets() FROM PUBLIC');
  await runner.query(`
    CREATE TRIGGER tr_contractor_year_set AFTER UPDATE ON contractor FOR EACH ROW
    WHEN (OLD.siret IS DISTINCT FROM NEW.siret) EXECUTE FUNCTION maillage_forget_year_sets()`);
}

/** What a rollup that is emptied takes with it. */
async function emptyWithRollup(runner: QueryRunner, tables: string): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE FUNCTION maillage_work_year_empty() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path FROM CURRENT AS $$ BEGIN TRUNCATE ${tables}; RETURN NULL; END $$`);
}
