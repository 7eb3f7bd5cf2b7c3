import type { DataSource } from 'typeorm';
import type { Dispatcher } from 'undici';
import { registrySchema } from '../schema';
import { HubError } from '../subgraphs/kit/errors';
import type { HubSigningKey, HubTokenVerifier } from '../subgraphs/kit/identity';
import { createHubTokenSigner } from '../subgraphs/kit/identity';
import type { Logger } from '../subgraphs/kit/log';
import { createDataSource } from '../subgraphs/kit/postgres';
import { EVENTS_PATH, SUPERGRAPH_PATH } from '../subgraphs/kit/registry-client';
import { createSubgraphServer, type InternalRoute } from '../subgraphs/kit/server';
import type { Tracing } from '../subgraphs/kit/tracing';
import type { CheckInput, CheckReport, Composer } from './checks';
import { type ConformanceDependencies, createConformanceService } from './conformance-runs';
import { bothDoors, createCredentialService } from './credentials';
import { createDistribution } from './distribution';
import { createMemberService, probeMembers } from './members';
import { createPublicationService } from './publications';
import { createRegistryContext, type RegistryContext, type RegistryServices } from './registry-context';
import { REGISTRY_ENTITIES } from './registry-entities';
import { registryResolvers } from './registry-resolvers';
import { createUsageService } from './usage';

/** What a registry is started with. */
export interface RegistryOptions {
  readonly databaseUrl: string;
  readonly host: string;
  /** TCP port; 0 lets the system choose. */
  readonly port: number;
  readonly mode: 'development' | 'production';
  readonly nationalUrl: string;
  /** Where gateways find its GraphQL endpoint; its own address unless said. */
  readonly registryUrl?: string;
  readonly probeMilliseconds: number;
}

/** What it depends on. */
export interface RegistryDependencies {
  readonly logger: Logger;
  /** Reads the gateway's tokens for the registry. */
  readonly tokens: HubTokenVerifier;
  /** Reads the gateway's tokens for handing in usage (USAGE_AUDIENCE). Without it none is taken. */
  readonly usageTokens?: HubTokenVerifier;
  readonly signingKey: HubSigningKey;
  /** The gateway's key, for probes; null when there is none. */
  readonly hubSigningKey: HubSigningKey | null;
  /** Composes what changes of members and rollbacks need: publications that were served before. */
  readonly composer: Composer;
  readonly runChecks: (input: CheckInput) => Promise<CheckReport>;
  /** Runs the conformance kit; null when it cannot. */
  readonly runConformance: ConformanceDependencies['run'];
  readonly addressProblem: ConformanceDependencies['addressProblem'];
  /** Carries probes of members, and none to where no region may be; undici's own unless given. */
  readonly dispatcher?: Dispatcher;
  readonly tracing?: Tracing | null;
  /** The clock, real unless said. */
  readonly now?: () => Date;
}

/** A registry that listens. */
export interface Registry {
  /** URL of its GraphQL endpoint. */
  readonly url: string;
  /** Its address, without a path. */
  readonly origin: string;
  readonly services: RegistryServices;
  stop(): Promise<void>;
}

/** Audience of the tokens by which a gateway hands in what it counted: no question of a client ever carries it. */
export const USAGE_AUDIENCE = 'registry-usage';
/** Where it does. */
export const USAGE_PATH = '/internal/usage';
/** Largest batch of usage, in bytes. */
const USAGE_BYTES = 4 * 1024 * 1024;
/** Largest request: a schema of 256 KB, escaped in JSON, and then some, so that its size is judged by the checks. */
const BODY_BYTES = 2 * 1024 * 1024;

/**
 * Starts the registry on a migrated database: its API, and what gateways read. Throws DATABASE_UNAVAILABLE or
 * PORT_IN_USE.
 */
