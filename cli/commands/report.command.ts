import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { CommandContext } from '../command-context';
import { buyerPdf, buyerWorkbook, readBuyerReport } from '../reports';
import { type GatewayOptions, gatewayOf, withGatewayOptions } from './gateway-options';

const HELP = `
The report is in French: figures of the year, by region, month and département, objectives, outcomes, contracts, what regions share,
method and coverage. Regions that did not answer are named in it; a PDF names them on its first page.

Examples:
  MAILLAGE_TOKEN=… maillage report buyer --siren 552081317 --year 2026 --url https://hub.example.org/graphql
  maillage report buyer --siren 552081317 --year 2026 --out rapport.xlsx
  maillage report buyer --siren 552081317 --year 2026 --format pdf`;

interface BuyerOptions extends GatewayOptions {
  readonly siren: string;
  readonly year: number;
  readonly out?: string;
  readonly format: 'xlsx' | 'pdf';
}

/** `maillage report buyer`: a buyer's yearly report as a workbook or a PDF. */
export function reportCommand(context: CommandContext): Command {
  const buyer = new Command('buyer')
    .description('write a buyer’s yearly report as XLSX or PDF')
    .requiredOption('--siren <siren>', 'SIREN of the buyer')
    .requiredOption('--year <year>', 'year of the report', yearOf)
    .addOption(new Option('--format <format>', 'format of the file').choices(['xlsx', 'pdf']).default('xlsx'))
    .option('--out <file>', 'file to write; rapport-SIREN-YEAR and its format unless given')
    .addHelpText('after', HELP);
  withGatewayOptions(buyer).action(async ({ siren, year, out, format, ...options }: BuyerOptions) => {
    const gateway = await gatewayOf(context, options, { role: 'consolidator' });
    const report = await readBuyerReport(gateway, { siren, year });
    const file = out ?? `rapport-${report.buyer.siren}-${year}.${format}`;
    if (format === 'pdf') await writeFile(file, await buyerPdf(report));
    else await buyerWorkbook(report).xlsx.writeFile(file);
    const { answered = 0, expected = 0 } = report.buyer.activity.coverage ?? {};
    context.output.write(
      `${file}: ${report.contracts.length} contracts, ${answered} of ${expected} regions answered.\n`,
    );
  });
  return new Command('report')
    .description('write reports from what the hub answers')
    .addHelpText('after', '\nExamples:\n  maillage report buyer --siren 552081317 --year 2025')
    .addCommand(buyer);
}

function yearOf(text: string): number {
  if (!/^(19|20)\d\d$/.test(text)) throw new InvalidArgumentError('A year has four digits, such as 2026.');
  return Number(text);
}
