import type { GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';
import { HubError } from '../../subgraphs/kit/errors';
import { type HubTokenSigner, PUBLIC_CALLER } from '../../subgraphs/kit/identity';
import { type Member, type Network, networkHeaderOf } from '../../subgraphs/kit/network';
import type { GatewayContext } from '../request-context';
import { askWithin } from './ask-within';
import type { BreakerState } from './circuit-breaker';
import type { DataSourceQuestion, SupergraphQuestion } from './data-source-question';
import {
  type CentralSubgraph,
  type DataSourcesConfig,
  type DataSourcesDeps,
  openCentralSource,
  openRegionalSource,
  wantsSignatures,
  type OpenTransport,
} from './open-sources';
import { NATIONAL_SUBGRAPH, REGISTRY_SUBGRAPH } from './national-data-source';
import { createQuestion, type SubgraphClient } from './subgraph-client';
import { createSubgraphTransport, type SubgraphTransport } from './subgraph-transport';

/** How long the national subgraph may take to show that it is there. */
const PROBE_MILLISECONDS = 1_000;

/** The data sources of one network, for the questions of one supergraph. */
export interface NetworkSources {
  /** The data source of a subgraph, by its name. Throws NETWORK_MISMATCH when the network does not name its address. */
  forSubgraph(name: string): GraphQLDataSource<GatewayContext>;
  /** Whether the national subgraph answers a trivial question within a second. */
  isNationalReachable(): Promise<boolean>;
  /** Closes what no other network uses, once the answers under way have come. */
  release(): Promise<void>;
}

/** The data sources of one gateway. */
export interface DataSources {
  /**
   * Those of a network. A subgraph that stays at its address keeps its connections, and what is known of its
   * health, from one network to the next.
   */
  ofNetwork(network: Network, schema: GraphQLSchema): NetworkSources;
  /** Whether each region asked so far is spared, by INSEE code. */
  breakerStates(): ReadonlyMap<string, BreakerState>;
  close(): Promise<void>;
}

/** A subgraph at one address, however many networks name it. */
interface Station {
  readonly source: {
    process(question: SupergraphQuestion): ReturnType<GraphQLDataSource<GatewayContext>['process']>;
  };
  readonly client: SubgraphClient;
  readonly transport: SubgraphTransport;
  /** Of a region: its code and what is known of it. */
  readonly region?: { readonly code: string; readonly state: () => BreakerState };
  users: number;
}

/** Builds data sources; addresses come from the network file, never from the supergraph. */
export function createDataSources(config: DataSourcesConfig, deps: DataSourcesDeps): DataSources {
  const stations = new Map<string, Station>();

  function acquire(name: string, url: string, build: Build, manner = '') {
    const address = `${name} ${url} ${manner}`;
    const station = stations.get(address) ?? buildStation(config, build);
    stations.set(address, station);
    station.users += 1;
    return { name, address, station };
  }

  async function giveUp(address: string, station: Station): Promise<void> {
    station.users -= 1;
    if (station.users > 0) return;
    stations.delete(address);
    await station.transport.finish();
  }

  return {
    ofNetwork(network, schema) {
      const held = stationsOf(network, { config, deps, acquire });
      const planned = { schema, members: networkHeaderOf(network) };
      const byName = new Map(held.map(({ name, station }) => [name, sourceOf(station, planned)]));
      const national = held[0]?.station.client;
      let released: Promise<unknown> | undefined;
      return {
        forSubgraph: (name) => byName.get(name) ?? notInNetwork(name),
        isNationalReachable: async () => national !== undefined && isReachable(national, schema, deps.signer),
        async release() {
          released ??= Promise.all(held.map(({ address, station }) => giveUp(address, station)));
          await released;
        },
      };
    },
    breakerStates: () => {
      const regions = [...stations.values()].flatMap(({ region }) => (region === undefined ? [] : [region]));
      return new Map(regions.map(({ code, state }) => [code, state()]));
    },
    async close() {
      await Promise.all([...stations.values()].map(({ transport }) => transport.close()));
    },
  };
}

type Build = (open: OpenTransport) => Omit<Station, 'users' | 'transport'>;

/** Opens every subgraph that a network names, the national one first. */
function stationsOf<Held>(
  network: Network,
  parts: {
    readonly config: DataSourcesConfig;
    readonly deps: DataSourcesDeps;
    /** `manner`: in what a question is put otherwise at the same address. */
    readonly acquire: (name: string, url: string, build: Build, manner?: string) => Held;
  },
): Held[] {
  const { config, deps, acquire } = parts;
  const { nationalUrl, registryUrl, members } = network;
  const central: CentralSubgraph[] = [
    { name: NATIONAL_SUBGRAPH, url: nationalUrl },
    ...(registryUrl == null ? [] : [{ name: REGISTRY_SUBGRAPH, url: registryUrl } as const]),
  ];
  const openMember = (member: Member) => {
    const build: Build = (open) => {
      const { breaker, source } = openRegionalSource(config, deps, open, member);
      return { source, client: breaker, region: { code: member.region.code, state: () => breaker.state() } };
    };
    return acquire(member.region.subgraph, member.url, build, wantsSignatures(config, member) ? 'signed' : undefined);
  };
  return [
    ...central.map((one) => acquire(one.name, one.url, (open) => openCentralSource(config, deps, open, one))),
    ...members.map(openMember),
  ];
}

function buildStation(
  config: DataSourcesConfig,
  build: (open: OpenTransport) => Omit<Station, 'users' | 'transport'>,
): Station {
  const { regionBodyLimitBytes: bodyLimitBytes, regionConnections: connections } = config;
  let transport: SubgraphTransport | undefined;
  const built = build((options) => {
    transport = createSubgraphTransport({ ...options, bodyLimitBytes, connections });
    return transport;
  });
  if (transport === undefined) throw new Error('A data source opened no transport');
  return { ...built, transport, users: 0 };
}

/** Answers are checked against the supergraph of the question, even if another serves by then. */
function sourceOf(
  { source }: Station,
  planned: Pick<SupergraphQuestion, 'schema' | 'members'>,
): GraphQLDataSource<GatewayContext> {
  return { process: (question: DataSourceQuestion) => source.process({ ...question, ...planned }) };
}

function notInNetwork(name: string): never {
  throw new HubError(
    'NETWORK_MISMATCH',
    `The supergraph holds the subgraph "${name}", whose address the network file does not give. Compose again.`,
    { subgraph: name },
  );
}

async function isReachable(client: SubgraphClient, schema: GraphQLSchema, signer: HubTokenSigner): Promise<boolean> {
  const token = await signer.tokenFor({ audience: NATIONAL_SUBGRAPH, caller: PUBLIC_CALLER });
  const question = createQuestion({
    query: '{ __typename }',
    operationName: undefined,
    variables: {},
    headers: { authorization: `Bearer ${token}` },
    identityKey: '',
    schema,
  });
  const outcome = await askWithin(client, question, {
    ownMilliseconds: Infinity,
    leftMilliseconds: PROBE_MILLISECONDS,
  });
  return outcome.status === 'success';
}
