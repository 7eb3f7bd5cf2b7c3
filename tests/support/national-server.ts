import { NATIONAL_MIGRATIONS } from '../../migrations/national';
import { createNationalSubgraph, type NationalDependencies } from '../../subgraphs/national/create-national-subgraph';
import { loadNationalDemonstration } from '../../subgraphs/national/demonstration';
import { DEFAULT_THRESHOLDS } from '../../subgraphs/national/disclosure';
import { NATIONAL_ENTITIES } from '../../subgraphs/national/national-entities';
import type { HubTokenVerifier } from '../../subgraphs/kit/identity';
import { createLogger } from '../../subgraphs/kit/log';
import type { Network } from '../../subgraphs/kit/network';
import { createDataSource } from '../../subgraphs/kit/postgres';
import { REGIONS } from '../../subgraphs/kit/regions';
import { trusting } from './callers';

/** A network in which these regions are members, at addresses where nobody listens. */
export function unreachableNetwork(codes: readonly string[] = REGIONS.map((region) => region.code)): Network {
  const members = REGIONS.filter((region) => codes.includes(region.code)).map((region) => ({
    region,
    url: `http://${region.subgraph}.invalid/graphql`,
    schemaVersion: '2',
  }));
  return { version: 1, nationalUrl: 'http://national.invalid/graphql', members };
}

/** Fills the national level of a test's database with the demonstration rows. */
export async function fillNational(url: string, network: Network): Promise<number> {
  const dataSource = createDataSource({ url, entities: NATIONAL_ENTITIES, poolSize: 1, applicationName: 'test' });
  await dataSource.initialize();
  try {
    return await loadNationalDemonstration(dataSource, network);
  } finally {
    await dataSource.destroy();
  }
}

/** Starts the national subgraph of a test on a free port. */
export function startNational(
  databaseUrl: string,
  network: Network,
  tokens: HubTokenVerifier = trusting(),
  more: Partial<NationalDependencies> = {},
) {
  const listening = { host: '127.0.0.1', port: 0, bodyLimitBytes: 8 * 1024 * 1024 };
  const options = { network, databaseUrl, ...listening, disclosure: DEFAULT_THRESHOLDS };
  return createNationalSubgraph(options, { logger: createLogger('national-test', 'silent'), tokens, ...more });
}

export { NATIONAL_ENTITIES, NATIONAL_MIGRATIONS };
