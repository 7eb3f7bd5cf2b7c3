import { Command, InvalidArgumentError } from 'commander';
import type { CommandContext } from '../command-context';
import { buyerWorkbook, readBuyerReport } from '../reports';
import { type GatewayOptions, gatewayOf, withGatewayOptions } from './gateway-options';

const HELP = `
The workbook is in French: figures of the year, by region, month and département, objectives, contracts, method and
coverage. Regions that did not answer are named in it.

Examples:
  MAILLAGE_TOKEN=… maillage report buyer --siren 552081317 --year 2026 --url https://hub.example.org/graphql
  maillage report buyer --siren 552081317 --year 2026 --out rapport.xlsx`;

interface BuyerOptions extends GatewayOptions {
  readonly siren: string;
  readonly year: number;
  readonly out?: string;
}

/** `maillage report buyer`: a buyer's yearly report as a workbook. */
export function reportCommand(context: CommandContext): Command {
  const buyer = new Command('buyer')
    .description('write a buyer’s yearly report as XLSX')
    .requiredOption('--siren <siren>', 'SIREN of the buyer')
    .requiredOption('--year <year>', 'year of the report', yearOf)
    .option('--out <file>', 'file to write; rapport-SIREN-YEAR.xlsx unless given')
    .addHelpText('after', HELP);
  withGatewayOptions(buyer).action(async ({ siren, year, out, ...options }: BuyerOptions) => {
    const gateway = await gatewayOf(context, options, { role: 'consolidator' });
    const report = await readBuyerReport(gateway, { siren, year });
    const file = out ?? `rapport-${report.buyer.siren}-${year}.xlsx`;
    await buyerWorkbook(report).xlsx.writeFile(file);
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
