import { randomBytes } from 'node:crypto';
import { link, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';
import { readPrivateJson } from './private-file';

const hubRecordSchema = z.object({
  /** Process number of the launcher. */
  pid: z.number().int().positive(),
  /** Where its control server listens. */
  controlUrl: z.url(),
  /** Bearer token of the control server. */
  token: z.string().min(32),
  startedAt: z.iso.datetime(),
});

/** How to reach the running hub of a data directory: `hub.json`, mode 0600. Also the lock of the directory. */
export type HubRecord = z.infer<typeof hubRecordSchema>;

/** Path of the record of a data directory. */
export function hubRecordPath(dataDirectory: string): string {
  return join(dataDirectory, 'hub.json');
}

/** The record of the hub that runs, or ran, from a data directory. */
export async function readHubRecord(dataDirectory: string): Promise<HubRecord | undefined> {
  return readPrivateJson(hubRecordPath(dataDirectory), hubRecordSchema);
}

/**
 * Takes the data directory for this hub, clearing the record of one that was killed. Returns the function that
 * gives it back. Throws HUB_ALREADY_RUNNING when `isAnswering` says that the recorded hub lives.
 */
export async function claimDataDirectory(
  dataDirectory: string,
  record: HubRecord,
  isAnswering: (other: HubRecord) => Promise<boolean>,
): Promise<() => Promise<void>> {
  const path = hubRecordPath(dataDirectory);
  const mine = `${path}.${randomBytes(4).toString('hex')}.part`;
  await writeFile(mine, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  try {
    while (!(await linked(mine, path))) {
      const other = await readHubRecord(dataDirectory);
      if (other !== undefined && (await isAnswering(other)))
        throw new HubError(
          'HUB_ALREADY_RUNNING',
          `A hub already runs from ${dataDirectory} (process ${other.pid}). Stop it first, or set another MAILLAGE_DATA_DIR.`,
        );
      await rm(path, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
  }
  return () => rm(path, { force: true });
}

/** A hard link is made whole or not at all, and never over an existing file. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
