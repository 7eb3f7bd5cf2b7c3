import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { HubError } from '../errors';
import { type DescribedTable, describeDatabase, SAME_BYTES } from './describe-database';
import { type BackedUpTable, type BackupManifest, MANIFEST_FILE, manifestText } from './manifest';

/** What is backed up, and where to. */
export interface BackUpOptions {
  /** URL of the database, as its owner: row-level security binds everybody else. */
  readonly url: string;
  /** Folder to make; must not exist. */
  readonly folder: string;
  /** Told after each table. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Writes all rows of a database into a folder, as of one moment (one REPEATABLE READ transaction, in which others go on
 * writing), with its level of migrations and a checksum per table (docs/adr/0019). Files are readable to their owner
 * only. The folder takes its name when it is whole; until then it ends in `.part`.
 *
 * Throws BACKUP_EXISTS when the folder is there, DATABASE_UNAVAILABLE, BACKUP_LEVEL_MISMATCH for a foreign database.
 */
export async function backUpDatabase({ url, folder, onProgress }: BackUpOptions): Promise<BackupManifest> {
  if (await isThere(folder))
    throw new HubError('BACKUP_EXISTS', `${folder} is there already. Name a folder that is not.`, { folder });
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(part, { mode: 0o700 });
  const client = await connect(url);
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(SAME_BYTES);
    const { name, migrations, tables, sequences } = await describeDatabase(client);
    const { rows } = await client.query<{ at: Date }>('SELECT now() AS at');
    const written: BackedUpTable[] = [];
    for (const table of tables) {
      written.push(await writeTable(client, table, part));
      onProgress?.(written.length, tables.length);
    }
    await client.query('COMMIT');
    const content: BackupManifest = {
      format: 'maillage-backup-1',
      database: name,
      takenAt: (rows[0]?.at ?? new Date()).toISOString(),
      migrations: [...migrations],
      tables: written,
      sequences: [...sequences],
    };
    await writeFile(join(part, MANIFEST_FILE), manifestText(content), { mode: 0o600, flush: true });
    await rename(part, folder);
    return content;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/** Name of the file of a table. */
export const fileOf = (table: string): string => `${table}.copy.gz`;

async function writeTable(
  client: Client,
  { name, columns, key }: DescribedTable,
  folder: string,
): Promise<BackedUpTable> {
  const list = columns.map(escapeIdentifier).join(', ');
  const order = key.map(escapeIdentifier).join(', ');
  const from = `SELECT ${list} FROM public.${escapeIdentifier(name)} ORDER BY ${order}`;
  const rows = client.query(copyTo(`COPY (${from}) TO STDOUT`));
  const hash = createHash('sha256');
  const file = createWriteStream(join(folder, fileOf(name)), { mode: 0o600, flags: 'wx' });
  await pipeline(rows, hashed(hash), createGzip({ level: 6 }), file);
  return { name, columns: [...columns], rows: rows.rowCount, sha256: hash.digest('hex') };
}

/** Passes bytes on and adds them to a hash. */
export const hashed = (hash: ReturnType<typeof createHash>): Transform =>
  new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });

/** Connects as the owner of the database. Throws DATABASE_UNAVAILABLE, without its password. */
export async function connect(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: 'maillage-backup',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const database = new URL(url).pathname.slice(1);
    const reason = cause instanceof Error ? cause.message : 'no reason given';
    throw new HubError(
      'DATABASE_UNAVAILABLE',
      `The database "${database}" cannot be reached: ${reason}.`,
      {},
      { cause },
    );
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
