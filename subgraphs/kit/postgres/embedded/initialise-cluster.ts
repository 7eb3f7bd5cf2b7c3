import { execFile } from 'node:child_process';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ClusterHome } from './cluster-home';
import type { ServerBinaries } from './server-binaries';
import { serverFailure } from './server-failure';

const run = promisify(execFile);

/** Tried in turn: some machines lack C.UTF-8, and every one has C. Both sort by code point. */
const LOCALES = ['C.UTF-8', 'C'];

/**
 * Creates the cluster: UTF-8, password logins only. It is made beside its final place and renamed, so that a
 * hub killed meanwhile never finds half a cluster at its next start. Throws DATABASE_UNAVAILABLE.
 */
export async function initialiseCluster(
  home: ClusterHome,
  binaries: ServerBinaries,
  administrator: string,
): Promise<void> {
  const unfinished = join(home.folder, 'data.unfinished');
  const passwordFile = join(home.folder, 'initial-password');
  await writeFile(passwordFile, `${home.password}\n`, { mode: 0o600 });
  if (home.identity !== undefined) await chown(passwordFile, home.identity.uid, home.identity.gid);
  try {
    let failure: unknown;
    for (const locale of LOCALES) {
      await rm(unfinished, { recursive: true, force: true });
      failure = await runInitdb([
        `--pgdata=${unfinished}`,
        `--username=${administrator}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        `--locale=${locale}`,
        '--no-instructions',
        // The first clean shutdown and every checkpoint write it to disk; waiting here costs seconds on slow disks.
        '--no-sync',
      ]);
      if (failure === undefined) return await rename(unfinished, home.data);
    }
    const words = failure instanceof Error && 'stderr' in failure ? String(failure.stderr) : String(failure);
    throw serverFailure(`PostgreSQL ${binaries.major} could not create its data in ${home.folder}.`, words, failure);
  } finally {
    await rm(passwordFile, { force: true });
  }

  async function runInitdb(parameters: readonly string[]): Promise<unknown> {
    try {
      await run(join(binaries.folder, 'initdb'), parameters, { ...home.identity, cwd: '/' });
      return undefined;
    } catch (error) {
      return error;
    }
  }
}
