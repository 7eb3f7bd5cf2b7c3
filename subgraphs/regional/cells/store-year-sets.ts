import { setImmediate as breathe } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { MONTH_COLUMNS } from './cell-rollups';
import { takeFoldLock } from './fold-lock';
import { IdentifierBits, isSettledSql, SET_KINDS } from './year-sets';

/** Rows that are read at a time. */
const ROWS_OF_A_PAGE = 500;

/**
 * Years that hardly change any more, and of which nothing is stored: over since the first of January, or declared whole by every
 * desk that was open. Those that somebody is changing are left until they are settled.
 */
const UNSTORED = `
  SELECT y.year FROM (
    SELECT generate_series(min(year), max(year)) AS year FROM work_cell) y
  WHERE NOT EXISTS (SELECT FROM year_set s WHERE s.year = y.year)
    AND EXISTS (SELECT FROM work_cell c WHERE c.year = y.year)
    AND (y.year < $1 OR NOT EXISTS (
      SELECT FROM desk k CROSS JOIN generate_series(1, 12) m
      WHERE k.opened_on < make_date(y.year, m, 1) + interval '1 month'
        AND (k.closed_on IS NULL OR k.closed_on >= make_date(y.year, m, 1))
        AND NOT EXISTS (SELECT FROM declaration x
          WHERE x.desk_id = k.id AND x.month = make_date(y.year, m, 1) AND x.state = 'DECLARED')))
    AND ${isSettledSql('y.year')}
  ORDER BY y.year`;

/**
 * Stores the sets of years that hardly change any more, one transaction each; gives the years. Whoever changes such a year
 * meanwhile opens a row of it: then nothing is stored, or what is stored is not read. The data source works as the folder;
 * `thisYear` is the calendar year.
 */
export async function storeYearSets(
  dataSource: DataSource,
  thisYear: number,
  isStopped: () => boolean = () => false,
): Promise<readonly number[]> {
  const years = (await dataSource.query(UNSTORED, [thisYear])) as { year: number }[];
  const stored: number[] = [];
  for (const { year } of years) {
    if (isStopped()) break;
    const isStored = await dataSource.transaction('READ COMMITTED', async (manager) => {
      // While the lock is held nothing is folded: a change of the year leaves it open, which the last statement sees.
      if (!(await takeFoldLock(manager))) return false;
      return insertSets(manager, year, await readSets(manager, year));
    });
    if (isStored) stored.push(year);
  }
  return stored;
}

/** The identifiers of a year, page by page: between pages others get their turn. */
async function readSets(manager: EntityManager, year: number): Promise<readonly IdentifierBits[]> {
  const sets = SET_KINDS.map(() => new IdentifierBits());
  const identifiers = SET_KINDS.map(({ column, condition }) =>
    condition === undefined ? column : `CASE WHEN ${condition} THEN ${column} END`,
  );
  let after = '0';
  for (let size = ROWS_OF_A_PAGE; size === ROWS_OF_A_PAGE;) {
    const page = (await manager.query(
      `SELECT work_contract_id AS place, CASE WHEN greatest(${MONTH_COLUMNS.join(', ')}) > 0
         THEN ARRAY[${identifiers.join(', ')}] END AS identifiers
       FROM work_year WHERE year = $1 AND work_contract_id > $2 ORDER BY work_contract_id LIMIT ${ROWS_OF_A_PAGE}`,
      [year, after],
    )) as { place: string; identifiers: (string | null)[] | null }[];
    for (const row of page) {
      row.identifiers?.forEach((identifier, kind) => {
        if (identifier !== null) sets[kind]?.add(Number(identifier));
      });
    }
    after = page.at(-1)?.place ?? after;
    size = page.length;
    await breathe();
  }
  return sets;
}

async function insertSets(manager: EntityManager, year: number, sets: readonly IdentifierBits[]): Promise<boolean> {
  const rows = (await manager.query(
    `INSERT INTO year_set (year, kind, bits)
     SELECT $1, s.kind, ('x' || s.bits)::varbit FROM unnest($2::text[], $3::text[]) s (kind, bits) WHERE ${isSettledSql('$1')}
     ON CONFLICT (year, kind) DO NOTHING RETURNING kind`,
    [year, SET_KINDS.map(({ kind }) => kind), sets.map((set) => set.toHex())],
  )) as unknown[];
  return rows.length === SET_KINDS.length;
}
