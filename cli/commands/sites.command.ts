import { Command } from 'commander';
import { regionNamed } from './options';
import type { CommandContext } from '../command-context';
import { EXIT, renderTable } from '../output';
import { contactsOfArea, coverageReport, requireArea } from '../../subgraphs/kit/territories';
import {
  cellsOfContact,
  CONTACT_COLUMNS,
  contactOfSite,
  csvOf,
  readDirectory,
  readSiteTable,
  rowsOfArea,
  type SiteContact,
  sumsOfArea,
  writeTable,
} from '../sites';
import { type GatewayOptions, gatewayOf, withGatewayOptions } from './gateway-options';

const HELP = `
The file is CSV or a workbook with a head, at most 10,000 lines. A column says where each site is: code insee, or commune and code
postal, or one of them. Every line is answered; what a line means, or why nobody can tell, is in the columns that are added.

Examples:
  maillage sites whom sites.csv --out contacts.csv
  maillage sites whom sites.xlsx --url https://hub.example.org/graphql > contacts.csv
  maillage sites white-zones --region 53 --out zones-blanches.csv
  maillage sites area 29`;

interface SitesOptions extends GatewayOptions {
  readonly out?: string;
  readonly region?: string;
}

/** French names of what becomes of a line. */
const ANSWERS: Readonly<Record<SiteContact['kind'], string>> = {
  DESK: 'guichet',
  WHITE_ZONE: 'zone blanche',
  REGION_ABSENT: 'région absente',
  AMBIGUOUS: 'ambigu',
  UNKNOWN: 'inconnu',
};

/** `maillage sites whom|white-zones`: whom to call for the sites of a list, and where no desk is. */
export function sitesCommand(context: CommandContext): Command {
  const whom = new Command('whom')
    .description('say whom to call for every site of a list')
    .argument('<file>', 'CSV file or workbook')
    .option('--out <path>', 'where the answer is written; standard output unless given');
  withGatewayOptions(whom).action((file: string, options: SitesOptions) => answerSites(context, file, options));
  const zones = new Command('white-zones')
    .description('list the communes that no desk covers, with their population')
    .option('--region <code>', 'INSEE code of one region; all of them unless given')
    .option('--out <path>', 'where the list is written; standard output unless given');
  withGatewayOptions(zones).action((options: SitesOptions) => listWhiteZones(context, options));
  const area = new Command('area')
    .description('say whom to call in a département or an EPCI')
    .argument('<code>', 'code of the département (29, 2A, 974) or SIREN of the EPCI')
    .option('--out <path>', 'where the list is written; standard output unless given');
  withGatewayOptions(area).action((code: string, options: SitesOptions) => answerArea(context, code, options));
  return new Command('sites')
    .description('say whom to call for places')
    .addHelpText('after', HELP)
    .addCommand(whom)
    .addCommand(zones)
    .addCommand(area);
}

async function answerSites(context: CommandContext, file: string, { out, ...options }: SitesOptions): Promise<void> {
  const { header, lines } = await readSiteTable(file);
  const gateway = await gatewayOf(context, options, { role: 'consolidator' });
  const directory = await readDirectory(gateway);
  const counts = new Map<SiteContact['kind'], number>();
  const rows = lines.map(({ line, cells, site }) => {
    const contact = contactOfSite(site, directory);
    counts.set(contact.kind, (counts.get(contact.kind) ?? 0) + 1);
    return [String(line), ...header.map((_, column) => cells[column] ?? ''), ...cellsOfContact(contact)];
  });
  const table = [['ligne', ...header, ...CONTACT_COLUMNS], ...rows];
  await show(
    context,
    table,
    out,
    [...counts].map(([kind, count]) => [ANSWERS[kind], String(count)]),
  );
  // Desks of an absent region are not known: the answer is not whole.
  if (counts.has('REGION_ABSENT')) context.setExitCode(EXIT.FAILED);
}

async function answerArea(context: CommandContext, code: string, { out, ...options }: SitesOptions): Promise<void> {
  const area = requireArea(code);
  const gateway = await gatewayOf(context, options, { role: 'consolidator' });
  const contacts = contactsOfArea(area, await readDirectory(gateway));
  await show(context, rowsOfArea(contacts), out, sumsOfArea(contacts), ['zone', 'communes', 'habitants']);
  if (contacts.absent.size > 0) context.setExitCode(EXIT.FAILED);
}

async function listWhiteZones(context: CommandContext, { out, region, ...options }: SitesOptions): Promise<void> {
  const gateway = await gatewayOf(context, options, { role: 'consolidator' });
  const codes = region === undefined ? undefined : [regionNamed(region).code];
  const { whiteZones, byRegion } = coverageReport(await readDirectory(gateway, codes));
  const rows = whiteZones.map(({ commune, coordinator }) => [
    commune.code,
    commune.name,
    commune.departement,
    commune.region,
    String(commune.population),
    coordinator?.organisation ?? '',
  ]);
  const table = [['code_insee', 'commune', 'departement', 'region', 'population', 'coordination'], ...rows];
  const sums = [...byRegion].map(([code, sum]) =>
    sum === null
      ? [code, 'absente', '', '', '']
      : [code, ...[sum.whiteCommunes, sum.communes, sum.whitePopulation, sum.population].map(String)],
  );
  await show(context, table, out, sums, [
    'région',
    'communes sans guichet',
    'communes',
    'habitants sans guichet',
    'habitants',
  ]);
  if ([...byRegion.values()].includes(null)) context.setExitCode(EXIT.FAILED);
}

/** The table goes to a file with its summary on the terminal, or to standard output alone. */
async function show(
  { output }: CommandContext,
  table: readonly (readonly string[])[],
  out: string | undefined,
  summary: readonly (readonly string[])[],
  head: readonly string[] = ['réponse', 'lignes'],
): Promise<void> {
  if (out === undefined) {
    output.write(csvOf(table));
    return;
  }
  await writeTable(out, table);
  output.write(
    renderTable(
      [...head],
      summary.map((row) => [...row]),
    ),
  );
}
