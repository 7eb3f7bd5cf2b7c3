/** Runs the engines side by side and says how ours compares. `--help` shows the options; README.md explains. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { differences } from './lib/identical.mjs';
import { bodiesOf, load } from './lib/load.mjs';
import { HELP, readOptions } from './lib/options.mjs';
import { memoryMegabytes } from './lib/process-usage.mjs';
import { topSelfTimes } from './lib/profile.mjs';
import { summarize, table } from './lib/report.mjs';
import { createCleanups, createFolder, startDatabase, startStack } from './lib/stack.mjs';
import { workloads } from './lib/workloads.mjs';

const LATE_MILLISECONDS = 300;
/** Size of a network from which on loads last longer, in proportion. */
const LOAD_REGIONS = 25;
const RESULTS = join(import.meta.dirname, 'results', 'latest.json');

const cleanups = createCleanups();

/** Measures one workload on every engine: checks their answers, warms them up, then rounds engine by engine. */
async function measure(stack, workload, options, onWarm = async () => undefined) {
  await stack.setLate(workload.isLate ? LATE_MILLISECONDS : 0);
  const bodies = bodiesOf(workload, stack.codes);
  const found = await differences(stack.engines, bodies, stack.token);
  for (const difference of found) console.error(`  ${difference}`);
  const names = Object.keys(stack.engines);
  const { connections, seconds, warmup } = options;
  let start = 0;
  // Large networks answer slowly: they get the time for as many answers.
  const factor = Math.max(1, stack.codes.length / LOAD_REGIONS);
  const run = async (name, duration) => {
    const { url, pid } = stack.engines[name];
    const observed = { engine: pid, national: stack.national.pid, regions: stack.regional.pid };
    const { token } = stack;
    const length = Math.ceil(duration * factor);
    const result = await load({ url, token, bodies, connections, seconds: length, start, observed });
    start += result.sent;
    return result;
  };
  for (const name of names) await run(name, warmup);
  await onWarm();
  const rounds = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < options.rounds; round += 1) {
    // Another engine begins each time: none always runs after the same one.
    const order = names.map((_, index) => names[(index + round) % names.length]);
    for (const name of order) rounds[name].push(await run(name, seconds));
  }
  const memory = Object.fromEntries(names.map((name) => [name, memoryMegabytes(stack.engines[name].pid)]));
  return summarize({
    workload: workload.name,
    variables: workload.variables,
    regions: stack.codes.length,
    identical: found.length === 0,
    rounds,
    memory,
  });
}

async function compare(options) {
  const folder = await createFolder(cleanups);
  const databaseUrl = await startDatabase(folder, cleanups);
  const results = [];
  for (const size of options.sizes) {
    const own = createCleanups();
    cleanups.add(own.run);
    const { engines, settings } = options;
    const stack = await startStack({ size, engines, databaseUrl, folder, settings }, own);
    for (const workload of workloads(options)) {
      console.error(`${size} regions, ${workload.name}, ${workload.variables} variables`);
      results.push(await measure(stack, workload, options));
      await save(options.out ?? RESULTS, results);
    }
    await own.run();
  }
  console.log(`\n${table(results)}\n`);
  console.log('rps: answers a second; p99: milliseconds; cpu: processor milliseconds of the engine per answer.');
  console.log('"by cpu": the same ratios in engine processor time per answer, which a busy machine disturbs less.');
  console.log(`Medians of ${options.rounds} rounds, ${options.connections} connections, ${cpus().length} cores.`);
  return results.every(({ identical, failed }) => identical && Object.values(failed).every((count) => count === 0));
}

/** Profiles our gateway and the national level without peers under each workload, from the end of the warm-up to the end of the rounds. */
async function profile(options) {
  const folder = await createFolder(cleanups);
  const databaseUrl = await startDatabase(folder, cleanups);
  const { settings } = options;
  const [size] = options.sizes;
  const execArgv = ['--import', join(import.meta.dirname, 'lib', 'profile-hook.mjs')];
  const stack = await startStack({ size, engines: ['maillage'], databaseUrl, folder, settings, execArgv }, cleanups);
  const profiled = { gateway: stack.engines.maillage, national: stack.national };
  const fileOf = (name) => join(folder, `${name}.json`);
  const each = (message) =>
    Promise.all(Object.entries(profiled).map(([name, process]) => process.ask({ ...message, file: fileOf(name) })));
  for (const workload of workloads(options)) {
    const result = await measure(stack, workload, options, () => each({ profile: 'start' }));
    await each({ profile: 'stop' });
    const { cpuMs, nationalCpuMs, rps } = result;
    console.log(`\n${size} regions, ${workload.name}, ${workload.variables} variables`);
    console.log(
      `per answer: ${cpuMs.maillage} ms here, ${nationalCpuMs.maillage} ms national; ${rps.maillage} a second`,
    );
    for (const name of Object.keys(profiled)) await showProfile(name, fileOf(name));
  }
  return true;
}

async function showProfile(name, file) {
  const { busyMs, functions, owners } = await topSelfTimes(file);
  console.log(`${name}: ${busyMs} ms busy`);
  for (const { name, share } of functions) console.log(`  ${String(share).padStart(5)} %  ${name}`);
  console.log('  by owner');
  for (const { name, share } of owners) console.log(`  ${String(share).padStart(5)} %  ${name}`);
}

async function save(file, results) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.isHelp) {
    console.log(HELP);
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void cleanups.run().finally(() => process.exit(1)));
  }
  try {
    const isSound = await (options.isProfile ? profile(options) : compare(options));
    if (!isSound) {
      console.error('Some answers differed or failed: the figures above prove nothing.');
      process.exitCode = 1;
    }
  } finally {
    await cleanups.run();
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
