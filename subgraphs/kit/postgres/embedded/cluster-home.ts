import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readPostmasterFile, stopPostmaster } from './postmaster-file';
import { canReach, findServerIdentity, type ServerIdentity } from './server-identity';

/** Where one cluster lives. */
export interface ClusterHome {
  /** Who PostgreSQL runs as; undefined for the user of this process. */
  readonly identity: ServerIdentity | undefined;
  /** Folder owned by that user; holds the data folder and a copy of the programs when one is needed. */
  readonly folder: string;
  /** PostgreSQL's data folder. */
  readonly data: string;
  /** File that receives what PostgreSQL writes to its standard error. */
  readonly log: string;
  /** Password of the cluster's administrator, kept in the hub's data directory (mode 0600). */
  readonly password: string;
}

/** Parent of the clusters of hubs whose own folder PostgreSQL's user cannot reach (a clone under /root). */
const OUTSIDE_FOLDER = '/var/lib/maillage';

/**
 * Prepares the folders of the cluster of one hub. The cluster lives in `<dataDirectory>/postgres`. Started by
 * root from a folder that PostgreSQL's ordinary user cannot reach, it lives in /var/lib/maillage/<hash of the
 * path> instead, never by opening the permissions of a folder that is not ours.
 */
export async function prepareClusterHome(dataDirectory: string): Promise<ClusterHome> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const directory = await realpath(dataDirectory);
  const inside = join(directory, 'postgres');
  const identity = await findServerIdentity(join(inside, 'data'));
  const isReachable = await canReach(dirname(directory), identity);
  const folder = isReachable ? inside : outsideFolder(directory);
  if (!isReachable) {
    await mkdir(OUTSIDE_FOLDER, { recursive: true });
    await chmod(OUTSIDE_FOLDER, 0o711);
    await dropAbandonedCluster(directory, folder);
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (identity !== undefined) {
    await chown(folder, identity.uid, identity.gid);
    if (isReachable) {
      // PostgreSQL's user may pass through, not list.
      await chown(directory, process.getuid?.() ?? 0, identity.gid);
      await chmod(directory, 0o710);
    }
  }
  const password = await readOrCreatePassword(join(directory, 'postgres-password'));
  return { identity, folder, data: join(folder, 'data'), log: join(directory, 'postgres.log'), password };
}

function outsideFolder(directory: string): string {
  return join(OUTSIDE_FOLDER, createHash('sha256').update(directory).digest('hex').slice(0, 16));
}

/** A hub whose data directory was deleted is starting afresh: its cluster outside goes the same way. */
async function dropAbandonedCluster(directory: string, folder: string): Promise<void> {
  const isKnown = await readFile(join(directory, 'postgres-password')).then(
    () => true,
    () => false,
  );
  if (isKnown) return;
  const postmaster = await readPostmasterFile(join(folder, 'data'));
  if (postmaster !== undefined) await stopPostmaster(postmaster.pid);
  await rm(folder, { recursive: true, force: true });
}

async function readOrCreatePassword(path: string): Promise<string> {
  const existing = await readFile(path, 'utf8').catch(() => undefined);
  if (existing !== undefined && existing.trim() !== '') return existing.trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(path, `${password}\n`, { mode: 0o600 });
  return password;
}
