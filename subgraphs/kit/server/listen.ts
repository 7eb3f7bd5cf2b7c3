import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HubError } from '../errors';

/** Starts to listen and returns the port, which the system chooses when 0 is asked. Throws PORT_IN_USE. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const isTaken = cause.code === 'EADDRINUSE' || cause.code === 'EACCES';
      reject(
        isTaken
          ? new HubError('PORT_IN_USE', `Port ${port} of ${host} is taken or not allowed.`, { port }, { cause })
          : cause,
      );
    });
    server.listen(port, host, resolve);
  });
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
