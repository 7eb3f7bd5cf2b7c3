import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { HubError } from '../../errors';

const run = promisify(execFile);

/** The ordinary user that PostgreSQL runs as when the hub is started by root. */
export interface ServerIdentity {
  readonly uid: number;
  readonly gid: number;
}

/** Users tried in turn: PostgreSQL's own, then the one that every Unix has. Creating a user would change the machine. */
const CANDIDATES = ['postgres', 'nobody'];

/**
 * Who PostgreSQL must run as: undefined for "the same user as this process". PostgreSQL refuses to run as
 * root, so root gives it the owner of the existing cluster, else the `postgres` user, else `nobody`.
 */
export async function findServerIdentity(dataFolder: string): Promise<ServerIdentity | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(dataFolder).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of CANDIDATES) {
    const identity = await identityOf(name);
    if (identity !== undefined) return identity;
  }
  throw new HubError(
    'DATABASE_UNAVAILABLE',
    'PostgreSQL refuses to run as root and this machine has neither a "postgres" nor a "nobody" user. Start the hub as an ordinary user, or set MAILLAGE_POSTGRES_URL.',
  );
}

async function identityOf(name: string): Promise<ServerIdentity | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** Whether that user may pass through every folder above `path` and `path` itself (permission bits only). */
export async function canReach(path: string, identity: ServerIdentity | undefined): Promise<boolean> {
  if (identity === undefined) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
