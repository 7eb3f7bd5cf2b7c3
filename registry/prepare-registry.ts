import { REGISTRY_MIGRATIONS } from '../migrations/registry';
import { readNetwork } from '../subgraphs/kit/network';
import { createDataSource, migrateDatabase } from '../subgraphs/kit/postgres';
import { type Composer, composePublications } from './checks';
import type { RegistryConfig } from './config';
import { createCredentialService } from './credentials';
import { REGISTRY_ENTITIES } from './registry-entities';
import { leaveCredential, setUpMembers } from './setup';

/** What a preparation did. */
export interface Preparation {
  readonly migrations: number;
  /** Number of the supergraph that is served; 0 when there is none. */
  readonly supergraph: number;
  readonly published: number;
}

/** Composes here and now: the preparation is a process of its own, and what it composes is the hub's own. */
const COMPOSER: Composer = {
  compose: async (publications) => composePublications(publications),
  stop: async () => undefined,
};

/**
 * Brings the registry's database to its newest schema, leaves the credentials that were asked for, and publishes the
 * members of the set-up file, if there is one. Changes nothing the second time.
 */
export async function prepareRegistry(config: RegistryConfig): Promise<Preparation> {
  const migrations = (await migrateDatabase(config.databaseUrl, REGISTRY_MIGRATIONS)).length;
  const dataSource = createDataSource({
    url: config.databaseUrl,
    entities: REGISTRY_ENTITIES,
    poolSize: 2,
    applicationName: 'maillage-registry-prepare',
  });
  await dataSource.initialize();
  try {
    const credentials = createCredentialService(dataSource, () => new Date());
    if (config.administratorFile !== null)
      await leaveCredential(credentials, config.administratorFile, 'ADMINISTRATION');
    if (config.readerFile !== null) await leaveCredential(credentials, config.readerFile, 'READER');
    const members = config.setupFile === null ? [] : (await readNetwork(config.setupFile)).members;
    const { nationalUrl, registryUrl } = config;
    const deps = { dataSource, composer: COMPOSER, nationalUrl, registryUrl, onMinted: () => undefined };
    const { supergraph, published } = await setUpMembers(deps, members);
    return { migrations, supergraph, published: published.length };
  } finally {
    await dataSource.destroy();
  }
}
