import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/**
 * Where ports are looked for. Systems give connections and servers without a port of their own those from 32768 on (Linux) or 49152 on: a port
 * from below is still free when the process that it is for begins to listen, a few seconds later.
 */
const [LOWEST, HIGHEST] = [15_000, 32_767];
const TRIES = 100;

/**
 * Free TCP ports of 127.0.0.1, all different. Those of `preferred` that are free come first and keep their
 * place, so that a hub finds its ports again at its next start.
 */
export async function findFreePorts(count: number, preferred: readonly (number | undefined)[] = []): Promise<number[]> {
  const servers: Server[] = [];
  try {
    for (let index = 0; index < count; index += 1) {
      const wanted = preferred[index];
      const server = (wanted === undefined ? undefined : await listen(wanted)) ?? (await listenBelow());
      if (server !== undefined) servers.push(server);
    }
    return servers.map(portOf);
  } finally {
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  }
}

/** Whether a server could listen on that port of that address; 0 is always free. */
export async function isPortFree(port: number, host?: string): Promise<boolean> {
  const server = await listen(port, host);
  if (server === undefined) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}

/** A server on a port of that range; on any other when none of those that were tried is free. */
async function listenBelow(): Promise<Server | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const server = await listen(randomInt(LOWEST, HIGHEST + 1));
    if (server !== undefined) return server;
  }
  return listen(0);
}

function listen(port: number, host = '127.0.0.1'): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}
