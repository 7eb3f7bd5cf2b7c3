import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectToHub } from '../client';
import type { CommandContext } from '../command-context';
import { createProgressDisplay, dataDirectoryOf, forkChild, hubFilesOf } from '../embedded';

/** A step of a region's software that a command runs in a process of its own, since the CLI imports no subgraph. */
export interface RegionStep {
  readonly id: string;
  /** French label of its progress. */
  readonly label: string;
  /** Entry file in subgraphs/regional, compiled. */
  readonly entry: string;
  readonly parameters: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** French names of what a step tells that it does. */
const STEPS: Readonly<Record<string, string>> = { read: 'lecture', check: 'contrôles', write: 'écriture' };

/** Runs a step to its end and shows how far it is; Ctrl-C ends it. Throws what it failed with. */
export async function runRegionStep(context: CommandContext, step: RegionStep): Promise<void> {
  const logFolder = await mkdtemp(join(tmpdir(), 'maillage-step-'));
  const display = createProgressDisplay(context.output);
  try {
    const plan = {
      id: step.id,
      label: step.label,
      kind: 'step' as const,
      entry: join(context.programFolder, 'subgraphs', 'regional', step.entry),
      parameters: step.parameters,
      environment: () => step.environment,
      memory: 1_024,
      after: [],
    };
    const child = await forkChild(plan, {
      environment: context.environment,
      logFolder,
      onMessage: (message) => {
        if (message.kind !== 'progress') return;
        const share = message.total === 0 ? 100 : Math.floor((100 * message.done) / message.total);
        display.update(step.id, `${step.label} : ${STEPS[message.step] ?? message.step} ${share} %`);
      },
    });
    context.interruption.stop.addEventListener('abort', () => void child.stop(10_000), { once: true });
    await child.completed;
  } finally {
    display.close();
    await rm(logFolder, { recursive: true, force: true });
  }
}

/** Throws HUB_NOT_RUNNING: a regions file left by a stopped hub leads to databases that are not there. */
export async function regionsFileOfRunningHub(context: CommandContext): Promise<string> {
  const dataDirectory = dataDirectoryOf(context.environment);
  await (await connectToHub(dataDirectory)).regions();
  return hubFilesOf(dataDirectory).regions;
}
