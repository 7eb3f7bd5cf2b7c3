import type { ClientBase } from 'pg';
import { codeListOf } from '../../kit/catalogue';
import { HOURS_PER_WORK_CONTRACT, LOADS, type LoadSizes } from './load-statements';

/** How much to load, and where the time goes. */
export interface LoadBooksOptions {
  /** Hour entries; everything above them follows in proportion. */
  readonly hours: number;
  /** First year, and how many years the hours are spread over. */
  readonly from: number;
  readonly years: number;
  readonly onProgress?: (table: string, rows: number) => void;
}

/** Rows of one statement: what triggers keep in memory until its end stays small. */
const ROWS_OF_A_STATEMENT = 250_000;

/**
 * Fills the empty books of a region with as many rows as asked, all of them marked as demonstration: data for load tests,
 * made of nothing but their number, so that two loads of one size are the same. Rows go through every constraint and
 * trigger. Every desk declares every month. The client is the owner, outside a transaction. Throws when there are books.
 */
export async function loadBooks(client: ClientBase, options: LoadBooksOptions): Promise<LoadSizes> {
  const sizes = sizesOf(options);
  const { rows } = await client.query<{ found: boolean }>('SELECT EXISTS (SELECT FROM desk) AS found');
  if (rows[0]?.found === true) throw new Error('The books are not empty: load tests want a database of their own');
  await client.query('BEGIN');
  await client.query(
    `CREATE TEMPORARY TABLE load_list ON COMMIT PRESERVE ROWS AS SELECT * FROM (VALUES ${LISTS}) l (list, codes)`,
  );
  await client.query('COMMIT');
  for (const load of LOADS) {
    const last = sizes[load.size];
    for (let first = 1; first <= last; first += ROWS_OF_A_STATEMENT) {
      await client.query(load.sql(sizes), [first, Math.min(last, first + ROWS_OF_A_STATEMENT - 1)]);
      options.onProgress?.(load.table, Math.min(last, first + ROWS_OF_A_STATEMENT - 1));
    }
    // The next row that somebody enters comes after those.
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, 'id'), (SELECT greatest(max(id), 1) FROM ${load.table}))`,
      [load.table],
    );
    await client.query(`ANALYZE ${load.table}`);
  }
  await client.query('DROP TABLE load_list');
  return sizes;
}

/** Adds tables up in the proportions of a real region: four months a work contract, eight work contracts a lot. */
function sizesOf({ hours, from, years }: LoadBooksOptions): LoadSizes {
  const workContracts = Math.ceil(hours / HOURS_PER_WORK_CONTRACT);
  const lots = Math.max(1, Math.ceil(workContracts / 8));
  const contracts = Math.max(1, Math.ceil(lots / 1.25));
  const participants = Math.max(1, Math.ceil(workContracts / 1.4));
  return {
    from,
    years,
    desks: 20,
    facilitators: 40,
    declarations: 20 * 12 * (years + 1),
    buyers: Math.max(10, Math.min(5_000, Math.ceil(contracts / 12))),
    operations: Math.max(1, Math.ceil(contracts / 2)),
    contracts,
    contractors: Math.max(10, Math.min(40_000, Math.ceil(workContracts / 12))),
    lots,
    commitments: lots * 6,
    participants,
    workContracts,
    hours,
  };
}

/** Codes to choose among; the first ones are the most frequent, as in life. */
const LISTS = [
  'CRITERION',
  'SECTOR',
  'CLAUSE_TYPE',
  'BUYER_KIND',
  'WORK_CONTRACT_TYPE',
  'EXECUTION_MODE',
  'EDUCATION_LEVEL',
]
  .map(
    (list) =>
      `('${list}', ARRAY[${codeListOf(list)
        .entries.map(({ code }) => `'${code}'`)
        .join(', ')}])`,
  )
  .join(', ');
