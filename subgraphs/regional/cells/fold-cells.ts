import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { SqlParameters } from '../sql';
import { cellSetsOf } from './cell-dimensions';
import { cellCodeSql, CELL_ROLLUPS, type CellRollup, MONTH_COLUMNS, NUMBER_COLUMNS, WORK_CELLS } from './cell-rollups';
import { type CellChange, CellSums } from './cell-sums';
import { takeFoldLock } from './fold-lock';

/** How much was folded. */
export interface Folded {
  /** Rows of rollups that became part of the cells. */
  readonly rows: number;
  /** Former states of rows that were taken out of them. */
  readonly undone: number;
}

/** Most rows of a rollup that one transaction folds, and how many are read and cells written at a time. */
const ROWS_OF_A_FOLD = 50_000;
const ROWS_OF_A_PAGE = 100;
const CELLS_OF_A_STATEMENT = 250;

/** A row of a page: codes by dimension, months in hundredths. */
interface PageRow {
  /** Places the row among those of its year. */
  readonly place: string;
  readonly codes: readonly string[];
  readonly months: readonly (string | null)[];
}

/**
 * Folds what is open of one year of each rollup into its cells, in one transaction: readers see all of it or nothing, and the same
 * figures before and after. Rows that somebody is writing are left to the next fold; whoever writes a row that is being folded
 * waits for the end. One fold at a time; a second one finds nothing to do. The data source works as the folder.
 */
export async function foldCells(dataSource: DataSource, mostRows = ROWS_OF_A_FOLD): Promise<Folded> {
  return dataSource.transaction('READ COMMITTED', async (manager) => {
    const isFree = await takeFoldLock(manager);
    let [rows, undone] = [0, 0];
    for (const rollup of isFree ? CELL_ROLLUPS : []) {
      const year = await openYear(manager, rollup);
      if (year === null) continue;
      const folded = await foldYear(manager, rollup, year, mostRows);
      rows += folded.rows;
      undone += folded.undone;
    }
    return { rows, undone };
  });
}

/** How folding shares the machine with others. */
export interface FoldPace {
  /** Most rows of a rollup that one transaction folds: whoever writes one of them waits for its end. */
  readonly mostRows?: number;
  /** Rest after each transaction, as a multiple of the time that it took; none unless said. */
  readonly rest?: number;
  /** Ends it after the transaction under way. */
  readonly signal?: AbortSignal;
}

/** Folds until nothing is open but what others are writing. */
export async function foldAllCells(
  dataSource: DataSource,
  { mostRows, rest = 0, signal }: FoldPace = {},
): Promise<Folded> {
  let [rows, undone] = [0, 0];
  for (;;) {
    const started = performance.now();
    const folded = await foldCells(dataSource, mostRows);
    rows += folded.rows;
    undone += folded.undone;
    if (folded.rows + folded.undone === 0) return { rows, undone };
    if (rest > 0)
      await pause(rest * (performance.now() - started), undefined, { signal, ref: false }).catch(() => undefined);
    if (signal?.aborted === true) return { rows, undone };
  }
}

/** The first year of which something is open. */
async function openYear(manager: EntityManager, { table }: CellRollup): Promise<number | null> {
  const [found] = (await manager.query(`
    SELECT least((SELECT min(year) FROM (SELECT year FROM ${table} WHERE NOT is_folded FOR NO KEY UPDATE SKIP LOCKED LIMIT 1) o),
      (SELECT min(year) FROM ${table}_undone)) AS year`)) as { year: number | null }[];
  return found?.year ?? null;
}

async function foldYear(manager: EntityManager, rollup: CellRollup, year: number, mostRows: number): Promise<Folded> {
  const sums = new CellSums(cellSetsOf(rollup.dimensions), rollup.dimensions);
  const rows = await addOpen(manager, rollup, year, sums, mostRows);
  const undone = await takeUndone(manager, rollup, year, sums, mostRows);
  await write(manager, rollup, year, sums);
  // What is stored of the year was of before.
  if (rollup === WORK_CELLS) await manager.query('DELETE FROM year_set WHERE year = $1', [year]);
  return { rows, undone };
}

