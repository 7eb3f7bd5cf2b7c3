import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FaultFront, startFaultFront } from './fault-front';
import { HEALTHY } from './faults';
import { createHistory, type History } from './history';
import { REGION_CODES } from './known-figures';

/** The 18 regions of the suite. */
export interface FaultNetwork {
  readonly fronts: readonly FaultFront[];
  readonly history: History;
  /** Where each region is, by code. */
  readonly urls: Readonly<Record<string, string>>;
  /** How often somebody followed a redirect of a region. */
  trapVisits(): number;
  heal(): void;
  close(): Promise<void>;
}

/** Starts the regions, healthy, and the trap that redirects lead to. */
export async function startFaultNetwork(): Promise<FaultNetwork> {
  let visits = 0;
  const trap = createServer((_request, response) => {
    visits += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"_entities":[null]}}');
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  const trapUrl = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/graphql`;
  const history = createHistory();
  const fronts = await Promise.all(REGION_CODES.map((code) => startFaultFront(code, history, trapUrl)));
  return {
    fronts,
    history,
    urls: Object.fromEntries(fronts.map(({ code, url }) => [code, url])),
    trapVisits: () => visits,
    heal: () => fronts.forEach((front) => front.setFault(HEALTHY)),
    close: async () => {
      await Promise.all(fronts.map((front) => front.close()));
      trap.closeAllConnections();
      await new Promise<void>((resolve) => trap.close(() => resolve()));
    },
  };
}