export async function createRegistry(options: RegistryOptions, deps: RegistryDependencies): Promise<Registry> {
  const { logger } = deps;
  const dataSource = createDataSource({
    url: options.databaseUrl,
    entities: REGISTRY_ENTITIES,
    applicationName: 'maillage-registry',
    poolSize: 10,
    onConnectionLost: (error) => logger.warn({ err: error }, 'a database connection was lost'),
  });
  try {
    await dataSource.initialize();
  } catch (cause) {
    throw new HubError('DATABASE_UNAVAILABLE', "The registry's database cannot be reached.", {}, { cause });
  }
  try {
    return await start(options, deps, dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

async function start(options: RegistryOptions, deps: RegistryDependencies, dataSource: DataSource): Promise<Registry> {
  const { logger, signingKey, hubSigningKey } = deps;
  const credentials = createCredentialService(dataSource, deps.now ?? (() => new Date()));
  const distribution = createDistribution({ dataSource, credentials, signingKey, logger });
  const services = createServices(options, deps, { dataSource, credentials, onMinted: distribution.look });
  const server = await createSubgraphServer<RegistryContext>({
    name: 'registry',
    typeDefs: registrySchema(),
    resolvers: registryResolvers(),
    tokens: bothDoors(deps.tokens, credentials),
    internalRoutes: usageRoutes(services, deps.usageTokens),
    plainRoutes: [
      { path: SUPERGRAPH_PATH, answer: distribution.supergraph },
      { path: EVENTS_PATH, answer: distribution.events },
    ],
    createContext: ({ caller, subject }) => createRegistryContext(services, { caller, subject }),
    logger,
    tracing: deps.tracing ?? null,
    host: options.host,
    port: options.port,
    limits: { bodyBytes: BODY_BYTES },
    checkReady: async () => {
      await dataSource.query('SELECT 1');
    },
  });
  const signer = hubSigningKey === null ? null : createHubTokenSigner(hubSigningKey);
  const { probeMilliseconds: intervalMilliseconds } = options;
  const probing = { dataSource, signer, logger, intervalMilliseconds };
  const endProbes = probeMembers({
    ...probing,
    ...(deps.dispatcher === undefined ? {} : { dispatcher: deps.dispatcher }),
  });
  const stop = async () => {
    endProbes();
    distribution.close();
    await server.stop();
    await dataSource.destroy();
  };
  return { url: server.url, origin: new URL(server.url).origin, services, stop };
}

function usageRoutes({ usage }: RegistryServices, tokens: HubTokenVerifier | undefined): InternalRoute[] {
  if (tokens === undefined) return [];
  return [{ path: USAGE_PATH, tokens, answer: (batch) => usage.take(batch), bodyBytes: USAGE_BYTES }];
}

/** Parts of a registry that its services need. */
interface ServiceParts extends Pick<RegistryServices, 'dataSource' | 'credentials'> {
  readonly onMinted: () => Promise<void>;
}

function createServices(
  { mode, nationalUrl, registryUrl, host, port }: RegistryOptions,
  { composer, runChecks, runConformance, addressProblem, logger, now = () => new Date() }: RegistryDependencies,
  { dataSource, credentials, onMinted }: ServiceParts,
): RegistryServices {
  const usage = createUsageService(dataSource, now);
  const conformance = createConformanceService({
    dataSource,
    run: runConformance,
    addressProblem,
    isRequired: mode === 'production',
    now,
  });
  const change = {
    dataSource,
    composer,
    nationalUrl,
    registryUrl: registryUrl ?? `http://${host}:${port}/graphql`,
    onMinted: () => {
      onMinted().catch((error: unknown) => logger.warn({ err: error }, 'a new supergraph is told later'));
    },
  };
  const publications = createPublicationService({
    ...change,
    mode,
    runChecks,
    today: () => now().toISOString().slice(0, 10),
    usage: () => usage.records(),
    conformanceMissing: (submission) => conformance.missing(submission),
  });
  return { dataSource, credentials, usage, conformance, publications, members: createMemberService(change, now) };
}