/** Marks open rows as folded and adds them up, a page at a time. */
function addOpen(
  manager: EntityManager,
  rollup: CellRollup,
  year: number,
  sums: CellSums,
  mostRows: number,
): Promise<number> {
  const { table, owner } = rollup;
  return pageByPage(manager, sums, 1, mostRows, (after, parameters) => {
    const yearAt = parameters.add(year);
    return `
      UPDATE ${table} t SET is_folded = true
      WHERE t.year = ${yearAt} AND t.${owner} = ANY (ARRAY(
        SELECT ${owner} FROM ${table} WHERE year = ${yearAt} AND NOT is_folded AND ${owner} > ${parameters.add(after)}
        ORDER BY ${owner} LIMIT ${ROWS_OF_A_PAGE} FOR NO KEY UPDATE SKIP LOCKED))
      RETURNING ${owner} AS place, ${columns(rollup, year, parameters)}`;
  });
}

function takeUndone(
  manager: EntityManager,
  rollup: CellRollup,
  year: number,
  sums: CellSums,
  mostRows: number,
): Promise<number> {
  const undone = `${rollup.table}_undone`;
  return pageByPage(manager, sums, -1, mostRows, (after, parameters) => {
    const yearAt = parameters.add(year);
    return `
      DELETE FROM ${undone} WHERE id = ANY (ARRAY(
        SELECT id FROM ${undone} WHERE year = ${yearAt} AND id > ${parameters.add(after)} ORDER BY id LIMIT ${ROWS_OF_A_PAGE}))
      RETURNING id AS place, ${columns(rollup, year, parameters)}`;
  });
}

/** Adds pages of rows up until one is not full; `statement` gives the rows after a place. Between pages others get their turn. */
async function pageByPage(
  manager: EntityManager,
  sums: CellSums,
  sign: 1 | -1,
  mostRows: number,
  statement: (after: string, parameters: SqlParameters) => string,
): Promise<number> {
  let [count, after] = [0, '0'];
  for (let size = ROWS_OF_A_PAGE; size === ROWS_OF_A_PAGE && count < ROWS_OF_A_FOLD;) {
    const parameters = new SqlParameters();
    const sql = statement(after, parameters);
    const [page] = (await manager.query(sql, [...parameters.values])) as [PageRow[], number];
    for (const { place, codes, months } of page) {
      sums.add({ codes, months: months.map((hours) => (hours === null ? null : Number(hours))) }, sign);
      if (BigInt(place) > BigInt(after)) after = place;
    }
    size = page.length;
    count += size;
    await breathe();
  }
  return count;
}

function columns({ dimensions }: CellRollup, year: number, parameters: SqlParameters): string {
  const codes = dimensions.map((dimension) => cellCodeSql(dimension, year, parameters));
  return `ARRAY[${codes.join(', ')}] AS codes, ARRAY[${MONTH_COLUMNS.join(', ')}] AS months`;
}

async function write(manager: EntityManager, rollup: CellRollup, year: number, sums: CellSums): Promise<void> {
  let waiting: CellChange[] = [];
  for (const change of sums.changes()) {
    waiting.push(change);
    if (waiting.length < CELLS_OF_A_STATEMENT) continue;
    await writeCells(manager, rollup, year, waiting);
    waiting = [];
  }
  if (waiting.length > 0) await writeCells(manager, rollup, year, waiting);
}

function writeCells(
  manager: EntityManager,
  { cells }: CellRollup,
  year: number,
  changes: readonly CellChange[],
): Promise<unknown> {
  const parameters = new SqlParameters();
  const years = parameters.add(year);
  const bits = parameters.add(changes.map(({ set }) => set.bits));
  const keys = [0, 1, 2].map((place) => parameters.add(changes.map((change) => change.keys[place])));
  const numbers = NUMBER_COLUMNS.map((_, place) => parameters.add(changes.map((change) => change.numbers[place])));
  return manager.query(
    `INSERT INTO ${cells} AS t (year, dimensions, k1, k2, k3, ${NUMBER_COLUMNS.join(', ')})
     SELECT ${years}::integer, n.* FROM unnest(${bits}::smallint[], ${keys.map((key) => `${key}::text[]`).join(', ')},
       ${numbers.map((number) => `${number}::bigint[]`).join(', ')}) n
     ON CONFLICT (year, dimensions, k1, k2, k3) DO UPDATE SET
       ${NUMBER_COLUMNS.map((name) => `${name} = t.${name} + excluded.${name}`).join(', ')}`,
    [...parameters.values],
  );
}
