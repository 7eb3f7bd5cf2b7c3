import { type FaultNetwork, startFaultNetwork } from './support/fault-network';
import { type HubUnderTest, startHubHere } from './support/hub';
import { startNemesis } from './support/nemesis';
import { runQueries } from './support/run-queries';
import { seededRandom } from './support/seeded-random';

const SEED = 1;
const QUERIES = 60;
/** Some fifteen seconds of work on a free machine. */
const TIMEOUT_MILLISECONDS = 180_000;

/** Everything runs in this one process, on a machine that may be busy: long enough for what is healthy. */
const DEADLINE_MILLISECONDS = 3_000;

describe('under a nemesis that makes 0 to 18 regions fail', () => {
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
    'answers every query, with the sum of exactly the regions that it says answered',
    async () => {
      const ask = (name: string, queries: number, concurrency: number) =>
        runQueries({
          url: hub.url,
          queries,
          concurrency,
          random: seededRandom(SEED),
          history: network.history,
          name,
          graceMilliseconds: 6_000,
        });
      // Plans are made once: the first queries have no deadline to share with it.
      const calm = await ask('calm', 12, 1);
      const nemesis = startNemesis(network.fronts, seededRandom(SEED), 150);
      const checked = await ask('nemesis', QUERIES, 8);
      nemesis.stop();

      expect(calm.flatMap(({ violations }) => violations)).toEqual([]);
      expect(checked).toHaveLength(QUERIES);
      expect(checked.flatMap(({ violations }) => violations)).toEqual([]);
      expect(network.trapVisits()).toBe(0);
      expect(network.history.breakages).toEqual([]);
      // The nemesis did its work: the run met many faults, and healthy regions beside them.
      const met = new Set(checked.flatMap(({ outcomes }) => outcomes.map((outcome) => outcome.split(' ')[0])));
      expect(met.size).toBeGreaterThan(15);
      expect(checked.some(({ isQuiet }) => isQuiet)).toBe(true);
    },
    TIMEOUT_MILLISECONDS,
  );
});
