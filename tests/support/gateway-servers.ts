import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { createLogger } from '../../subgraphs/kit/log';
import type { Network } from '../../subgraphs/kit/network';
import { REGIONS, type Region } from '../../subgraphs/kit/regions';
import { createGateway, type Gateway, type GatewayConfig, type GatewayDeps } from '../../gateway';
import type { GatewayIdentity } from '../../gateway/identity';
import { drawMap } from '../../gateway/map/draw-map';
import { identityOf } from './callers';
import { plannerInProcess } from './planner-in-process';

// The entry file sets it in a real process; a test constructs gateways itself.
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

/** A server of a test on a port of its own. */
export interface TestServer {
  readonly url: string;
  close(): Promise<void>;
}

/** What a fake subgraph was asked. */
export interface ReceivedQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: IncomingMessage['headers'];
}

/** Logger that says nothing. */
export const silentLogger = createLogger('test', 'silent');

/** Starts an HTTP server that answers with the listener. */
export async function startHttpServer(listener: RequestListener): Promise<TestServer> {
  const server = createServer(listener);
  const url = await listenAnywhere(server);
  return {
    url: `${url}/graphql`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Starts a TCP server, for what no HTTP server would do. */
export async function startTcpServer(onConnection: (socket: Socket) => void): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  const url = await listenAnywhere(server);
  return {
    url: `${url}/graphql`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}

/** Starts a subgraph that answers JSON made from the question. */
export function startSubgraph(
  answer: (question: ReceivedQuestion) => unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  return startHttpServer((request, response) => {
    void readQuestion(request).then(async (question) => sendJson(response, await answer(question), headers));
  });
}

/** Sends JSON as a subgraph does. */
export function sendJson(
  response: ServerResponse,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** An address at which nothing listens. */
export async function unusedUrl(): Promise<string> {
  const server = await startTcpServer(() => undefined);
  await server.close();
  return server.url;
}

/** Supergraph of a single subgraph. */
export function composeOne(name: string, sdl: string): string {
  const { supergraphSdl } = composeServices([{ name, url: `http://${name}.invalid/graphql`, typeDefs: parse(sdl) }]);
  if (supergraphSdl === undefined) throw new Error(`${name} does not compose`);
  return supergraphSdl;
}

/** The region of that code. */
export function region(code: string): Region {
  const found = REGIONS.find((candidate) => candidate.code === code);
  if (found === undefined) throw new Error(`No region ${code}`);
  return found;
}

/** A network of these regions at these addresses. */
export function networkOf(nationalUrl: string, urls: Readonly<Record<string, string>>): Network {
  const members = Object.entries(urls)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([code, url]) => ({ region: region(code), url, schemaVersion: '2' }));
  return { version: 1, nationalUrl, members };
}

/** Milliseconds that a gateway waits for a region, in every respect: tests of regions that hang have little time. */
export const impatience = (milliseconds: number) => ({
  regionConnectMilliseconds: milliseconds,
  regionHeadersMilliseconds: milliseconds,
  regionDeadlineMilliseconds: milliseconds,
});

/** Starts a gateway on a port of its own, with deadlines that a busy machine keeps. */
export function startGateway(
  supergraphSdl: string,
  network: Network,
  overrides: Partial<GatewayConfig> = {},
  identity: GatewayIdentity = identityOf(),
  deps: Partial<GatewayDeps> = {},
): Promise<Gateway> {
  const config: GatewayConfig = {
    port: 0,
    host: '127.0.0.1',
    networkFile: '',
    supergraphFile: '',
    ...impatience(10_000),
    nationalDeadlineMilliseconds: 10_000,
    requestDeadlineMilliseconds: 30_000,
    regionBodyLimitBytes: 1024 * 1024,
    regionConnections: 5,
    regionAddresses: null,
    requestBodyLimitBytes: 16 * 1024,
    isIntrospectable: true,
    supergraphPollMilliseconds: 60_000,
    workers: 1,
    drainMilliseconds: 0,
    engine: 'maillage',
    logLevel: 'silent',
    ...overrides,
  };
  const usual = {
    network,
    supergraphSdl,
    identity,
    startPlanner: plannerInProcess,
    // The compiled entry of a thread is not needed then.
    drawMap: async (...map: Parameters<typeof drawMap>) => drawMap(...map),
    logger: silentLogger,
  };
  return createGateway(config, { ...usual, ...deps });
}

/** The JSON that a test reads from an answer; tests look where they expect something. */
export interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; path?: unknown; extensions: Record<string, unknown> }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Asks a gateway. */
export async function ask(
  gateway: Pick<Gateway, 'url'>,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphQLAnswer & { readonly status: number }> {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as GraphQLAnswer) };
}

async function readQuestion(request: IncomingMessage): Promise<ReceivedQuestion> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { query, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ReceivedQuestion;
  return { query, variables: variables ?? {}, headers: request.headers };
}

function listenAnywhere(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
