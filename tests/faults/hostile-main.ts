import { parseArgs } from 'node:util';
import { startTestCluster } from '../support/test-cluster';
import { type FaultNetwork, startFaultNetwork } from './support/fault-network';
import {
  createHostileClients,
  type HostileClients,
  type HostileCost,
  measureHostileCosts,
} from './support/hostile-mix';
import { type HubUnderTest, startHubProcesses } from './support/hub';
import { type CheckedQuery, runQueries } from './support/run-queries';
import { seededRandom } from './support/seeded-random';
import { timesOf, violationsOf } from './support/summary';

/** Honest queries before each hostile one: one query in ten is hostile. */
const HONEST_PER_HOSTILE = 9;
const WARM_UP_QUERIES = 300;
/** What honest clients may notice, and what one hostile request may cost the gateway. */
const BAR = { ratio: 1.3, cpuMilliseconds: 50 };
/** Each hostile request is measured as often, and the least counts. */
const TIMES_MEASURED = 3;

const { values } = parseArgs({
  options: {
    hostile: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    concurrency: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
  },
});

interface Round {
  readonly quiet: readonly CheckedQuery[];
  readonly mixed: readonly CheckedQuery[];
}

interface Outcome {
  readonly costs: readonly HostileCost[];
  readonly rounds: readonly Round[];
  readonly hostile: HostileClients;
}

async function run(network: FaultNetwork, hub: HubUnderTest): Promise<Outcome> {
  const { url, token } = hub;
  const hostile = createHostileClients(hub);
  const ask = (name: string, queries: number, beforeQuery?: (number: number) => Promise<void>) =>
    runQueries({
      url,
      token,
      queries,
      concurrency: Number(values.concurrency),
      random: seededRandom(Number(values.seed)),
      history: network.history,
      name,
      graceMilliseconds: 0,
      ...(beforeQuery === undefined ? {} : { beforeQuery }),
    });
  await ask('warm-up', WARM_UP_QUERIES);
  const costs = await measureHostileCosts(hub, TIMES_MEASURED);
  const rounds: Round[] = [];
  const perRound = Math.ceil(Number(values.hostile) / Number(values.rounds));
  for (let index = 0; index < Number(values.rounds); index += 1) {
    const askQuiet = () => ask(`quiet-${index}`, perRound * HONEST_PER_HOSTILE);
    const askMixed = () =>
      ask(`mixed-${index}`, perRound * HONEST_PER_HOSTILE, async (number) => {
        if (number % HONEST_PER_HOSTILE === 0) await hostile.send(1);
      });
    // Whichever comes first meets a gateway less warm: they take turns.
    const first = index % 2 === 0 ? await askQuiet() : await askMixed();
    const second = index % 2 === 0 ? await askMixed() : await askQuiet();
    rounds.push(index % 2 === 0 ? { quiet: first, mixed: second } : { quiet: second, mixed: first });
    process.stderr.write(`round ${index + 1} of ${values.rounds}\n`);
  }
  return { costs, rounds, hostile };
}

function report({ costs, rounds, hostile }: Outcome, network: FaultNetwork): boolean {
  const all = rounds.flatMap(({ quiet, mixed }) => [...quiet, ...mixed]);
  const { counts, first } = violationsOf(all);
  const table = rounds.map(({ quiet, mixed }) => ({ quiet: timesOf(quiet), mixed: timesOf(mixed) }));
  const ratios = table.map(({ quiet, mixed }) => mixed.p95 / quiet.p95).sort((left, right) => left - right);
  const median = ratios[Math.floor(ratios.length / 2)] ?? NaN;
  const dearest = costs[0]?.milliseconds ?? NaN;
  const isRight =
    counts.size === 0 &&
    hostile.slips.length === 0 &&
    network.history.breakages.length === 0 &&
    median <= BAR.ratio &&
    dearest <= BAR.cpuMilliseconds;
  process.stdout.write(
    [
      'honest queries, milliseconds: p95 quiet, p95 mixed, ratio; median quiet, median mixed',
      ...table.map(
        ({ quiet, mixed }, index) =>
          `round ${index + 1}: ${quiet.p95}, ${mixed.p95}, ${(mixed.p95 / quiet.p95).toFixed(2)}; ${quiet.median}, ${mixed.median}`,
      ),
      `median of the ratios of p95: ${median.toFixed(2)} (at most ${BAR.ratio})`,
      '',
      `CPU of the gateway for one hostile request alone, least of ${TIMES_MEASURED}, the dearest of ${costs.length} kinds:`,
      ...costs.slice(0, 10).map(({ name, milliseconds }) => `${milliseconds.toFixed(1).padStart(8)} ms  ${name}`),
      `dearest: ${dearest.toFixed(1)} ms (at most ${BAR.cpuMilliseconds})`,
      '',
      `honest queries: ${all.length}, wrong: ${counts.size === 0 ? 'none' : [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
      ...first,
      `hostile requests: ${hostile.sent()}, not refused as they should be: ${hostile.slips.length}`,
      ...hostile.slips.slice(0, 20).map(({ name, detail }) => `${name}: ${detail}`),
      isRight ? 'PASSED' : 'FAILED',
      '',
    ].join('\n'),
  );
  return isRight;
}

async function main(): Promise<void> {
  const cluster = await startTestCluster();
  process.env['MAILLAGE_TEST_POSTGRES_URL'] = cluster.adminUrl;
  const network = await startFaultNetwork();
  try {
    // All clients of the run have one address: what is counted by client would refuse honest ones.
    const settings = { ENGINE: 'maillage', RATE_LIMIT_PER_MINUTE: '0', RATE_LIMIT_IN_FLIGHT: '0' };
    const hub = await startHubProcesses(network.urls, { ...process.env, ...settings });
    try {
      if (!report(await run(network, hub), network)) process.exitCode = 1;
    } finally {
      await hub.close();
    }
  } finally {
    await network.close();
    await cluster.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
