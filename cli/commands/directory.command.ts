import { readFile, writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { HubError } from '../../subgraphs/kit/errors';
import type { CommandContext } from '../command-context';
import { importPosts, postsCsv, postsVcard, readPosts, type SheetOutcome } from '../directory';
import { EXIT, renderTable } from '../output';
import { type GatewayOptions, gatewayOf, withGatewayOptions } from './gateway-options';
import { regionNamed } from './options';

const HELP = `
The sheet is CSV with a head: fonction, organisation, and what else is known of region, departements, nom complet (or prenom and nom),
email, telephone, debut, fin, publication. Every line is taken, or none. What is exported can be imported again.

Examples:
  maillage directory import annuaire.csv --trial
  maillage directory export --format csv --out annuaire.csv
  maillage directory export --format vcard --region 53 --out bretagne.vcf
  maillage directory export --format csv --to-confirm`;

interface ExportOptions extends GatewayOptions {
  readonly format: 'csv' | 'vcard';
  readonly region?: string;
  readonly toConfirm?: boolean;
  readonly out?: string;
}

/** `maillage directory import|export`: the directory of correspondents as a sheet, and as vCards. */
export function directoryCommand(context: CommandContext): Command {
  const importing = new Command('import')
    .description('take a sheet of correspondents, whole or not at all')
    .argument('<file>', 'CSV file')
    .option('--trial', 'check everything and change nothing');
  withGatewayOptions(importing).action(async (file: string, options: GatewayOptions & { readonly trial?: boolean }) => {
    const csv = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new HubError('IMPORT_FILE_UNREADABLE', `${file} cannot be read.`, { path: file }, { cause });
    });
    const gateway = await gatewayOf(context, options, { role: 'consolidator' });
    const outcome = await importPosts(gateway, csv, options.trial === true);
    context.output.write(shown(outcome, options.trial === true));
    if (outcome.__typename === 'DirectoryLinesError') context.setExitCode(EXIT.FAILED);
  });
  const exporting = new Command('export')
    .description('write the posts that the caller keeps')
    .addOption(new Option('--format <format>', 'format of the file').choices(['csv', 'vcard']).default('csv'))
    .option('--region <code>', 'INSEE code of one region')
    .option('--to-confirm', 'only posts that nobody confirmed for a year')
    .option('--out <file>', 'file to write; standard output unless given');
  withGatewayOptions(exporting).action((options: ExportOptions) => exportPosts(context, options));
  return new Command('directory')
    .description('the directory of correspondents')
    .addHelpText('after', HELP)
    .addCommand(importing)
    .addCommand(exporting);
}

async function exportPosts(context: CommandContext, options: ExportOptions): Promise<void> {
  const { format, region, toConfirm, out } = options;
  const gateway = await gatewayOf(context, options, { role: 'consolidator' });
  const posts = await readPosts(gateway, {
    region: region === undefined ? undefined : regionNamed(region).code,
    needsConfirmation: toConfirm,
  });
  const text = format === 'csv' ? postsCsv(posts) : postsVcard(posts);
  if (out === undefined) return context.output.write(text);
  await writeFile(out, text);
  context.output.write(`${out}: ${posts.length} posts.\n`);
}

function shown(outcome: SheetOutcome, isTrial: boolean): string {
  if (outcome.__typename === 'DirectoryLinesError') {
    const rows = outcome.problems.map(({ line, field, message }) => [String(line), field, message]);
    return `${renderTable(['line', 'field', 'what is wrong'], rows)}${outcome.message}\n`;
  }
  const { created, changed, unchanged } = outcome;
  return `${isTrial ? 'Nothing was written. ' : ''}Posts: ${created} new, ${changed} changed, ${unchanged} as they were.\n`;
}
