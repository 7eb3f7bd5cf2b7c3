import { parseArgs } from 'node:util';
import { createComposer } from '../../registry/checks';
import { runHostileSdls } from './hostile-sdl/run-hostile-sdls';

/** What a run has to have tried, by itself, to say anything. */
const LEAST = { accepted: 500, harmful: 50 };

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    compositions: { type: 'string', default: '800' },
    bypassed: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
  },
});

/** Generated hostile SDLs through the checks, the composition and the invariant; fails on any change of what is foreign. */
async function main(): Promise<void> {
  const started = performance.now();
  const composer = createComposer();
  try {
    const run = await runHostileSdls({
      count: Number(values.count),
      seed: Number(values.seed),
      composer,
      most: { passed: Number(values.compositions), bypassed: Number(values.bypassed) },
      concurrency: 2,
    });
    const seconds = Math.round((performance.now() - started) / 1000);
    const tables = { mutations: Object.fromEntries(run.mutations), codes: Object.fromEntries(run.codes) };
    process.stdout.write(`${JSON.stringify({ seed: Number(values.seed), seconds, ...run, ...tables }, null, 2)}\n`);
    const isEnough = run.accepted >= LEAST.accepted && run.bypassedHarmful >= LEAST.harmful;
    if (run.violations.length > 0 || !isEnough) process.exitCode = 1;
  } finally {
    await composer.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
