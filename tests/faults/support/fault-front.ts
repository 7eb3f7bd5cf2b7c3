import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RegionQuestion } from './canned-region';
import { type Fault, HEALTHY } from './faults';
import type { History } from './history';

/** A region behind a proxy that can fail in every way of the suite. */
export interface FaultFront {
  readonly code: string;
  readonly url: string;
  /** Fails in this way from now on, for questions that arrive from now on. */
  setFault(fault: Fault): void;
  close(): Promise<void>;
}

/** Longer than any client keeps a connection, so that none is closed under a question. */
const KEEP_ALIVE_MILLISECONDS = 65_000;

/** Starts the region of that code, healthy. */
export async function startFaultFront(code: string, history: History, trapUrl: string): Promise<FaultFront> {
  let current = HEALTHY;
  history.changed(code, current.name);
  const server = createServer((request, response) => {
    // A hub that gives up cuts the line while the region still answers.
    response.on('error', () => undefined);
    void readQuestion(request)
      .then((question) => {
        history.served({
          requestId: String(request.headers['x-request-id']),
          code,
          round: question.query.includes('buyerSirens') ? 'distinct' : 'figures',
          fault: current.name,
        });
        return current.serve({ code, question, response, trapUrl });
      })
      .catch((error: unknown) => {
        history.broke(error);
        response.destroy();
      });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    code,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    setFault: (fault) => {
      current = fault;
      history.changed(code, fault.name);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readQuestion(request: IncomingMessage): Promise<RegionQuestion> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as RegionQuestion;
}
