import { SqlParameters } from '../sql';
import { type CellSet, cellSetsOf } from './cell-dimensions';
import { cellCodeSql, CELL_ROLLUPS, type CellRollup, MONTH_COLUMNS, NUMBER_COLUMNS } from './cell-rollups';

/** Runs one SELECT over the books. */
type Query = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/** A cell that is not what the folded rows add up to. */
export interface CellDifference {
  readonly cells: 'work_cell' | 'planned_cell';
  readonly year: number;
  /** Names of its dimensions, and a code of each. */
  readonly dimensions: readonly string[];
  readonly keys: readonly string[];
  /** Its numbers as the rollup says, as JSON, and as it has them; null when there are none. */
  readonly expected: unknown;
  readonly found: unknown;
}

/** Most differences that a check names of one set of cells. */
const NAMED = 20;

/**
 * Computes every cell anew from the folded rows of the rollups and from what is undone and still in the cells, by SQL that
 * shares nothing with the fold but the codes. Run it in one snapshot (REPEATABLE READ) when others write meanwhile.
 */
export async function checkCells(query: Query): Promise<readonly CellDifference[]> {
  const differences: CellDifference[] = [];
  for (const rollup of CELL_ROLLUPS) {
    const years = await query<{ year: number }>(
      `SELECT DISTINCT year FROM ${rollup.table} UNION SELECT year FROM ${rollup.table}_undone
       UNION SELECT year FROM ${rollup.cells} ORDER BY 1`,
    );
    for (const { year } of years) {
      for (const set of cellSetsOf(rollup.dimensions)) differences.push(...(await compare(query, rollup, year, set)));
    }
  }
  return differences;
}

async function compare(
  query: Query,
  rollup: CellRollup,
  year: number,
  set: CellSet,
): Promise<readonly CellDifference[]> {
  const parameters = new SqlParameters();
  const { table, cells } = rollup;
  const columns = `year, ${set.dimensions.map((dimension, index) => `${cellCodeSql(dimension, year, parameters)} AS k${index + 1}`).join(', ')},
    ${MONTH_COLUMNS.join(', ')}`;
  const yearAt = parameters.add(year);
  const numbers = (source: string): string =>
    `jsonb_build_array(${NUMBER_COLUMNS.map((name) => `${source}.${name}`).join(', ')})`;
  const sql = `
    WITH folded AS (
      SELECT ${columns} FROM ${table} WHERE is_folded AND year = ${yearAt}
      UNION ALL SELECT ${columns} FROM ${table}_undone WHERE year = ${yearAt}
    ), expected AS (
      SELECT k1, k2, k3, ${MONTH_COLUMNS.map(summed).join(', ')} FROM folded
      WHERE greatest(${MONTH_COLUMNS.join(', ')}) > 0 GROUP BY k1, k2, k3
    ), found AS (
      SELECT * FROM ${cells} WHERE year = ${yearAt} AND dimensions = ${parameters.add(set.bits)}
        AND (${NUMBER_COLUMNS.map((name) => `${name} <> 0`).join(' OR ')})
    ), compared AS (
      SELECT ARRAY[k1, k2, k3] AS keys, ${numbers('e')} AS expected, ${numbers('f')} AS found,
        e.k1 IS NULL AS is_unexpected, f.k1 IS NULL AS is_missing
      FROM expected e FULL JOIN found f USING (k1, k2, k3))
    SELECT keys, CASE WHEN NOT is_unexpected THEN expected END AS expected, CASE WHEN NOT is_missing THEN found END AS found
    FROM compared WHERE is_unexpected OR is_missing OR expected <> found ORDER BY keys LIMIT ${NAMED}`;
  const rows = await query<Pick<CellDifference, 'keys' | 'expected' | 'found'>>(sql, parameters.values);
  return rows.map((row) => ({ cells, year, dimensions: set.dimensions, ...row }));
}

/** The three numbers of a month, from the rows of a cell. */
function summed(month: string, index: number): string {
  const number = month.slice(1);
  const before = MONTH_COLUMNS.slice(0, index).map((name) => `coalesce(${name}, 0) <= 0`);
  const first = [`${month} > 0`, ...before].join(' AND ');
  return `coalesce(sum(${month}) FILTER (WHERE ${month} > 0), 0)::bigint AS ${month},
    count(*) FILTER (WHERE ${month} > 0) AS c${number}, count(*) FILTER (WHERE ${first}) AS f${number}`;
}
