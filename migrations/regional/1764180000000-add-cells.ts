import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ensureRoles } from './ensure-roles';

const FOLDER = 'maillage_folder';
const READER = 'maillage_reader_books';
const names = (letter: string): readonly string[] =>
  Array.from({ length: 12 }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
const NUMBERS = [...names('m'), ...names('c'), ...names('f')];

/** A rollup, the cells that its rows are folded into, and what identifies a row beside its year. */
const ROLLUPS = [
  { rollup: 'work_year', cells: 'work_cell', owner: 'work_contract_id' },
  { rollup: 'planned_year', cells: 'planned_cell', owner: 'lot_id' },
] as const;

/**
 * Cells of every crossing of three dimensions (docs/adr/0028): sums of the rows of a rollup that are marked as folded. A row
 * that changes afterwards is open again, and what it was is kept until it has been taken out of the cells, in the same
 * transaction: cells, less what is undone, plus open rows, are the rollup at every moment.
 */
export class AddCells1764180000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ensureRoles(runner, [FOLDER]);
    for (const { rollup, cells, owner } of ROLLUPS) {
      await runner.query(`ALTER TABLE ${rollup} ADD COLUMN is_folded boolean NOT NULL DEFAULT false`);
      await runner.query(`CREATE INDEX ix_${rollup}_open ON ${rollup} (year, ${owner}) WHERE NOT is_folded`);
      await runner.query(`CREATE TABLE ${rollup}_undone (LIKE ${rollup})`);
      await runner.query(
        `ALTER TABLE ${rollup}_undone DROP COLUMN is_folded, ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY`,
      );
      await runner.query(`ALTER TABLE ${rollup}_undone ADD CONSTRAINT pk_${rollup}_undone PRIMARY KEY (id)`);
      await runner.query(`CREATE INDEX ix_${rollup}_undone_year ON ${rollup}_undone (year, id)`);
      await runner.query(`
        CREATE TABLE ${cells} (
          year integer NOT NULL,
          dimensions smallint NOT NULL,
          k1 text COLLATE "C" NOT NULL,
          k2 text COLLATE "C" NOT NULL,
          k3 text COLLATE "C" NOT NULL,
          ${NUMBERS.map((name) => `${name} bigint NOT NULL`).join(', ')},
          CONSTRAINT pk_${cells} PRIMARY KEY (year, dimensions, k1, k2, k3))`);
      await this.guard(runner, rollup, cells);
      await this.undo(runner, rollup, cells);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { rollup, cells } of ROLLUPS) {
      await runner.query(`DROP TRIGGER tr_${rollup}_undo ON ${rollup}`);
      await runner.query(`DROP TRIGGER tr_${rollup}_undo_delete ON ${rollup}`);
      await runner.query(`DROP TRIGGER tr_${rollup}_empty ON ${rollup}`);
      await runner.query(`DROP FUNCTION maillage_${rollup}_undo()`);
      await runner.query(`DROP FUNCTION maillage_${rollup}_empty()`);
      await runner.query(`DROP TABLE ${cells}`);
      await runner.query(`DROP TABLE ${rollup}_undone`);
      await runner.query(`DROP POLICY ps_${rollup}_folder ON ${rollup}`);
      await runner.query(`REVOKE ALL ON ${rollup} FROM ${FOLDER}`);
      await runner.query(`DROP INDEX ix_${rollup}_open`);
      await runner.query(`ALTER TABLE ${rollup} DROP COLUMN is_folded`);
    }
  }

  /** Whoever sees the whole books reads the cells; who folds sees rollups and cells, and nothing else of the books. */
  private async guard(runner: QueryRunner, rollup: string, cells: string): Promise<void> {
    const undone = `${rollup}_undone`;
    for (const table of [undone, cells]) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`GRANT SELECT ON ${table} TO ${READER}`);
      await runner.query(`CREATE POLICY ps_${table}_books ON ${table} FOR SELECT TO ${READER} USING (true)`);
    }
    await runner.query(`GRANT SELECT, UPDATE (is_folded) ON ${rollup} TO ${FOLDER}`);
    await runner.query(`GRANT SELECT, DELETE ON ${undone} TO ${FOLDER}`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON ${cells} TO ${FOLDER}`);
    for (const table of [rollup, undone, cells]) {
      await runner.query(
        `CREATE POLICY ps_${table}_folder ON ${table} FOR ALL TO ${FOLDER} USING (true) WITH CHECK (true)`,
      );
    }
  }

  /** A folded row that changes or goes leaves what it was; a rollup that is emptied has no cells. */
  private async undo(runner: QueryRunner, rollup: string, cells: string): Promise<void> {
    const columns = (await runner.query(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = '${rollup}'::regclass AND attnum > 0
         AND NOT attisdropped AND attname <> 'is_folded' ORDER BY attnum`,
    )) as { name: string }[];
    const list = columns.map(({ name }) => name).join(', ');
    const before = columns.map(({ name }) => `OLD.${name}`).join(', ');
    await runner.query(`
      CREATE FUNCTION maillage_${rollup}_undo() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
      AS $$
      BEGIN
        INSERT INTO ${rollup}_undone (${list}) VALUES (${before});
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        NEW.is_folded := false;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE FUNCTION maillage_${rollup}_empty() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
      AS $$ BEGIN TRUNCATE ${rollup}_undone, ${cells}; RETURN NULL; END $$`);
    for (const name of ['undo', 'empty']) {
      await runner.query(`REVOKE ALL ON FUNCTION maillage_${rollup}_${name}() FROM PUBLIC`);
    }
    await runner.query(`
      CREATE TRIGGER tr_${rollup}_undo BEFORE UPDATE ON ${rollup} FOR EACH ROW WHEN (OLD.is_folded)
      EXECUTE FUNCTION maillage_${rollup}_undo()`);
    await runner.query(`
      CREATE TRIGGER tr_${rollup}_undo_delete BEFORE DELETE ON ${rollup} FOR EACH ROW WHEN (OLD.is_folded)
      EXECUTE FUNCTION maillage_${rollup}_undo()`);
    await runner.query(`
      CREATE TRIGGER tr_${rollup}_empty AFTER TRUNCATE ON ${rollup} FOR EACH STATEMENT
      EXECUTE FUNCTION maillage_${rollup}_empty()`);
  }
}
