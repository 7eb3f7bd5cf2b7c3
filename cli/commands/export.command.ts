import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { z } from 'zod';
import type { CommandContext } from '../command-context';
import { jsonText, renderTable } from '../output';
import { regionsFileOfRunningHub, runRegionStep } from './region-step';

const HELP = `
Each file comes with the mapping that imports it again. Participants are in the file "participants": keep it as such.

Examples:
  maillage export all --region 53 --out export
  maillage export hours --region 53 --format xlsx --out export`;

const reportSchema = z.object({
  folder: z.string(),
  files: z.array(
    z.object({
      kind: z.string(),
      file: z.string(),
      mapping: z.string(),
      rows: z.number(),
      withoutReference: z.number(),
    }),
  ),
});

interface ExportOptions {
  readonly region: string;
  readonly format: string;
  readonly out: string;
  readonly json?: boolean;
  readonly regionsFile?: string;
}

/** `maillage export KIND`: the books of a region as files. */
export function exportCommand(context: CommandContext): Command {
  return new Command('export')
    .description('export the books of a region into files that can be imported again')
    .argument('<kind>', 'a kind of `maillage import`, or all')
    .requiredOption('--region <code>', 'region whose books are exported')
    .requiredOption('--out <folder>', 'folder of the files')
    .addOption(new Option('--format <format>', 'format of the files').choices(['csv', 'xlsx']).default('csv'))
    .option('--json', 'print the report as JSON')
    .option('--regions-file <path>', 'file of the databases, instead of those of the running hub')
    .addHelpText('after', HELP)
    .action((kind: string, options: ExportOptions) => exportBooks(context, kind, options));
}

async function exportBooks(context: CommandContext, kind: string, options: ExportOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-export-'));
  const reportFile = join(folder, 'report.json');
  try {
    await runRegionStep(context, {
      id: 'export',
      label: `export ${kind}`,
      entry: 'export-main.js',
      parameters: [kind, options.format],
      environment: {
        REGIONS_FILE: resolve(options.regionsFile ?? (await regionsFileOfRunningHub(context))),
        REGION: options.region,
        EXPORT_FOLDER: resolve(options.out),
        REPORT_FILE: reportFile,
      },
    });
    const report = reportSchema.parse(JSON.parse(await readFile(reportFile, 'utf8')));
    const table = renderTable(
      ['FICHIER', 'LIGNES', 'SANS RÉFÉRENCE'],
      report.files.map(({ file, rows, withoutReference }) => [file, rows, withoutReference]),
    );
    context.output.write(options.json === true ? jsonText(report) : `${report.folder}\n${table}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
