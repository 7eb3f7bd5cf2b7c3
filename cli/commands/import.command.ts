import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { HubError } from '../../subgraphs/kit/errors';
import type { CommandContext } from '../command-context';
import {
  bookImportReportSchema,
  EXIT,
  importReportSchema,
  jsonText,
  renderBookImportReport,
  renderImportReport,
} from '../output';
import { regionsFileOfRunningHub, runRegionStep } from './region-step';

const HELP = `
Kinds: desks, facilitators, buyers, companies, operations, contracts, participants, work-contracts, hours, commitments,
outcomes, and flat: one line per month of a person's work, with everything it belongs to. The mapping file says which
columns and words of the file are which fields and codes: see examples/imports.
The file is taken whole or not at all, and importing it again changes nothing.

Examples:
  maillage import hours heures.csv --mapping heures.mapping.json --region 53 --dry-run
  maillage import flat suivi.xlsx --mapping suivi.mapping.json --region 53
  maillage import decp decp-2024.csv`;

const DECP_HELP = `
The file is CSV or JSON in the DECP format (arrêté of 22 December 2022). Importing it again changes nothing.
Rows that are refused are counted and shown; they do not make the command fail.

Examples:
  maillage import decp decp-2024.csv
  maillage import decp marches.json --json
  maillage import decp marches.json --regions-file /etc/maillage/regions.json`;

interface DecpOptions {
  readonly json?: boolean;
  readonly regionsFile?: string;
}

interface ImportOptions extends DecpOptions {
  readonly region?: string;
  readonly mapping?: string;
  readonly dryRun?: boolean;
}

/** `maillage import KIND FILE` and `maillage import decp FILE`: files into the regions' books. */
export function importCommand(context: CommandContext): Command {
  const decp = new Command('decp')
    .description('import public contracts (données essentielles de la commande publique) into the regions’ books')
    .argument('<file>', 'CSV or JSON file')
    .option('--json', 'print the whole report as JSON')
    .option('--regions-file <path>', 'databases to import into, instead of those of the running hub')
    .addHelpText('after', DECP_HELP)
    // The parser gives options that both commands have to the outer one.
    .action((file: string, _options: DecpOptions, command: Command) =>
      importDecp(context, file, command.optsWithGlobals<DecpOptions>()),
    );
  return (
    new Command('import')
      .description('import files into the regions’ books')
      .argument('<kind>', 'what the lines of the file are')
      .argument('<file>', 'CSV or XLSX file')
      // Not required for the parser, which would ask `import decp` for them too.
      .option('--region <code>', 'region whose books take the file (required)')
      .option('--mapping <file>', 'which columns are which fields (required)')
      .option('--dry-run', 'check everything and write nothing')
      .option('--json', 'print the whole report as JSON')
      .option('--regions-file <path>', 'file of the databases, instead of those of the running hub')
      .addHelpText('after', HELP)
      .addCommand(decp)
      .action((kind: string, file: string, options: ImportOptions) => importFile(context, kind, file, options))
  );
}

async function importFile(context: CommandContext, kind: string, file: string, options: ImportOptions): Promise<void> {
  const { region, mapping } = options;
  if (region === undefined || mapping === undefined)
    throw new HubError('CONFIG_INVALID', 'Give --region and --mapping. See `maillage import --help`.');
  await withReportFile(async (reportFile) => {
    await runRegionStep(context, {
      id: 'import',
      label: `import ${kind}`,
      entry: 'import-main.js',
      parameters: [kind, resolve(file)],
      environment: {
        REGIONS_FILE: resolve(options.regionsFile ?? (await regionsFileOfRunningHub(context))),
        REGION: region,
        MAPPING_FILE: resolve(mapping),
        REPORT_FILE: reportFile,
        TRIAL: options.dryRun === true ? '1' : '',
      },
    });
    const report = bookImportReportSchema.parse(JSON.parse(await readFile(reportFile, 'utf8')));
    context.output.write(options.json === true ? jsonText(report) : renderBookImportReport(report));
    if (report.status === 'REFUSED') context.setExitCode(EXIT.FAILED);
  });
}

async function importDecp(context: CommandContext, file: string, options: DecpOptions): Promise<void> {
  const regionsFile = options.regionsFile ?? (await regionsFileOfRunningHub(context));
  await withReportFile(async (reportFile) => {
    await runRegionStep(context, {
      id: 'import-decp',
      label: 'import decp',
      entry: 'import-decp.js',
      parameters: [resolve(file)],
      environment: { REGIONS_FILE: resolve(regionsFile), REPORT_FILE: reportFile },
    });
    const json: unknown = JSON.parse(await readFile(reportFile, 'utf8'));
    context.output.write(
      options.json === true ? `${JSON.stringify(json, null, 2)}\n` : renderImportReport(importReportSchema.parse(json)),
    );
  });
}

async function withReportFile(work: (reportFile: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-import-'));
  try {
    await work(join(folder, 'report.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
