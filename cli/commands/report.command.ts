import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { CommandContext } from '../command-context';
import {
  buyerDocument,
  readBuyerReport,
  readRegionReport,
  regionDocument,
  type ReportDocument,
  reportPdf,
  reportWorkbook,
} from '../reports';
import { regionNamed } from './options';
import { type GatewayOptions, gatewayOf, withGatewayOptions } from './gateway-options';

const BUYER_HELP = `
The report is in French: figures of the year, by region, month and département, objectives, outcomes, contracts, what regions share,
method and coverage. Regions that did not answer are named in it; a PDF names them on its first page.

Examples:
  MAILLAGE_TOKEN=… maillage report buyer --siren 552081317 --year 2026 --url https://hub.example.org/graphql
  maillage report buyer --siren 552081317 --year 2026 --out rapport.xlsx
  maillage report buyer --siren 552081317 --year 2026 --format pdf`;

const REGION_HELP = `
The extract is for the coordination of the region, in French: figures of the year by month, département, sector and kind of buyer, outcomes,
mobilisation requests and who has to act, contracts, communes without a desk, what is shared, method and coverage. With --siren it is
that buyer's year in the region.

Examples:
  MAILLAGE_TOKEN=… maillage report region 53 --year 2026 --url https://hub.example.org/graphql
  maillage report region 53 --year 2026 --siren 552081317 --format pdf`;

interface FileOptions extends GatewayOptions {
  readonly year: number;
  readonly out?: string;
  readonly format: 'xlsx' | 'pdf';
}
interface BuyerOptions extends FileOptions {
  readonly siren: string;
}
interface RegionOptions extends FileOptions {
  readonly siren?: string;
}

/** `maillage report buyer|region`: yearly reports as workbooks or PDF. */
export function reportCommand(context: CommandContext): Command {
  const buyer = withFileOptions(new Command('buyer'))
    .description('write a buyer’s yearly report as XLSX or PDF')
    .requiredOption('--siren <siren>', 'SIREN of the buyer')
    .addHelpText('after', BUYER_HELP);
  withGatewayOptions(buyer).action(async ({ siren, year, out, format, ...options }: BuyerOptions) => {
    const gateway = await gatewayOf(context, options, { role: 'consolidator' });
    const report = await readBuyerReport(gateway, { siren, year });
    const file = out ?? `rapport-${report.buyer.siren}-${year}.${format}`;
    await write(buyerDocument(report), file, format);
    say(context, file, report.contracts.length, report.buyer.activity.coverage);
  });
  const region = withFileOptions(new Command('region'))
    .description('write the yearly extract of a region for its coordination as XLSX or PDF')
    .argument('<region>', 'INSEE code of the region')
    .option('--siren <siren>', 'SIREN of a buyer, for its year in the region alone')
    .addHelpText('after', REGION_HELP);
  withGatewayOptions(region).action(async (named: string, { siren, year, out, format, ...options }: RegionOptions) => {
    const { code } = regionNamed(named);
    const gateway = await gatewayOf(context, options, { role: 'coordination', region: code });
    const report = await readRegionReport(gateway, { region: code, year, siren });
    const file = out ?? `extrait-${[code, siren, year].filter(Boolean).join('-')}.${format}`;
    await write(regionDocument(report), file, format);
    say(context, file, report.contracts.length, report.activity.coverage);
  });
  return new Command('report')
    .description('write reports from what the hub answers')
    .addHelpText(
      'after',
      '\nExamples:\n  maillage report buyer --siren 552081317 --year 2025\n  maillage report region 53 --year 2025',
    )
    .addCommand(buyer)
    .addCommand(region);
}

function withFileOptions(command: Command): Command {
  return command
    .requiredOption('--year <year>', 'year of the report', yearOf)
    .addOption(new Option('--format <format>', 'format of the file').choices(['xlsx', 'pdf']).default('xlsx'))
    .option('--out <file>', 'file to write; named after its subject and year unless given');
}

async function write(document: ReportDocument, file: string, format: 'xlsx' | 'pdf'): Promise<void> {
  if (format === 'pdf') await writeFile(file, await reportPdf(document));
  else await reportWorkbook(document).xlsx.writeFile(file);
}

function say(
  { output }: CommandContext,
  file: string,
  contracts: number,
  coverage: { readonly answered: number; readonly expected: number } | null,
): void {
  const { answered = 0, expected = 0 } = coverage ?? {};
  output.write(`${file}: ${contracts} contracts, ${answered} of ${expected} regions answered.\n`);
}

function yearOf(text: string): number {
  if (!/^(19|20)\d\d$/.test(text)) throw new InvalidArgumentError('A year has four digits, such as 2026.');
  return Number(text);
}
