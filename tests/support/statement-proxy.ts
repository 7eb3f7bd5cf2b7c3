import { connect, createServer, type Socket } from 'node:net';

/** A moment of a service's talk with its database. */
export interface Moment {
  /** Text of the statement: `INSERT INTO "publication"`, `COMMIT`. */
  readonly statement: string;
  /** `before`: the database never sees it. `after`: the database has carried it out, and the service is not told. */
  readonly when: 'before' | 'after';
}

/** Stands between a service and PostgreSQL and knows which statement passes. */
export interface StatementProxy {
  readonly port: number;
  /** Where connections go from now on. */
  target: number;
  /** Acts once at that moment; resolves when it has. */
  at(moment: Moment, act: () => void): Promise<void>;
  close(): Promise<void>;
}

/** Starts a proxy before the PostgreSQL of that port. */
export async function startStatementProxy(target: number): Promise<StatementProxy> {
  const sockets = new Set<Socket>();
  let armed: { moment: Moment; act: () => void } | undefined;
  const proxy = { target } as { -readonly [Key in keyof StatementProxy]: StatementProxy[Key] };
  const server = createServer((client) => {
    const database = connect(proxy.target, '127.0.0.1');
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    }
    let isWaiting = false;
    client.on('data', (chunk) => {
      const isHit = armed !== undefined && chunk.includes(armed.moment.statement);
      if (isHit && armed?.moment.when === 'before') {
        armed.act();
        database.destroy();
        return;
      }
      isWaiting ||= isHit;
      database.write(chunk);
    });
    database.on('data', (chunk) => {
      if (isWaiting) {
        armed?.act();
        client.destroy();
        return;
      }
      client.write(chunk);
    });
    client.once('close', () => database.destroy());
    database.once('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  proxy.port = typeof address === 'object' && address !== null ? address.port : 0;
  proxy.at = (moment, act) =>
    new Promise((resolve) => {
      armed = {
        moment,
        act: () => {
          armed = undefined;
          act();
          resolve();
        },
      };
    });
  proxy.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return proxy;
}
