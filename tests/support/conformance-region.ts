import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { geography } from '../../subgraphs/kit/cog';
import type { ConformanceKey, ConformanceOptions, ConformanceTarget } from '../../conformance';
import { createHubTokenVerifier, makeSigningKey, parseSigningKeys } from '../../subgraphs/kit/identity';
import { createQuestionVerifier } from '../../subgraphs/kit/signatures';
import { createRegionalSubgraph } from '../../subgraphs/regional';
import { loadDemonstration } from '../../subgraphs/regional/demonstration';
import { createTestDatabase } from './database';
import { region as regionOf, silentLogger } from './gateway-servers';
import { withClient } from './test-federation';

/** Largest body that it takes: small, so that the kit need not send megabytes. */
const TEST_BODY_BYTES = 512 * 1024;

/** How it is looked at: on a busy machine, time proves nothing. */
export const TEST_OPTIONS: ConformanceOptions = { bodyLimitBytes: TEST_BODY_BYTES, maxAnswerMilliseconds: 10_000 };

/** The reference implementation of one region with its small demonstration, which trusts a key of the test. */
export interface ConformanceRegion {
  readonly target: ConformanceTarget;
  /** The keys that it trusts. */
  readonly publicKeys: JSONWebKeySet;
  close(): Promise<void>;
}

/** The demonstration's desks cover EPCI only: gives the last one a whole département, which others cover in part. */
const TERRITORIES_OF_EVERY_KIND = `
  INSERT INTO desk_territory (desk_id, kind, code, name, origin)
  SELECT max(id), 'DEPARTEMENT', $1, 'Département', 'DEMONSTRATION' FROM desk`;

/** How it differs from what it usually is. */
export interface ConformanceRegionOptions {
  /** Whether its database holds rows; yes unless said. */
  readonly hasRows?: boolean;
  /** Whether it takes questions only that are signed with their body; no unless said. */
  readonly requiresSignedBodies?: boolean;
}

/** Starts it with real tokens on a real database. */
export async function startConformanceRegion(
  code = '53',
  schemaVersion = '3',
  { hasRows = true, requiresSignedBodies = false }: ConformanceRegionOptions = {},
): Promise<ConformanceRegion> {
  const region = regionOf(code);
  const key = await makeTestKey();
  const keys = createLocalJWKSet(key.publicKeys);
  const database = await createTestDatabase('regional');
  await withClient(database.url, async (client) => {
    if (!hasRows) return;
    await loadDemonstration(client, code, { scale: 'small', seed: 7 });
    await client.query(TERRITORIES_OF_EVERY_KIND, [
      geography()
        .departements()
        .find(({ region }) => region === code)?.code,
    ]);
  });
  const subgraph = await createRegionalSubgraph(
    {
      region,
      databaseUrl: database.url,
      port: 0,
      schemaVersion,
      limits: { drainDelay: 0, stopGrace: 100, bodyBytes: TEST_BODY_BYTES },
    },
    {
      logger: silentLogger,
      tokensFor: (audience) => createHubTokenVerifier(audience, keys),
      questions: requiresSignedBodies ? createQuestionVerifier(keys) : undefined,
    },
  );
  return {
    target: { url: subgraph.url, region, schemaVersion, key },
    publicKeys: key.publicKeys,
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
