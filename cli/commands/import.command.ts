import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { connectToHub } from '../client';
import type { CommandContext } from '../command-context';
import { dataDirectoryOf, forkChild, hubFilesOf, type PlannedProcess } from '../embedded';
import { importReportSchema, renderImportReport } from '../output';

const HELP = `
The file is CSV or JSON in the DECP format (arrêté of 22 December 2022). Importing it again changes nothing.
Rows that are refused are counted and shown; they do not make the command fail.

Examples:
  maillage import decp decp-2024.csv
  maillage import decp marches.json --json
  maillage import decp marches.json --regions-file /etc/maillage/regions.json`;

interface ImportOptions {
  readonly json?: boolean;
  readonly regionsFile?: string;
}

/** `maillage import decp FILE`: public contracts from the essential data of public procurement. */
export function importCommand(context: CommandContext): Command {
  const decp = new Command('decp')
    .description('import public contracts (données essentielles de la commande publique) into the regions’ books')
    .argument('<file>', 'CSV or JSON file')
    .option('--json', 'print the whole report as JSON')
    .option('--regions-file <path>', 'databases to import into, instead of those of the running hub')
    .addHelpText('after', HELP)
    .action((file: string, options: ImportOptions) => importDecp(context, file, options));
  return new Command('import').description('import files into the regions’ books').addCommand(decp);
}

async function importDecp(context: CommandContext, file: string, options: ImportOptions): Promise<void> {
  const regionsFile = options.regionsFile ?? (await regionsFileOfRunningHub(context));
  const folder = await mkdtemp(join(tmpdir(), 'maillage-import-'));
  try {
    const reportFile = join(folder, 'report.json');
    const child = await forkChild(planOf(context, resolve(file), resolve(regionsFile), reportFile), {
      environment: context.environment,
      logFolder: folder,
      onMessage: () => undefined,
    });
    context.interruption.stop.addEventListener('abort', () => void child.stop(10_000), { once: true });
    await child.completed;
    const json: unknown = JSON.parse(await readFile(reportFile, 'utf8'));
    context.output.write(
      options.json === true ? `${JSON.stringify(json, null, 2)}\n` : renderImportReport(importReportSchema.parse(json)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Throws HUB_NOT_RUNNING: a regions file left by a stopped hub leads to databases that are not there. */
async function regionsFileOfRunningHub(context: CommandContext): Promise<string> {
  const dataDirectory = dataDirectoryOf(context.environment);
  await (await connectToHub(dataDirectory)).regions();
  return hubFilesOf(dataDirectory).regions;
}

function planOf(context: CommandContext, file: string, regionsFile: string, reportFile: string): PlannedProcess {
  return {
    id: 'import-decp',
    label: 'import',
    kind: 'step',
    entry: join(context.programFolder, 'subgraphs', 'regional', 'import-decp.js'),
    parameters: [file],
    environment: () => ({ REGIONS_FILE: regionsFile, REPORT_FILE: reportFile }),
    memory: 1_024,
    after: [],
  };
}
