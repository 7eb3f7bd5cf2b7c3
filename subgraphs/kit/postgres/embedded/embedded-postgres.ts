import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { prepareClusterHome, type ClusterHome } from './cluster-home';
import { initialiseCluster } from './initialise-cluster';
import { readPostmasterFile, removePostmasterFile, isPostgresAlive, stopPostmaster } from './postmaster-file';
import { findServerBinaries } from './server-binaries';
import type { Durability } from './server-settings';
import { spawnServer, watchPostmaster } from './spawn-server';

/** Name of the administrator of an embedded cluster. */
export const ADMINISTRATOR = 'postgres';

/** What an embedded PostgreSQL needs. */
export interface EmbeddedPostgresOptions {
  /** Folder that belongs to one hub; created when missing. Two servers never share one. */
  readonly dataDirectory: string;
  /** `throwaway` never waits for the disk: for tests only. */
  readonly durability: Durability;
  readonly maxConnections?: number;
  /** Use the PostgreSQL programs of this folder and no others. */
  readonly binaryFolder?: string | undefined;
  /** Where to look for a PostgreSQL of the machine; the PATH variable. */
  readonly searchPath?: string | undefined;
}

/** A running PostgreSQL. */
export interface EmbeddedPostgres {
  /** URL of the administrator on the database `postgres`. Holds a password: never log it. */
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: number;
  /** Whether it was started now, or found running after its launcher had been killed. */
  readonly origin: 'started' | 'adopted';
  /** "18 (embedded)". */
  readonly description: string;
  /** Settles when the server ends, whoever ended it. */
  readonly ended: Promise<void>;
  /** Stops it and waits until it is gone; a second call waits for the first. */
  stop(): Promise<void>;
  /** Ends it at once; the next start recovers from the write-ahead log. */
  kill(): Promise<void>;
}

/**
 * Starts the PostgreSQL of a data directory, creating its cluster the first time, or adopts the one that a
 * killed hub left running. Works for root (drops to an ordinary user) and for ordinary users.
 * Throws DATABASE_UNAVAILABLE with the server's own words when it does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = await prepareClusterHome(options.dataDirectory);
  const adopted = await adoptOrStopOrphan(home);
  if (adopted !== undefined) return adopted;
  const existing = await readFile(join(home.data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  const binaries = await findServerBinaries({
    identity: home.identity,
    copyFolder: home.folder,
    requiredMajor: existing === undefined ? undefined : Number(existing),
    onlyFolder: options.binaryFolder,
    searchPath: options.searchPath,
  });
  if (existing === undefined) await initialiseCluster(home, binaries, ADMINISTRATOR);
  const { port, pid } = await spawnServer(home, binaries, {
    durability: options.durability,
    maxConnections: options.maxConnections ?? 120,
  });
  return runningServer(home, { port, pid, origin: 'started', description: `${binaries.major} (${binaries.source})` });
}

/** Adopts a server that answers with our password from our folder; stops one that does not; clears its traces. */
async function adoptOrStopOrphan(home: ClusterHome): Promise<EmbeddedPostgres | undefined> {
  const postmaster = await readPostmasterFile(home.data);
  if (postmaster === undefined) return undefined;
  const { pid, port, isReady } = postmaster;
  if (await isPostgresAlive(pid)) {
    const major = isReady ? await askMajorVersion(home, port) : undefined;
    if (major !== undefined) return runningServer(home, { port, pid, origin: 'adopted', description: `${major}` });
    await stopPostmaster(pid);
  }
  await removePostmasterFile(home.data);
  return undefined;
}

/** Major version of the server at that port when it serves our data folder; undefined when it does not. */
async function askMajorVersion(home: ClusterHome, port: number): Promise<number | undefined> {
  const client = new Client({ connectionString: adminUrlOf(home, port), connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string; version: string }>(
      `SELECT current_setting('data_directory') AS folder, current_setting('server_version_num') AS version`,
    );
    const [row] = rows;
    return row?.folder === home.data ? Math.floor(Number(row.version) / 10_000) : undefined;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function runningServer(
  home: ClusterHome,
  facts: Pick<EmbeddedPostgres, 'port' | 'pid' | 'origin' | 'description'>,
): EmbeddedPostgres {
  const ended = watchPostmaster(facts.pid);
  let stopping: Promise<void> | undefined;
  return {
    ...facts,
    adminUrl: adminUrlOf(home, facts.port),
    ended: ended.promise,
    stop: () => {
      stopping ??= stopPostmaster(facts.pid).finally(ended.cancel);
      return stopping;
    },
    kill: async () => {
      process.kill(facts.pid, 'SIGQUIT');
      await stopPostmaster(facts.pid, 2_000).finally(ended.cancel);
    },
  };
}

function adminUrlOf(home: ClusterHome, port: number): string {
  return `postgres://${ADMINISTRATOR}:${encodeURIComponent(home.password)}@127.0.0.1:${port}/postgres`;
}
