import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NATIONAL_MIGRATIONS } from '../../migrations/national';
import { REGIONAL_MIGRATIONS } from '../../migrations/regional';
import { REGISTRY_MIGRATIONS } from '../../migrations/registry';
import { migrateDatabase, REGIONAL_ROLES } from '../../subgraphs/kit/postgres';
import {
  ensureDatabases,
  readPostmasterFile,
  startEmbeddedPostgres,
  stopPostmaster,
} from '../../subgraphs/kit/postgres/embedded';

/** The PostgreSQL of one jest run. */
export interface TestCluster {
  /** Administrator's URL. */
  readonly adminUrl: string;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
}

/** Role that owns every test database: an ordinary one, as a service's own is. */
export const TEST_ROLE = {
  role: 'maillage_test',
  password: 'maillage-test-password',
  mayBecome: REGIONAL_ROLES,
} as const;

/** Name of the migrated database that test databases of a kind are copied from. */
export const TEMPLATES = {
  regional: 'template_regional',
  national: 'template_national',
  registry: 'template_registry',
} as const;

const PREFIX = 'maillage-test-';

/** Starts a PostgreSQL that never waits for the disk, with one migrated template database per kind. */
export async function startTestCluster(): Promise<TestCluster> {
  await removeAbandonedClusters();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const postgres = await startEmbeddedPostgres({
    dataDirectory: folder,
    durability: 'throwaway',
    searchPath: process.env['PATH'],
  });
  const close = async (): Promise<void> => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const [regional = '', national = '', registry = ''] = await ensureDatabases(
      postgres.adminUrl,
      [TEMPLATES.regional, TEMPLATES.national, TEMPLATES.registry].map((database) => ({ database, ...TEST_ROLE })),
    );
    await Promise.all([
      migrateDatabase(regional, REGIONAL_MIGRATIONS),
      migrateDatabase(national, NATIONAL_MIGRATIONS),
      migrateDatabase(registry, REGISTRY_MIGRATIONS),
    ]);
    return { adminUrl: postgres.adminUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Stops and removes what test runs that were killed have left: their folder's name holds their process number. */
async function removeAbandonedClusters(): Promise<void> {
  const names = await readdir(tmpdir());
  await Promise.all(
    names.map(async (name) => {
      const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
      if (Number.isNaN(pid) || isRunning(pid)) return;
      const folder = join(tmpdir(), name);
      const postmaster = await readPostmasterFile(join(folder, 'postgres', 'data'));
      if (postmaster !== undefined) await stopPostmaster(postmaster.pid);
      await rm(folder, { recursive: true, force: true });
    }),
  );
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
