import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import type { Region } from '../../subgraphs/kit/regions';
import type { CommandContext } from '../command-context';
import { forkChild } from '../embedded';
import { regionOption } from './options';
import { regionsFileOfRunningHub } from './region-step';

const HELP = `
A declared month is complete: the figures say so, and hours that change afterwards reopen it. Refused: a month that is not
over, one in which the desk was not open, and one with hours that nobody has validated.

Examples:
  maillage declare MDE-35 2026-01 --region 53
  maillage declare MDE-35 2026-01 --region 53 --regions-file /etc/maillage/regions.json`;

interface DeclareOptions {
  readonly region: Region;
  readonly regionsFile?: string;
}

/** `maillage declare DESK MONTH`: for whoever keeps the books on the machine that holds them. */
export function declareCommand(context: CommandContext): Command {
  return new Command('declare')
    .description('declare a month of a desk as complete')
    .argument('<desk>', 'reference of the desk in the books')
    .argument('<month>', 'month: 2026-01')
    .addOption(regionOption('region of the desk: 53, 01').makeOptionMandatory())
    .option('--regions-file <path>', 'where the books are, instead of the running hub')
    .addHelpText('after', HELP)
    .action(async (desk: string, month: string, { region, regionsFile }: DeclareOptions) => {
      const isNew = await declare(
        context,
        desk,
        month,
        region,
        regionsFile ?? (await regionsFileOfRunningHub(context)),
      );
      context.output.write(`${desk} ${month} : ${isNew ? 'déclaré' : 'déjà déclaré'}\n`);
    });
}

async function declare(
  context: CommandContext,
  desk: string,
  month: string,
  region: Region,
  regionsFile: string,
): Promise<boolean> {
  const logFolder = await mkdtemp(join(tmpdir(), 'maillage-declare-'));
  try {
    const plan = {
      id: 'declare',
      label: 'déclaration',
      kind: 'step' as const,
      // In a process of its own, since the CLI imports no subgraph.
      entry: join(context.programFolder, 'subgraphs', 'regional', 'declare-main.js'),
      parameters: [desk, month],
      environment: () => ({ REGIONS_FILE: resolve(regionsFile), REGION: region.code }),
      memory: 256,
      after: [],
    };
    const options = { environment: context.environment, logFolder, onMessage: () => undefined };
    const message = await (await forkChild(plan, options)).completed;
    return message?.kind === 'finished' && message.summary['isNew'] === 1;
  } finally {
    await rm(logFolder, { recursive: true, force: true });
  }
}
