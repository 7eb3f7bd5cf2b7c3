import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { asHubError, HubError } from '../../subgraphs/kit/errors';
import type { LauncherMessage } from '../../subgraphs/kit/process';
import type { RegionBoard, RegionEntry } from './region-board';

/** What the control server acts on. */
export interface ControlServerDependencies {
  readonly board: RegionBoard;
  /** Bearer token that every request must carry. */
  readonly token: string;
  /** Milliseconds that a region may take to stop or start. */
  readonly deadline: number;
  /** Sends an order to the process of the regions. Throws HUB_NOT_RUNNING while it is not there. */
  readonly tellRegions: (message: LauncherMessage) => void;
}

/** The launcher's own HTTP server, for the commands that act on a running hub. */
export interface ControlServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the control server on a free port of 127.0.0.1:
 * `GET /regions`, `GET /regions/<code>`, `POST /regions/<code>/stop`, `POST /regions/<code>/start`.
 * An order is answered when it has been carried out: a stopped region really refuses connections.
 */
export async function startControlServer(dependencies: ControlServerDependencies): Promise<ControlServer> {
  const server = createServer((request, response) => {
    answer(dependencies, request).then(
      (body) => send(response, 200, body),
      (error: unknown) => {
        const known = asHubError(error);
        send(response, known?.status ?? 500, {
          code: known?.code ?? 'INTERNAL_SERVER_ERROR',
          message: known?.message ?? 'The launcher failed.',
        });
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, resolve);
  });
  return { url: urlOf(server), close: () => closeServer(server) };
}

async function answer(dependencies: ControlServerDependencies, request: IncomingMessage): Promise<unknown> {
  if (!isAuthorised(request, dependencies.token))
    throw new HubError('HUB_NOT_RUNNING', 'The request does not carry the token of this hub.');
  request.resume();
  const [, collection, region, verb] = (request.url ?? '').split('/');
  const route = `${request.method ?? ''} ${[collection, region && ':code', verb].filter(Boolean).join('/')}`;
  if (route === 'GET regions') return dependencies.board.list();
  if (route === 'GET regions/:code') return dependencies.board.find(region ?? '');
  if (route === 'POST regions/:code/stop') return order(dependencies, region ?? '', 'stop-region');
  if (route === 'POST regions/:code/start') return order(dependencies, region ?? '', 'start-region');
  throw new HubError('CONFIG_INVALID', `The launcher does not know "${route}".`);
}

/** Repeating an order that is already carried out changes nothing and succeeds. */
async function order(
  { board, tellRegions, deadline }: ControlServerDependencies,
  region: string,
  kind: LauncherMessage['kind'],
): Promise<RegionEntry> {
  const wanted = kind === 'stop-region' ? 'STOPPED' : 'RUNNING';
  if (board.find(region).state !== wanted) tellRegions({ kind, region });
  return board.waitFor(region, wanted, deadline);
}

function isAuthorised(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function urlOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
