import { createLocalJWKSet } from 'jose';
import type { ConformanceKey, ConformanceTarget } from '../../conformance';
import { createHubTokenVerifier, makeSigningKey, parseSigningKeys } from '../../subgraphs/kit/identity';
import { createRegionalSubgraph } from '../../subgraphs/regional';
import { loadDemonstration } from '../../subgraphs/regional/demonstration';
import { createTestDatabase } from './database';
import { region as regionOf, silentLogger } from './gateway-servers';
import { withClient } from './test-federation';

/** The reference implementation of one region with its small demonstration, which trusts a key of the test. */
export interface ConformanceRegion {
  readonly target: ConformanceTarget;
  close(): Promise<void>;
}

/** Starts it with real tokens on a real database. */
export async function startConformanceRegion(code = '53', schemaVersion = '2'): Promise<ConformanceRegion> {
  const region = regionOf(code);
  const key = await makeTestKey();
  const keys = createLocalJWKSet(key.publicKeys);
  const database = await createTestDatabase('regional');
  await withClient(database.url, (client) => loadDemonstration(client, code, { scale: 'small', seed: 7 }));
  const subgraph = await createRegionalSubgraph(
    { region, databaseUrl: database.url, port: 0, schemaVersion, limits: { drainDelay: 0, stopGrace: 100 } },
    { logger: silentLogger, tokensFor: (audience) => createHubTokenVerifier(audience, keys) },
  );
  return {
    target: { url: subgraph.url, region, schemaVersion, key },
    close: async () => {
      await subgraph.stop();
      await database.close();
    },
  };
}

/** A key of the test, with the public half that an endpoint has to trust. */
export async function makeTestKey(): Promise<ConformanceKey & ReturnType<typeof parseSigningKeys>> {
  const { privateKey } = await makeSigningKey();
  return { kind: 'TEST', publishedAt: 'hub-keys.json', ...parseSigningKeys(JSON.stringify(privateKey), 'test') };
}
