import type { DataSource } from 'typeorm';
import { nationalSchema, publicationsOf } from '../../schema';
import { HubError } from '../kit/errors';
import { type HubTokenVerifier } from '../kit/identity';
import type { Logger } from '../kit/log';
import { NETWORK_HEADER, type Network, readNetworkHeader } from '../kit/network';
import { createDataSource } from '../kit/postgres';
import { SCALARS } from '../kit/scalars';
import { createSubgraphServer, type InternalRoute } from '../kit/server';
import type { Tracing } from '../kit/tracing';
import { createNationalContext, type NationalContext } from './context';
import type { DisclosureThresholds } from './disclosure';
import { createDirectory, REGION_STATUS_HEADER } from './gather';
import { apiKeyRoute } from './modules/api-key';
import { keepForgetting } from './keep-forgetting';
import { conventionRoute } from './modules/partnership';
import { CorrespondentEntity } from './modules/correspondent';
import { NATIONAL_ENTITIES } from './national-entities';
import { createMembershipHistory, followResolvers, widestNetwork } from './membership';
import { nationalResolvers } from './national-resolvers';

/** What the national subgraph is started with. */
export interface NationalOptions {
  readonly network: Network;
  /** Whether the membership may change while it runs: then it understands questions about every region of the law. */
  readonly followsMembership?: boolean;
  readonly databaseUrl: string;
  readonly host: string;
  /** TCP port; 0 lets the system choose. */
  readonly port: number;
  readonly bodyLimitBytes: number;
  /** Smallest counts of persons that are shown live. */
  readonly disclosure: DisclosureThresholds;
}

/** What it depends on. */
export interface NationalDependencies {
  readonly logger: Logger;
  /** Reads the gateway's tokens for the national subgraph. */
  readonly tokens: HubTokenVerifier;
  /** Reads the gateway's tokens for looking up API keys (API_KEY_AUDIENCE). Without it no key is ever found. */
  readonly apiKeyTokens?: HubTokenVerifier;
  /** The same for asking who is under the conventions of a buyer (CONVENTION_AUDIENCE). Without it a buyer sees its own SIRENs alone. */
  readonly conventionTokens?: HubTokenVerifier;
  /** Where spans go; nothing is traced unless said. */
  readonly tracing?: Tracing | null;
  /** The clock, real unless said. */
  readonly now?: () => Date;
}

/** The national subgraph, listening. */
export interface NationalSubgraph {
  readonly url: string;
  /** Goes on with another membership. Questions under way end on the one that they began with. */
  takeNetwork(network: Network): void;
  stop(): Promise<void>;
}

/**
 * Starts the national subgraph on a migrated database. Its schema is generated from the members'
 * published versions, as the supergraph is. Throws DATABASE_UNAVAILABLE or PORT_IN_USE.
 */
export async function createNationalSubgraph(
  options: NationalOptions,
  { logger, tokens, apiKeyTokens, conventionTokens, tracing, now = () => new Date() }: NationalDependencies,
): Promise<NationalSubgraph> {
  const history = createMembershipHistory(options.network, (directory, publications) =>
    nationalResolvers(directory, publications, now),
  );
  const schemaNetwork = options.followsMembership === true ? widestNetwork(options.network) : options.network;
  const publications = publicationsOf(schemaNetwork.members);
  const dataSource = await openDatabase(options.databaseUrl, logger);
  let isDemonstration: Promise<boolean> | undefined;
  const server = await createSubgraphServer<NationalContext>({
    name: 'national',
    typeDefs: nationalSchema(publications),
    resolvers: {
      ...SCALARS,
      ...followResolvers(nationalResolvers(createDirectory(schemaNetwork), publications, now)),
    },
    tokens,
    internalRoutes: internalRoutes({ apiKeyTokens, conventionTokens }, dataSource, now),
    createContext: ({ headers, caller, subject }) => {
      const regionStatusHeader = oneOf(headers[REGION_STATUS_HEADER]);
      const { disclosure } = options;
      const facts = { caller, subject, regionStatusHeader, now: now(), disclosure };
      const generation = history.plannedOn(readNetworkHeader(oneOf(headers[NETWORK_HEADER])));
      return createNationalContext(dataSource, generation, facts);
    },
    logger,
    tracing,
    port: options.port,
    host: options.host,
    limits: { bodyBytes: options.bodyLimitBytes },
    isDemonstration: () =>
      (isDemonstration ??= dataSource.getRepository(CorrespondentEntity).existsBy({ origin: 'DEMONSTRATION' })),
    checkReady: async () => {
      await dataSource.query('SELECT 1');
    },
  });
  const endForgetting = keepForgetting(dataSource, now, logger);
  return {
    url: server.url,
    takeNetwork: (network) => history.take(network),
    stop: async () => {
      endForgetting();
      await server.stop();
      await dataSource.destroy();
    },
  };
}

/** What only the gateway asks, each with tokens of its own audience. */
function internalRoutes(
  { apiKeyTokens, conventionTokens }: Pick<NationalDependencies, 'apiKeyTokens' | 'conventionTokens'>,
  dataSource: DataSource,
  now: () => Date,
): InternalRoute[] {
  return [
    ...(apiKeyTokens === undefined ? [] : [apiKeyRoute(apiKeyTokens, dataSource, now)]),
    ...(conventionTokens === undefined ? [] : [conventionRoute(conventionTokens, dataSource, now)]),
  ];
}

function oneOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

async function openDatabase(url: string, logger: Logger): Promise<DataSource> {
  const dataSource = createDataSource({
    url: url,
    entities: NATIONAL_ENTITIES,
    applicationName: 'maillage-national',
    onConnectionLost: (error) => logger.warn({ err: error }, 'a database connection was lost'),
  });
  try {
    return await dataSource.initialize();
  } catch (cause) {
    throw new HubError('DATABASE_UNAVAILABLE', 'The national database cannot be reached.', {}, { cause });
  }
}
