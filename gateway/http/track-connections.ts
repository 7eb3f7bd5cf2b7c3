import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** The connections of a server. */
export interface Connections {
  /** Closes those without a request under way for so many milliseconds. */
  closeIdle(milliseconds: number): void;
}

interface Connection {
  underWay: number;
  idleSince: number;
}

/** Knows of every connection of a server how long it has been idle. */
export function trackConnections(server: Server): Connections {
  const connections = new Map<Socket, Connection>();
  server.on('connection', (socket) => {
    connections.set(socket, { underWay: 0, idleSince: performance.now() });
    socket.once('close', () => connections.delete(socket));
  });
  server.on('request', (request, response) => {
    const connection = connections.get(request.socket);
    if (connection === undefined) return;
    connection.underWay += 1;
    response.once('close', () => {
      connection.underWay -= 1;
      connection.idleSince = performance.now();
    });
  });

  const idle = (milliseconds: number) =>
    [...connections].filter(
      ([, { underWay, idleSince }]) => underWay === 0 && performance.now() - idleSince >= milliseconds,
    );
  return {
    closeIdle(milliseconds) {
      const found = idle(milliseconds);
      // A request may have arrived and not been read yet: the event loop reads before the next turn.
      void nextTurn().then(() => {
        const still = new Set(idle(milliseconds).map(([socket]) => socket));
        for (const [socket] of found) if (still.has(socket)) socket.destroy();
      });
    },
  };
}
