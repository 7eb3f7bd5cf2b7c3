import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type GatewayProcesses, startGatewayProcesses } from './support/gateway-processes';
import { type SteadyLoad, startLoad } from './support/steady-load';
import { startSwapNetwork, type SwapNetwork } from './support/swap-network';

/** Longest time for which a swap may hold up the event loop. */
const BLOCK_LIMIT_MILLISECONDS = 100;
const REPLACED = 'every process of the gateway was replaced';

const { values } = parseArgs({
  options: {
    swaps: { type: 'string', default: '200' },
    restarts: { type: 'string', default: '50' },
    'per-second': { type: 'string', default: '200' },
    connections: { type: 'string', default: '20' },
    workers: { type: 'string', default: '2' },
  },
});

/** What a run measured beside the load. */
interface Measured {
  swaps: number;
  restarts: number;
  swapMilliseconds: number[];
  restartMilliseconds: number[];
  blocked: number[];
  memory: number;
}

/** Spreads the swaps over the restarts; every other round, a swap comes in the middle of a restart. */
async function run(network: SwapNetwork, gateway: GatewayProcesses, load: SteadyLoad): Promise<Measured> {
  const [swaps, restarts] = [Number(values.swaps), Number(values.restarts)];
  const measured: Measured = {
    swaps: 0,
    restarts: 0,
    swapMilliseconds: [],
    restartMilliseconds: [],
    blocked: [],
    memory: 0,
  };
  const timed = async (work: () => Promise<void>, into: number[]) => {
    const startedAt = performance.now();
    await work();
    into.push(performance.now() - startedAt);
  };
  const swap = () =>
    timed(async () => {
      measured.swaps += 1;
      await gateway.serves(await network.write(measured.swaps));
    }, measured.swapMilliseconds);
  for (let round = 0; round < Math.max(restarts, 1); round += 1) {
    const due = Math.round((swaps * (round + 1)) / Math.max(restarts, 1));
    const isMixed = round % 2 === 1 && restarts > 0;
    while (measured.swaps < due - (isMixed ? 1 : 0)) await swap();
    // A gauge of a process that is replaced goes with it.
    measured.blocked.push(1_000 * ((await gateway.metric('maillage_supergraph_swap_blocked_max_seconds')) ?? 0));
    measured.memory = Math.max(measured.memory, await gateway.memory());
    if (restarts === 0) break;
    await timed(async () => {
      measured.restarts += 1;
      const replaced = gateway.saidInLog(REPLACED, measured.restarts);
      gateway.signal('SIGHUP');
      if (isMixed) await swap();
      await replaced;
    }, measured.restartMilliseconds);
    process.stderr.write(
      `${measured.swaps} swaps, ${measured.restarts} restarts, ${load.asked} asked, ${load.failures.length} failed ${load.failures.at(-1) ?? ''}\n`,
    );
  }
  return measured;
}

function report(measured: Measured, load: SteadyLoad, seconds: number): boolean {
  const at = (sorted: readonly number[], share: number) =>
    String(Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0));
  const line = (name: string, given: readonly number[]) => {
    const sorted = [...given].sort((left, right) => left - right);
    const columns = [String(sorted.length), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1)];
    return name.padEnd(34) + columns.map((column) => column.padStart(9)).join('');
  };
  const kinds = new Map<string, number>();
  for (const failure of load.failures) kinds.set(failure, (kinds.get(failure) ?? 0) + 1);
  const blocked = Math.max(0, ...measured.blocked);
  const isRight = load.failures.length === 0 && blocked <= BLOCK_LIMIT_MILLISECONDS;
  process.stdout.write(
    [
      `${'milliseconds'.padEnd(34)}${['count', 'median', 'p95', 'p99', 'longest'].map((name) => name.padStart(9)).join('')}`,
      line('requests', load.times),
      line('swaps, file written to all serving', measured.swapMilliseconds),
      line('rolling restarts', measured.restartMilliseconds),
      line('event loop blocked, longest', measured.blocked),
      '',
      `${values.workers} workers, ${Math.round(seconds)} s, ${Math.round(load.asked / seconds)} requests per second`,
      `${values.connections} kept-alive connections, opened ${load.connections} times`,
      `most memory of one worker (PSS): ${measured.memory} MB`,
      `swaps ${measured.swaps}, rolling restarts ${measured.restarts}, failed requests ${load.failures.length}`,
      ...[...kinds].slice(0, 10).map(([kind, count]) => `${count} x ${kind}`),
      isRight ? 'PASSED' : 'FAILED',
      '',
    ].join('\n'),
  );
  return isRight;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-swaps-'));
  const network = await startSwapNetwork(folder);
  await network.write(0);
  // Compiled beside this file: dist/tests/faults.
  const entry = join(__dirname, '..', '..', 'gateway', 'main.js');
  const gateway = await startGatewayProcesses(entry, network, {
    workers: Number(values.workers),
    drainMilliseconds: 500,
  });
  const load = startLoad({
    url: `${gateway.url}/graphql`,
    perSecond: Number(values['per-second']),
    connections: Number(values.connections),
    token: network.token,
    hoursDone: network.hoursDone,
  });
  const startedAt = performance.now();
  try {
    const measured = await run(network, gateway, load);
    const seconds = (performance.now() - startedAt) / 1_000;
    await load.stop();
    if (!report(measured, load, seconds)) process.exitCode = 1;
  } finally {
    await load.stop();
    await gateway.stop();
    await network.close();
    await rm(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
