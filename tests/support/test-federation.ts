import { Client, type QueryResultRow } from 'pg';
import { composeNetwork, regionalSchema } from '../../schema';
import type { GatewayConfig } from '../../gateway';
import type { GatewayIdentity } from '../../gateway/identity';
import type { Network } from '../../subgraphs/kit/network';
import type { Region } from '../../subgraphs/kit/regions';
import type { QuestionVerifier } from '../../subgraphs/kit/signatures';
import { createRegionalSubgraph } from '../../subgraphs/regional';
import { loadDemonstration } from '../../subgraphs/regional/demonstration';
import { type AnswerForwarder, startForwarder } from './answer-forwarder';
import { type Answer, ask } from './ask';
import { type Caller, type HubTokenVerifier, PUBLIC_CALLER } from '../../subgraphs/kit/identity';
import { CONSOLIDATOR, speakingAs, spokenIdentity, spokenTokens, trusting } from './callers';
import { createTestDatabase } from './database';
import { region as regionOf, silentLogger, startGateway } from './gateway-servers';
import { fillNational, startNational } from './national-server';

/** A region that takes part in a test's federation. */
export interface MemberOptions {
  /** Version of the regional schema that it publishes. */
  readonly schemaVersion: string;
  /** SDL that only this region publishes; its forwarder has to answer for it. */
  readonly extraSdl?: string;
  /** Whether the network says that its questions are signed with their body. */
  readonly signsBodies?: boolean;
  /** What it asks of the signatures of questions that come by that address; nothing unless said. */
  readonly questionsAt?: (publicUrl: string) => QuestionVerifier;
}

/** How the parts of a federation know each other. */
export interface FederationIdentity {
  /** Who asks the national subgraph; whoever the gateway says unless told. */
  readonly nationalTokens?: HubTokenVerifier;
  /** The same for the regions. */
  readonly tokensFor?: (audience: string) => HubTokenVerifier;
  /** How the gateway knows its callers, and shows itself. */
  readonly gateway?: GatewayIdentity;
}

/** A member of a test's federation, with real books. */
export interface FederatedRegion {
  readonly region: Region;
  readonly databaseUrl: string;
  /** Stands between the gateway and the region. */
  readonly forwarder: AnswerForwarder;
}

