import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type GatewayProcesses, startGatewayProcesses } from '../faults/support/gateway-processes';
import { startLoad } from '../faults/support/steady-load';
import { startSwapNetwork, type SwapNetwork } from '../faults/support/swap-network';
import { createTemporaryFolder } from '../support/temporary-folder';

const ENTRY = join(__dirname, '..', '..', 'dist', 'gateway', 'main.js');
const TIMEOUT_MILLISECONDS = 300_000;
const WORKERS = 2;
/** Long enough for callers to look at the health on a busy machine. */
const DRAIN_MILLISECONDS = 3_000;
const REPLACED = 'every process of the gateway was replaced';
const ANSWERED = 'maillage_requests_total{outcome="answered"}';

let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
let network: SwapNetwork;
let gateway: GatewayProcesses;

beforeAll(async () => {
  folder = await createTemporaryFolder();
  network = await startSwapNetwork(folder.path);
  await network.write(0);
  gateway = await startGatewayProcesses(ENTRY, network, { workers: WORKERS, drainMilliseconds: DRAIN_MILLISECONDS });
}, TIMEOUT_MILLISECONDS);
afterAll(async () => {
  await gateway.stop();
  await network.close();
  await folder.remove();
}, TIMEOUT_MILLISECONDS);

const load = (perSecond: number) =>
  startLoad({
    url: `${gateway.url}/graphql`,
    perSecond,
    connections: 8,
    token: network.token,
    hoursDone: network.hoursDone,
  });

describe('a gateway of several processes', () => {
  it(
    'fails no request through swaps and a rolling restart',
    async () => {
      const before = await gateway.workers();
      const running = load(40);
      let variant = 0;
      const swap = async () => gateway.serves(await network.write((variant += 1)));
      // `npm run faults:swaps` does 200 swaps and 50 restarts.
      for (let count = 0; count < 2; count += 1) await swap();
      const replaced = gateway.saidInLog(REPLACED, 1);
      gateway.signal('SIGHUP');
      await swap();
      await replaced;
      await swap();
      await running.stop();
      expect(variant).toBe(4);
      expect(running.failures).toEqual([]);
      expect(running.times.length).toBeGreaterThan(100);
      const after = await gateway.workers();
      expect(after).toHaveLength(WORKERS);
      expect(after.filter((pid) => before.includes(pid))).toEqual([]);
      // Counters of processes that were replaced stay in the sum.
      expect(await gateway.metric(ANSWERED)).toBe(running.asked);
      expect(await gateway.metric('maillage_processes')).toBe(WORKERS);
    },
    TIMEOUT_MILLISECONDS,
  );

  it(
    'replaces a process that dies',
    async () => {
      const [victim, other] = await gateway.workers();
      const isBack = gateway.saidInLog('a process of the gateway took the place of one that died');
      process.kill(victim ?? 0, 'SIGKILL');
      await isBack;
      const now = await gateway.workers();
      expect(now).toHaveLength(WORKERS);
      expect(now).toContain(other);
      expect(now).not.toContain(victim);
      const running = load(20);
      while (running.times.length < 20) await wait(20);
      await running.stop();
      expect(running.failures).toEqual([]);
    },
    TIMEOUT_MILLISECONDS,
  );

  it(
    'answers everything until its callers have seen that it ends, and leaves no process behind',
    async () => {
      const workers = await gateway.workers();
      const running = load(40);
      while (running.times.length < 20) await wait(20);
      const ended = gateway.stop();
      // What a load balancer does: it looks at the health, then asks no more.
      while ((await isReady()) === 200) await wait(20);
      await running.stop();
      expect(running.failures).toEqual([]);
      expect(await ended).toBe(0);
      expect(workers.filter((pid) => isAlive(pid))).toEqual([]);
    },
    TIMEOUT_MILLISECONDS,
  );
});

async function isReady(): Promise<number> {
  return (await fetch(`${gateway.url}/health/ready`, { headers: { connection: 'close' } })).status;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
