import { createServer, type Server } from 'node:net';

/**
 * Free TCP ports of 127.0.0.1, all different. Those of `preferred` that are free come first and keep their
 * place, so that a hub finds its ports again at its next start.
 */
export async function findFreePorts(count: number, preferred: readonly (number | undefined)[] = []): Promise<number[]> {
  const servers: Server[] = [];
  try {
    for (let index = 0; index < count; index += 1) {
      const wanted = preferred[index];
      const server = (wanted === undefined ? undefined : await listen(wanted)) ?? (await listen(0));
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
