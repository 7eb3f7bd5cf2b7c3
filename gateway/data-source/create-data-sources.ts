import type { GraphQLDataSource } from '@apollo/gateway';
import { HubError } from '../../subgraphs/kit/errors';
import { type HubTokenSigner, PUBLIC_CALLER } from '../../subgraphs/kit/identity';
import type { Member } from '../../subgraphs/kit/network';
import type { GatewayContext } from '../request-context';
import { askWithin } from './ask-within';
import type { BreakerState, BreakingClient } from './circuit-breaker';
import {
  type DataSourcesConfig,
  type DataSourcesDeps,
  openNationalSource,
  openRegionalSource,
  type OpenTransport,
} from './open-sources';
import { NATIONAL_SUBGRAPH } from './national-data-source';
import { createQuestion, type SubgraphClient } from './subgraph-client';
import { createSubgraphTransport, type SubgraphTransport } from './subgraph-transport';

/** How long the national subgraph may take to show that it is there. */
const PROBE_MILLISECONDS = 1_000;

/** The data sources of one gateway. */
export interface DataSources {
  /**
   * The data source of a subgraph, by its name: the same one every time, so that connections and what is known of
   * the region outlive a change of the supergraph. Throws CONFIG_INVALID when the network does not name its address.
   */
  forSubgraph(name: string): GraphQLDataSource<GatewayContext>;
  /** Whether each region asked so far is spared, by INSEE code. */
  breakerStates(): ReadonlyMap<string, BreakerState>;
  /** Whether the national subgraph answers a trivial question within a second. */
  isNationalReachable(): Promise<boolean>;
  close(): Promise<void>;
}

/** Builds data sources on demand; addresses come from the network file, never from the supergraph. */
export function createDataSources(config: DataSourcesConfig, deps: DataSourcesDeps): DataSources {
  const { network } = deps;
  const sources = new Map<string, GraphQLDataSource<GatewayContext>>();
  const breakers = new Map<string, BreakingClient>();
  const transports: SubgraphTransport[] = [];
  const { regionBodyLimitBytes: bodyLimitBytes, regionConnections: connections } = config;
  const open: OpenTransport = (options) => {
    const transport = createSubgraphTransport({ ...options, bodyLimitBytes, connections });
    transports.push(transport);
    return transport;
  };
  const national = openNationalSource(config, deps, open);

  function openRegion(member: Member): GraphQLDataSource<GatewayContext> {
    const { breaker, source } = openRegionalSource(config, deps, open, member);
    breakers.set(member.region.code, breaker);
    return source;
  }

  function build(name: string): GraphQLDataSource<GatewayContext> {
    if (name === NATIONAL_SUBGRAPH) return national.source;
    const member = network.members.find(({ region }) => region.subgraph === name);
    if (member !== undefined) return openRegion(member);
    throw new HubError(
      'CONFIG_INVALID',
      `The supergraph holds the subgraph "${name}", whose address the network file does not give. Compose again.`,
      { subgraph: name },
    );
  }

  return {
    forSubgraph(name) {
      const source = sources.get(name) ?? build(name);
      sources.set(name, source);
      return source;
    },
    breakerStates: () => new Map([...breakers].map(([code, breaker]) => [code, breaker.state()])),
    isNationalReachable: () => isReachable(national.client, deps.signer),
    async close() {
      await Promise.all(transports.map((transport) => transport.close()));
    },
  };
}

async function isReachable(client: SubgraphClient, signer: HubTokenSigner): Promise<boolean> {
  const token = await signer.tokenFor({ audience: NATIONAL_SUBGRAPH, caller: PUBLIC_CALLER });
  const question = createQuestion({
    query: '{ __typename }',
    operationName: undefined,
    variables: {},
    headers: { authorization: `Bearer ${token}` },
    identityKey: '',
  });
  const outcome = await askWithin(client, question, {
    ownMilliseconds: Infinity,
    leftMilliseconds: PROBE_MILLISECONDS,
  });
  return outcome.status === 'success';
}
