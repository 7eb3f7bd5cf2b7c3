import { parseArgs } from 'node:util';
import { startTestCluster } from '../support/test-cluster';
import { type FaultNetwork, startFaultNetwork } from './support/fault-network';
import { type HubUnderTest, startHubProcesses } from './support/hub';
import { startNemesis } from './support/nemesis';
import { type CheckedQuery, runQueries } from './support/run-queries';
import { seededRandom } from './support/seeded-random';
import { outcomeTable, timesOf, violationsOf } from './support/summary';

/** Every answer comes within this time, whatever regions do. */
const LIMIT_MILLISECONDS = 2_000;
/** A region that has recovered counts again within 5 s; before its fault it had one deadline more. */
const GRACE_MILLISECONDS = 6_500;
const WARM_UP_QUERIES = 60;

const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '8' },
    'step-ms': { type: 'string', default: '400' },
    'quiet-queries': { type: 'string' },
  },
});

interface Run {
  readonly quiet: CheckedQuery[];
  readonly checked: CheckedQuery[];
  readonly steps: number;
  readonly seconds: number;
}

/** Asks a quiet round, then the same questions and more under the nemesis. */
async function run(network: FaultNetwork, { url, token }: Pick<HubUnderTest, 'url' | 'token'>): Promise<Run> {
  const seed = Number(values.seed);
  const queries = Number(values.queries);
  const ask = (name: string, count: number) =>
    runQueries({
      url,
      token,
      queries: count,
      concurrency: Number(values.concurrency),
      random: seededRandom(seed),
      history: network.history,
      name,
      graceMilliseconds: GRACE_MILLISECONDS,
      limitMilliseconds: name === 'warm-up' ? undefined : LIMIT_MILLISECONDS,
      onProgress: (done) => {
        if (done % 500 === 0) process.stderr.write(`${name}: ${done} of ${count}\n`);
      },
    });
  await ask('warm-up', WARM_UP_QUERIES);
  const quiet = await ask('quiet', Number(values['quiet-queries'] ?? Math.min(500, queries)));
  const nemesis = startNemesis(network.fronts, seededRandom(seed), Number(values['step-ms']));
  const startedAt = performance.now();
  const checked = await ask('nemesis', queries);
  nemesis.stop();
  return { quiet, checked, steps: nemesis.steps(), seconds: Math.round((performance.now() - startedAt) / 1000) };
}

function report(
  { quiet, checked, steps, seconds }: Run,
  network: FaultNetwork,
  peakMemory: number | undefined,
): boolean {
  const { counts, first } = violationsOf([...quiet, ...checked]);
  const ofAll = ({ query, isQuiet }: CheckedQuery) => isQuiet && query.regions === undefined;
  const line = (name: string, queries: readonly CheckedQuery[]) => {
    const { count, median, p95, longest } = timesOf(queries);
    return `${name.padEnd(46)}${String(count).padStart(7)}${String(median).padStart(9)}${String(p95).padStart(7)}${String(longest).padStart(9)}`;
  };
  const isRight = counts.size === 0 && network.trapVisits() === 0 && network.history.breakages.length === 0;
  process.stdout.write(
    [
      outcomeTable(checked),
      '',
      `${'milliseconds'.padEnd(46)}${'queries'.padStart(7)}${'median'.padStart(9)}${'p95'.padStart(7)}${'longest'.padStart(9)}`,
      line('quiet run', quiet),
      line('under the nemesis', checked),
      line('18 regions, quiet run', quiet.filter(ofAll)),
      line('18 regions, none faulty, under the nemesis', checked.filter(ofAll)),
      '',
      `seed ${values.seed}, ${steps} states of the network, ${seconds} s`,
      `most memory of the gateway: ${peakMemory ?? '?'} MB`,
      `redirects followed: ${network.trapVisits()}; breakages of the suite itself: ${network.history.breakages.length}`,
      ...network.history.breakages.slice(0, 5).map(String),
      `violations: ${counts.size === 0 ? 'none' : [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
      ...first,
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
    const hub = await startHubProcesses(network.urls, process.env);
    try {
      const outcome = await run(network, hub);
      if (!report(outcome, network, await hub.peakMemory())) process.exitCode = 1;
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
