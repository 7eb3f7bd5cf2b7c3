import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { HubError } from '../../subgraphs/kit/errors';

/** How a server stops. */
export interface StopConfig {
  /** Milliseconds during which it still answers, with readiness off, so that load balancers turn away first. */
  readonly drainMilliseconds: number;
  /** Milliseconds that requests under way may take after that before their connections are cut. */
  readonly graceMilliseconds: number;
}

/** An HTTP server that stops without cutting an answer short. */
export interface GracefulServer {
  /** Listens and gives the server's address. Throws PORT_IN_USE. */
  listen(port: number, host: string): Promise<string>;
  /** Drains and closes; a second call waits for the first. */
  stop(): Promise<void>;
  readonly isStopping: () => boolean;
}

/** Longer than the idle time of usual load balancers (60 s), so that they never write to a closed connection. */
const KEEP_ALIVE_MILLISECONDS = 65_000;

/** Wraps an HTTP server around a listener. `server.close()` alone would reset kept-alive connections in use. */
export function createGracefulServer(listener: RequestListener, config: StopConfig): GracefulServer {
  const underWay = new Set<ServerResponse>();
  let stopping: Promise<void> | undefined;
  const isStopping = () => stopping !== undefined;

  const server = createServer((request, response) => {
    underWay.add(response);
    if (isStopping()) response.setHeader('connection', 'close');
    response.once('close', () => underWay.delete(response));
    listener(request, response);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;

  async function drainAndClose(): Promise<void> {
    for (const response of underWay) {
      if (!response.headersSent) response.setHeader('connection', 'close');
    }
    await wait(config.drainMilliseconds);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const cut = setTimeout(() => server.closeAllConnections(), config.graceMilliseconds);
    await closed;
    clearTimeout(cut);
  }

  return {
    listen: (port, host) => listen(server, port, host),
    stop: () => (stopping ??= drainAndClose()),
    isStopping,
  };
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EADDRINUSE') return reject(cause);
      reject(
        new HubError(
          'PORT_IN_USE',
          `Port ${port} is taken by another program. Stop it, or set PORT.`,
          { port },
          { cause },
        ),
      );
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      resolve(`http://${reachableName(host)}:${address.port}`);
    });
  });
}

/** A name under which this machine reaches itself when the server listens on every interface. */
function reachableName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
