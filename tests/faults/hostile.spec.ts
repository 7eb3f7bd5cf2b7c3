import { HOSTILE_REQUESTS } from '../support/hostile-requests';
import { type FaultNetwork, startFaultNetwork } from './support/fault-network';
import { createHostileClients } from './support/hostile-mix';
import { type HubUnderTest, startHubHere } from './support/hub';
import { runQueries } from './support/run-queries';
import { seededRandom } from './support/seeded-random';

/** Honest queries; between them every kind of hostile request is sent. */
const QUERIES = 30;
/** Every region is healthy, and everything runs in this one process on a machine that may be busy: none is ever given up. */
const DEADLINE_MILLISECONDS = 30_000;
const TIMEOUT_MILLISECONDS = 180_000;

describe('hostile clients among honest ones', () => {
  let network: FaultNetwork;
  let hub: HubUnderTest;

  beforeAll(async () => {
    network = await startFaultNetwork();
    hub = await startHubHere(network.urls, DEADLINE_MILLISECONDS);
  });
  afterAll(async () => {
    await hub.close();
    await network.close();
  });

  it(
    'are all refused with their code, and every honest query after them is answered rightly',
    async () => {
      const hostile = createHostileClients(hub);
      const ask = (name: string, queries: number, concurrency: number, beforeQuery?: () => Promise<void>) =>
        runQueries({
          url: hub.url,
          queries,
          concurrency,
          random: seededRandom(1),
          history: network.history,
          name,
          graceMilliseconds: 0,
          ...(beforeQuery === undefined ? {} : { beforeQuery }),
        });
      // Plans are made once: the first queries have no deadline to share with it.
      await ask('calm', 12, 1);
      const perQuery = Math.ceil(HOSTILE_REQUESTS.length / QUERIES);
      const checked = await ask('mixed', QUERIES, 4, () => hostile.send(perQuery));

      expect(hostile.sent()).toBeGreaterThanOrEqual(HOSTILE_REQUESTS.length);
      expect(hostile.slips).toEqual([]);
      expect(checked).toHaveLength(QUERIES);
      expect(checked.flatMap(({ violations }) => violations)).toEqual([]);
      expect(network.history.breakages).toEqual([]);
    },
    TIMEOUT_MILLISECONDS,
  );
});
