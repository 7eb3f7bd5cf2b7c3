import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { HubError } from '../../subgraphs/kit/errors';
import type { CommandContext } from '../command-context';
import { EXIT, jsonText, renderTable } from '../output';
import { importProgramme, type ProgrammeReport } from '../programme';
import { type GatewayOptions, gatewayOf, withGatewayOptions } from './gateway-options';

const HELP = `
The file is CSV with a head: intitule, description, nature (travaux, services, fournitures), cpv, montant_ht, one of
commune, departement and region as INSEE codes, consultation, debut, fin; siren where a line is another member's of the
convention. At most 10,000 lines. Every line is announced, or none.

Examples:
  MAILLAGE_TOKEN=… maillage programme import 2027.csv --siren 552081317 --title "Programme 2027" --url https://hub.example.org/graphql
  maillage programme import 2027.csv --siren 552081317 --title "Programme 2027" --json`;

interface ImportOptions extends GatewayOptions {
  readonly siren: string;
  readonly title: string;
  readonly json?: boolean;
}

/** `maillage programme import FILE`: a buyer's yearly programme, announced at once. */
export function programmeCommand(context: CommandContext): Command {
  const importing = new Command('import')
    .description('announce every operation of a programme as a mobilisation request, or none')
    .argument('<file>', 'CSV file')
    .requiredOption('--siren <siren>', 'SIREN of the buyer')
    .requiredOption('--title <text>', 'what the programme is called; one title is announced once')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', HELP);
  withGatewayOptions(importing).action(async (file: string, { siren, title, json, ...options }: ImportOptions) => {
    const csv = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new HubError('PROGRAMME_UNREADABLE', `${file} cannot be read.`, {}, { cause });
    });
    const gateway = await gatewayOf(context, options, { role: 'consolidator' });
    const report = await importProgramme(gateway, { siren, title, csv });
    context.output.write(json === true ? jsonText(report) : renderReport(report));
    if (report.announcedAt === null) context.setExitCode(EXIT.FAILED);
  });
  return new Command('programme')
    .description('announce a buyer’s yearly programme')
    .addHelpText(
      'after',
      '\nExamples:\n  maillage programme import 2027.csv --siren 552081317 --title "Programme 2027"',
    )
    .addCommand(importing);
}

function renderReport({ title, lines, announcedAt, problemCount, problems }: ProgrammeReport): string {
  if (announcedAt !== null) return `${title}: ${lines} operations announced.\n`;
  const rows = problems.map(({ line, field, message }) => [line, field, message]);
  const more = problemCount > problems.length ? `… and ${problemCount - problems.length} more.\n` : '';
  return `${renderTable(['line', 'field', 'what is wrong'], rows)}${more}${title}: nothing was announced, ${problemCount} of ${lines} lines cannot be.\n`;
}
