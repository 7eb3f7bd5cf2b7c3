import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { HubError } from '../../subgraphs/kit/errors';
import { trackConnections } from './track-connections';

/** How a server stops. */
export interface StopConfig {
  /**
   * Milliseconds during which a server that stops still answers, with readiness off, so that load balancers turn away
   * first; and for which a connection must then have been idle to be closed.
   */
  readonly drainMilliseconds: number;
  /** Milliseconds that requests under way may take after that before their connections are cut. */
  readonly graceMilliseconds: number;
  /** Milliseconds for which a connection may be idle; clients are told. */
  readonly keepAliveMilliseconds: number;
}

/** An HTTP server that stops without cutting an answer short. */
export interface GracefulServer {
  /** Listens and gives the server's address. Throws PORT_IN_USE. */
  listen(port: number, host: string): Promise<string>;
  /** Turns readiness off, drains and closes; a second call of either end waits for the first. */
  stop(): Promise<void>;
  /**
   * Ends while others listen on the port: takes no new connection from now on, stays ready, and ends each connection
   * with the next answer on it. An idle one is left until its time is over, which clients know: whoever closes a
   * connection that is idle for a moment may cut a request that is on its way.
   */
  retire(): Promise<void>;
  /** Whether it is not ready any more. */
  readonly isStopping: () => boolean;
}

/** Milliseconds between two looks for idle connections. */
const LOOK_MILLISECONDS = 25;

/** Wraps an HTTP server around a listener. `server.close()` alone would reset kept-alive connections in use. */
export function createGracefulServer(listener: RequestListener, config: StopConfig): GracefulServer {
  const underWay = new Set<ServerResponse>();
  let ending: Promise<void> | undefined;
  let isEnding = false;
  let isStopping = false;

  const server = createServer((request, response) => {
    underWay.add(response);
    if (isEnding) response.setHeader('connection', 'close');
    response.once('close', () => underWay.delete(response));
    listener(request, response);
  });
  server.keepAliveTimeout = config.keepAliveMilliseconds;
  const connections = trackConnections(server);

  /** From now on every answer ends its connection: a client that is told so sends nothing more on it. */
  function sayGoodbye(): void {
    isEnding = true;
    for (const response of underWay) {
      if (!response.headersSent) response.setHeader('connection', 'close');
    }
  }

  async function close(idleMilliseconds: number): Promise<void> {
    // `server.close()` would also close connections that are idle at this moment, used or not.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    const look = setInterval(() => connections.closeIdle(idleMilliseconds), LOOK_MILLISECONDS);
    const cut = setTimeout(() => server.closeAllConnections(), idleMilliseconds + config.graceMilliseconds);
    await closed;
    clearInterval(look);
    clearTimeout(cut);
    // Ends what the server does by the clock.
    server.close(() => undefined);
  }

  return {
    listen: (port, host) => listen(server, port, host),
    stop() {
      isStopping = true;
      sayGoodbye();
      return (ending ??= wait(config.drainMilliseconds).then(() => close(config.drainMilliseconds)));
    },
    retire() {
      sayGoodbye();
      return (ending ??= close(config.keepAliveMilliseconds));
    },
    isStopping: () => isStopping,
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
