import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { HubError } from '../../kit/errors';
import type { BookTable } from './book-table';
import { copyChunks } from './copy-text';
import { generateRegion, type DemonstrationChoice } from './generate-region';
import { restoreForeignKeys, setForeignKeysAside } from './foreign-keys';

/** How far the loading of one region is. */
export interface DemonstrationProgress {
  readonly region: string;
  /** The table just loaded. */
  readonly table: string;
  /** Tables loaded so far, and in all. */
  readonly done: number;
  readonly total: number;
  /** Rows loaded so far. */
  readonly rows: number;
}

export interface LoadOptions extends DemonstrationChoice {
  readonly onProgress?: (progress: DemonstrationProgress) => void;
}

/** What loading came to; the checksum is the SHA-256 of every row, in hexadecimal. */
export interface DemonstrationOutcome {
  readonly status: 'loaded' | 'already-loaded';
  readonly rows: number;
  readonly checksum: string;
}

/** Rises when the generator gives other rows for the same seed, so that old ones are not taken for new ones. */
const EDITION = 1;

/**
 * Fills the database of a region with its demonstration, in one transaction. Does nothing when it already
 * holds the same one. Throws DEMONSTRATION_CONFLICT, with nothing changed, when it holds anything else;
 * REGION_UNKNOWN outside the 18 regions. The client must be connected, outside a transaction, as the owner
 * of the migrated tables.
 */
export async function loadDemonstration(
  client: ClientBase,
  regionCode: string,
  options: LoadOptions,
): Promise<DemonstrationOutcome> {
  await client.query('BEGIN');
  try {
    // Two loaders of one database take turns; readers go on.
    await client.query('LOCK TABLE demonstration_load IN SHARE ROW EXCLUSIVE MODE');
    const outcome = (await findLoaded(client, regionCode, options)) ?? (await copyRegion(client, regionCode, options));
    await client.query('COMMIT');
    return outcome;
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw cause;
  }
}

interface LoadRow {
  readonly region_code: string;
  readonly edition: number;
  readonly scale: string;
  readonly seed: string;
  readonly checksum: string;
  readonly row_count: string;
}

async function findLoaded(
  client: ClientBase,
  regionCode: string,
  { scale, seed }: DemonstrationChoice,
): Promise<DemonstrationOutcome | undefined> {
  const { rows } = await client.query<LoadRow>(
    'SELECT region_code, edition, scale, seed, checksum, row_count FROM demonstration_load',
  );
  const [load] = rows;
  if (load === undefined) return undefined;
  const isSame =
    load.region_code === regionCode && load.edition === EDITION && load.scale === scale && load.seed === String(seed);
  if (!isSame)
    throw conflict(
      regionCode,
      `holds the demonstration of region ${load.region_code}, scale ${load.scale}, seed ${load.seed}, edition ${load.edition}`,
    );
  return { status: 'already-loaded', rows: Number(load.row_count), checksum: load.checksum };
}

async function copyRegion(
  client: ClientBase,
  regionCode: string,
  { scale, seed, onProgress }: LoadOptions,
): Promise<DemonstrationOutcome> {
  const { tables } = generateRegion(regionCode, { scale, seed });
  const names = tables.map(({ name }) => name);
  await refuseRows(client, regionCode, names);
  const keys = await setForeignKeysAside(client, names);
  // The tables are empty: truncated in this transaction, they take rows frozen, which no vacuum has to visit again.
  await client.query(`TRUNCATE ${names.join(', ')}`);
  const hash = createHash('sha256');
  let rows = 0;
  for (const [index, table] of tables.entries()) {
    rows += await copyTable(client, table, hash);
    onProgress?.({ region: regionCode, table: table.name, done: index + 1, total: tables.length, rows });
  }
  await restoreForeignKeys(client, keys);
  const checksum = hash.digest('hex');
  await client.query(
    `INSERT INTO demonstration_load (region_code, edition, scale, seed, checksum, row_count)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [regionCode, EDITION, scale, seed, checksum, rows],
  );
  await client.query(`ANALYZE ${names.join(', ')}`);
  return { status: 'loaded', rows, checksum };
}

async function refuseRows(client: ClientBase, regionCode: string, tables: readonly string[]): Promise<void> {
  // Rows entered meanwhile would collide with the identifiers of the demonstration.
  await client.query(`LOCK TABLE ${tables.join(', ')} IN ACCESS EXCLUSIVE MODE`);
  const checks = tables.map((table) => `SELECT '${table}' AS name WHERE EXISTS (SELECT FROM ${table})`);
  const { rows } = await client.query<{ name: string }>(checks.join(' UNION ALL '));
  if (rows.length > 0) throw conflict(regionCode, `has rows in ${rows.map(({ name }) => name).join(', ')}`);
}

function conflict(regionCode: string, found: string): HubError {
  return new HubError(
    'DEMONSTRATION_CONFLICT',
    `The database of region ${regionCode} ${found}. Nothing was changed; load the demonstration into an empty database.`,
    { region: regionCode },
  );
}

async function copyTable(client: ClientBase, table: BookTable, hash: Hash): Promise<number> {
  let rows = 0;
  hash.update(`${table.name}\n`);
  const chunks = function* (): Generator<Buffer, void> {
    for (const chunk of copyChunks(table, () => (rows += 1))) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const target = client.query(copyFrom(`COPY ${table.name} (${table.columns.join(', ')}) FROM STDIN (FREEZE)`));
  await pipeline(Readable.from(chunks()), target);
  // The next row that a desk enters comes after those of the demonstration.
  if (rows > 0) await client.query(`SELECT setval(pg_get_serial_sequence($1, 'id'), $2)`, [table.name, rows]);
  return rows;
}
