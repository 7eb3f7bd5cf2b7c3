import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildSchema } from 'graphql';
import type {
  DataSources,
  DataSourcesConfig,
  DataSourcesDeps,
  NetworkSources,
  ObservedOutcome,
} from '../../gateway/data-source';
import { createDataSources } from '../../gateway/data-source';
import { createGatewayContext, type GatewayContext } from '../../gateway/request-context';
import { asHubError } from '../../subgraphs/kit/errors';
import type { Member, Network } from '../../subgraphs/kit/network';
import { fakeSigner } from './callers';
import { networkOf, region, sendJson, silentLogger, startHttpServer, unusedUrl } from './gateway-servers';

/** The supergraph of these tests. */
export const TEST_SCHEMA = buildSchema('type Query { ping(n: Int): String } type Mutation { ping: String }');

/** What one region answered to one request, or the code that says why it gave nothing. */
export interface Received {
  readonly data?: unknown;
  readonly code?: unknown;
  readonly context: GatewayContext;
}

/** One question of a test; `n` tells questions apart. */
export interface TestQuestion {
  readonly n?: number;
  readonly query?: string;
  readonly identityKey?: string;
  readonly context?: GatewayContext;
  readonly laterRounds?: number;
}

/** The data source of Bretagne as a gateway builds it, before a server of the test. */
export interface TestSource {
  readonly sources: DataSources;
  readonly network: Network;
  /** The sources of that network. */
  readonly served: NetworkSources;
  /** What the observer was told. */
  readonly outcomes: readonly ObservedOutcome[];
  ask(question?: TestQuestion): Promise<Received>;
  breaker(): string | undefined;
}

/** Builds the data source of Bretagne; nobody waits long unless the test says so. */
export async function sourceAt(
  url: string,
  config: Partial<DataSourcesConfig> = {},
  deps: Partial<DataSourcesDeps> = {},
  member: Partial<Member> = {},
): Promise<TestSource> {
  const outcomes: ObservedOutcome[] = [];
  const sources = createDataSources(
    {
      regionConnectMilliseconds: 10_000,
      regionHeadersMilliseconds: 20_000,
      regionDeadlineMilliseconds: 20_000,
      nationalDeadlineMilliseconds: 20_000,
      regionBodyLimitBytes: 10_000,
      regionConnections: 20,
      ...config,
    },
    {
      logger: silentLogger,
      signer: fakeSigner,
      onOutcome: (outcome) => outcomes.push(outcome),
      ...deps,
    },
  );
  const plain = networkOf(await unusedUrl(), { '53': url });
  const network = { ...plain, members: plain.members.map((known) => ({ ...known, ...member })) };
  const served = sources.ofNetwork(network, TEST_SCHEMA);
  const source = served.forSubgraph(region('53').subgraph);
  return {
    sources,
    network,
    served,
    outcomes,
    breaker: () => sources.breakerStates().get('53'),
    async ask({ n = 0, query = 'query($n: Int) { ping(n: $n) }', identityKey, context: given, laterRounds } = {}) {
      const context = given ?? createGatewayContext('request-1');
      if (identityKey !== undefined) context.identityKey = identityKey;
      const options = { request: { query, variables: { n } }, context, laterRounds };
      try {
        const { data } = await source.process(options as unknown as Parameters<typeof source.process>[0]);
        return { data, context };
      } catch (error) {
        const hubError = asHubError(error);
        if (hubError === undefined) throw error;
        return { code: hubError.code, context };
      }
    },
  };
}

/** A region of a test whose behaviour can change, and that counts what it is asked. */
export interface CountingRegion {
  readonly url: string;
  /** Requests received so far. */
  count(): number;
  /** Changes what it does with the requests to come. */
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** What a region does with one request; `index` counts from 1. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage, index: number) => void;

/** Answers well. */
export const answers: Behaviour = (response) => sendJson(response, { data: { ping: 'pong' } });

/** Breaks the connection without a word. */
export const breaks: Behaviour = (_response, request) => request.socket.destroy();

/** Never answers. */
export const hangs: Behaviour = () => undefined;

/** Answers that status. */
export const refuses =
  (status: number): Behaviour =>
  (response) =>
    response.writeHead(status).end();

/** Starts a region that behaves so. */
export async function startCountingRegion(initial: Behaviour): Promise<CountingRegion> {
  let behaviour = initial;
  let received = 0;
  const server = await startHttpServer((request, response) => {
    received += 1;
    behaviour(response, request, received);
  });
  return {
    ...server,
    count: () => received,
    behave(next) {
      behaviour = next;
    },
  };
}

/** A gate that requests wait at until the test opens it. */
export function createGate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** Resolves once the condition holds; the test's own time limit bounds it. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
