import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Client, escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { HubError } from '../errors';
import { connect, fileOf, hashed } from './back-up-database';
import { describeDatabase, SAME_BYTES } from './describe-database';
import { type BackedUpTable, type BackupManifest, readManifest } from './manifest';

/** What is restored, and where to. */
export interface RestoreOptions {
  /** Folder of a backup. */
  readonly folder: string;
  /** URL of a database that was migrated to the level of the backup and holds nothing; as its owner. */
  readonly url: string;
  /** Told after each table. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Tables in which migrations put rows: they do not make a database one that is in use, and are replaced. */
const FILLED_BY_MIGRATIONS: ReadonlySet<string> = new Set(['dated_parameter']);

/**
 * Puts all rows of a backup into an empty database, in one transaction: whole, or not at all. Triggers do not fire
 * (history, rollups and declarations come with the backup) and are as before afterwards; constraints are checked.
 *
 * Throws BACKUP_DAMAGED before anything is written when a file is missing, cut or altered; BACKUP_LEVEL_MISMATCH when
 * the database has other migrations; BACKUP_TARGET_NOT_EMPTY when it holds rows.
 */
export async function restoreDatabase({ folder, url, onProgress }: RestoreOptions): Promise<BackupManifest> {
  const manifest = await readManifest(folder);
  for (const table of manifest.tables) await checkFile(folder, table);
  const client = await connect(url);
  try {
    await client.query('BEGIN');
    await client.query(SAME_BYTES);
    await refuseOtherLevel(client, manifest);
    for (const { name } of manifest.tables) {
      await client.query(`LOCK TABLE public.${escapeIdentifier(name)} IN ACCESS EXCLUSIVE MODE`);
    }
    await setTriggers(client, manifest, 'DISABLE');
    await refuseFilled(client, manifest);
    for (const [index, table] of manifest.tables.entries()) {
      await loadTable(client, folder, table);
      onProgress?.(index + 1, manifest.tables.length);
    }
    for (const { name, last, isCalled } of manifest.sequences) {
      await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [
        `public.${escapeIdentifier(name)}`,
        last,
        isCalled,
      ]);
    }
    await setTriggers(client, manifest, 'ENABLE');
    await client.query('COMMIT');
    return manifest;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** Reads a backup from end to end without restoring it. Throws BACKUP_DAMAGED. */
export async function verifyBackup(folder: string): Promise<BackupManifest> {
  const manifest = await readManifest(folder);
  for (const table of manifest.tables) await checkFile(folder, table);
  return manifest;
}

async function checkFile(folder: string, { name, sha256 }: BackedUpTable): Promise<void> {
  const hash = createHash('sha256');
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(createReadStream(join(folder, fileOf(name))), createGunzip(), hashed(hash), nowhere);
  } catch {
    throw damaged(folder, name, 'is missing or cut');
  }
  if (hash.digest('hex') !== sha256) throw damaged(folder, name, 'was altered');
}

const damaged = (folder: string, table: string, reason: string): HubError =>
  new HubError(
    'BACKUP_DAMAGED',
    `${join(folder, fileOf(table))} ${reason}. Nothing was restored; take another backup.`,
    { table },
  );

async function refuseOtherLevel(client: Client, manifest: BackupManifest): Promise<void> {
  const { name, migrations, tables } = await describeDatabase(client);
  const missing = manifest.migrations.filter((each) => !migrations.includes(each));
  const newer = migrations.filter((each) => !manifest.migrations.includes(each));
  const isSame = missing.length + newer.length === 0;
  if (isSame && shapeOf(tables) === shapeOf(manifest.tables)) return;
  const reason = isSame
    ? 'has other tables than the backup at the same level'
    : missing.length > 0
      ? `lacks ${missing.join(', ')}, which the backup has: migrate it with the release that the backup is of, or a newer one`
      : `has ${newer.join(', ')}, which the backup has not: restore with the release that the backup is of, then migrate`;
  throw new HubError('BACKUP_LEVEL_MISMATCH', `The database "${name}" ${reason}. Nothing was restored.`, {
    missing,
    newer,
  });
}

const shapeOf = (tables: readonly { readonly name: string; readonly columns: readonly string[] }[]): string =>
  tables
    .map(({ name, columns }) => `${name}(${columns.join()})`)
    .toSorted()
    .join('\n');

async function refuseFilled(client: Client, { tables }: BackupManifest): Promise<void> {
  for (const { name } of tables) {
    if (FILLED_BY_MIGRATIONS.has(name)) {
      await client.query(`DELETE FROM public.${escapeIdentifier(name)}`);
      continue;
    }
    const { rows } = await client.query(`SELECT FROM public.${escapeIdentifier(name)} LIMIT 1`);
    if (rows.length > 0)
      throw new HubError(
        'BACKUP_TARGET_NOT_EMPTY',
        `Table ${name} of the database holds rows. Restore into a new database that was migrated and nothing else; nothing was changed.`,
        { table: name },
      );
  }
}

/** Triggers of ours; those by which PostgreSQL keeps references stay on. */
async function setTriggers(client: Client, { tables }: BackupManifest, state: 'DISABLE' | 'ENABLE'): Promise<void> {
  for (const { name } of tables) {
    await client.query(`ALTER TABLE public.${escapeIdentifier(name)} ${state} TRIGGER USER`);
  }
}

async function loadTable(
  client: Client,
  folder: string,
  { name, columns, rows, sha256 }: BackedUpTable,
): Promise<void> {
  const list = columns.map(escapeIdentifier).join(', ');
  const hash = createHash('sha256');
  const target = client.query(copyFrom(`COPY public.${escapeIdentifier(name)} (${list}) FROM STDIN`));
  await pipeline(createReadStream(join(folder, fileOf(name))), createGunzip(), hashed(hash), target);
  // The file may have been exchanged since it was checked.
  if (hash.digest('hex') !== sha256 || target.rowCount !== rows)
    throw damaged(folder, name, 'changed while it was read');
}