/** A whole federation in one process: real gateway, real national subgraph, real regions, real HTTP and databases. */
export interface TestFederation {
  member(code: string): FederatedRegion;
  /** Address of the gateway, without a path. */
  readonly gatewayUrl: string;
  /** GraphQL address of the national level, and its database. */
  readonly nationalUrl: string;
  readonly nationalDatabaseUrl: string;
  /** Asks the gateway as a client does: the national association's, who sees everything. */
  ask<Data>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer<Data>>;
  /** Asks as that caller. */
  askAs<Data>(caller: Caller, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer<Data>>;
  /** Runs one statement in the books of every member, for independent sums. */
  inEveryMember<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Makes every forwarder honest again. */
  restore(): void;
  close(): Promise<void>;
}

type Centre = Pick<TestFederation, 'gatewayUrl' | 'nationalUrl' | 'nationalDatabaseUrl'>;
type Cleanup = () => Promise<unknown>;

/** Starts a federation of these regions, by code, each with its small demonstration. */
export async function createTestFederation(
  members: Readonly<Record<string, MemberOptions>>,
  gatewayConfig: Partial<GatewayConfig> = {},
  identity: FederationIdentity = {},
): Promise<TestFederation> {
  const cleanups: Cleanup[] = [];
  const close = async (): Promise<void> => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const regions = new Map<string, FederatedRegion>();
    for (const [code, options] of Object.entries(members).sort(([left], [right]) => (left < right ? -1 : 1))) {
      regions.set(code, await startMember(regionOf(code), options, identity, cleanups));
    }
    const network: Network = {
      version: 1,
      nationalUrl: '',
      members: [...regions.values()].map(({ region, forwarder }) => ({
        region,
        url: forwarder.url,
        schemaVersion: members[region.code]?.schemaVersion ?? '',
        signsBodies: members[region.code]?.signsBodies,
      })),
    };
    const centre = await startCentre(network, members, { gatewayConfig, identity }, cleanups);
    return { ...accessTo(regions, `${centre.gatewayUrl}/graphql`), ...centre, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function accessTo(
  regions: ReadonlyMap<string, FederatedRegion>,
  gatewayUrl: string,
): Omit<TestFederation, 'close' | keyof Centre> {
  const askAs: TestFederation['askAs'] = (caller, query, variables) =>
    ask(gatewayUrl, query, variables, caller.role === 'public' ? {} : { authorization: speakingAs(caller) });
  return {
    member: (code) => {
      const found = regions.get(code);
      if (found === undefined) throw new Error(`Region ${code} is no member of this federation`);
      return found;
    },
    ask: (query, variables) => askAs(CONSOLIDATOR, query, variables),
    askAs,
    inEveryMember: async <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) => {
      const results = await Promise.all(
        [...regions.values()].map(({ databaseUrl }) =>
          withClient(databaseUrl, (client) => client.query<Row>(sql, [...values])),
        ),
      );
      return results.flatMap(({ rows }) => rows);
    },
    restore: () => regions.forEach(({ forwarder }) => forwarder.restore()),
  };
}

async function startMember(
  region: Region,
  options: MemberOptions,
  { tokensFor = () => spokenTokens }: FederationIdentity,
  cleanups: Cleanup[],
): Promise<FederatedRegion> {
  const database = await createTestDatabase('regional');
  cleanups.push(() => database.close());
  await withClient(database.url, (client) => loadDemonstration(client, region.code, { scale: 'small', seed: 7 }));
  let subgraphUrl = '';
  const forwarder = await startForwarder(() => subgraphUrl);
  cleanups.push(() => forwarder.close());
  const subgraph = await createRegionalSubgraph(
    {
      region,
      databaseUrl: database.url,
      port: 0,
      schemaVersion: options.schemaVersion,
      limits: { drainDelay: 0, stopGrace: 100 },
    },
    { logger: silentLogger, tokensFor, questions: options.questionsAt?.(forwarder.url) },
  );
  cleanups.push(() => subgraph.stop());
  subgraphUrl = subgraph.url;
  return { region, databaseUrl: database.url, forwarder };
}

/** Starts what is national, the subgraph and then the gateway, and says where they are. */
async function startCentre(
  network: Network,
  members: Readonly<Record<string, MemberOptions>>,
  {
    gatewayConfig,
    identity: { nationalTokens = spokenTokens, gateway: gatewayIdentity = spokenIdentity },
  }: { readonly gatewayConfig: Partial<GatewayConfig>; readonly identity: FederationIdentity },
  cleanups: Cleanup[],
): Promise<Centre> {
  const publications = network.members.map(({ region, schemaVersion }) => ({
    region,
    sdl: regionalSchema(region, schemaVersion) + (members[region.code]?.extraSdl ?? ''),
  }));
  const { supergraphSdl } = composeNetwork(publications);
  const database = await createTestDatabase('national');
  cleanups.push(() => database.close());
  await fillNational(database.url, network);
  const national = await startNational(database.url, network, nationalTokens, {
    // Who asks there is no client.
    conventionTokens: trusting(PUBLIC_CALLER),
  });
  cleanups.push(() => national.stop());
  // Real databases on a busy machine: the deadline is the hub's own, not the short one of tests without.
  const gateway = await startGateway(
    supergraphSdl,
    { ...network, nationalUrl: national.url },
    { regionDeadlineMilliseconds: 10_000, nationalDeadlineMilliseconds: 20_000, ...gatewayConfig },
    gatewayIdentity,
  );
  cleanups.push(() => gateway.stop());
  return { gatewayUrl: gateway.url, nationalUrl: national.url, nationalDatabaseUrl: database.url };
}

/** Runs an action with a connection of its own. */
export async function withClient<Result>(url: string, action: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await action(client);
  } finally {
    await client.end();
  }
}
