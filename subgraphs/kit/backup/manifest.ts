import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HubError } from '../errors';

/** Name of the manifest in the folder of a backup: written last, so a backup that was cut has none. */
export const MANIFEST_FILE = 'manifest.json';

const tableSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** In the order of the file. */
  columns: z.array(z.string().regex(/^[a-z][a-z0-9_]*$/)),
  rows: z.int().min(0),
  /** Of the rows as PostgreSQL wrote them (COPY, text, in the order of the key), before they were packed. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const contentSchema = z.strictObject({
  format: z.literal('maillage-backup-1'),
  /** Name of the database, for those who read it. */
  database: z.string(),
  takenAt: z.iso.datetime(),
  /** Names of the migrations that the database had, oldest first: its level. */
  migrations: z.array(z.string()),
  /** In an order in which every table comes after those that its rows refer to. */
  tables: z.array(tableSchema),
  /** Where generated identifiers go on. */
  sequences: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z][a-z0-9_]*$/),
      last: z.string().regex(/^-?\d+$/),
      isCalled: z.boolean(),
    }),
  ),
});

const manifestSchema = z.strictObject({ content: contentSchema, sha256: z.string() });

/** What a backup holds, and by what it is known to be whole. */
export type BackupManifest = z.infer<typeof contentSchema>;

/** One table of a backup. */
export type BackedUpTable = z.infer<typeof tableSchema>;

/** The manifest as it is written: with the checksum of its own content. */
export const manifestText = (content: BackupManifest): string =>
  `${JSON.stringify({ content, sha256: checksumOf(content) }, null, 2)}\n`;

/** Reads the manifest of a backup. Throws BACKUP_DAMAGED when it is missing, cut or altered. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const damaged = (reason: string) =>
    new HubError(
      'BACKUP_DAMAGED',
      `${join(folder, MANIFEST_FILE)} ${reason}. Nothing was restored; take another backup.`,
    );
  let json: unknown;
  try {
    json = JSON.parse(await readFile(join(folder, MANIFEST_FILE), 'utf8'));
  } catch {
    throw damaged('is missing or cut: the backup was not finished, or this is none');
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw damaged('is not the manifest of a backup of this release');
  const { content, sha256 } = parsed.data;
  if (checksumOf(content) !== sha256) throw damaged('was altered');
  return content;
}

const checksumOf = (content: BackupManifest): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');
