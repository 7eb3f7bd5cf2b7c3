import { Command } from 'commander';
import type { Region } from '../../subgraphs/kit/regions';
import type { CommandContext } from '../command-context';
import { jsonText, renderTable } from '../output';
import { askAuditLog } from '../registry';
import { jsonOption, regionOption, wholeNumber } from './options';
import { type RegistryOptions, registryOf, withRegistryOptions } from './registry-options';

const HELP = `
Examples:
  maillage audit
  maillage audit --region 53 --first 100
  maillage audit --after CURSOR --json`;

const DEFAULT_PAGE = 50;

interface AuditOptions extends RegistryOptions {
  readonly region?: Region;
  readonly first: number;
  readonly after?: string;
  readonly json?: boolean;
}

/** `maillage audit`: every change that was made by the registry, newest first. */
export function auditCommand(context: CommandContext): Command {
  const command = new Command('audit')
    .description('show who changed what, newest first')
    .addOption(regionOption('changes about one region, by INSEE code'))
    .option('--first <count>', 'how many, from 1 to 100', wholeNumber, DEFAULT_PAGE)
    .option('--after <cursor>', 'what comes after a page: its cursor, as that page printed it')
    .addOption(jsonOption('{ entries, hasNextPage, endCursor }'))
    .addHelpText('after', HELP);
  return withRegistryOptions(command).action(async ({ region, first, after, ...options }: AuditOptions) => {
    const page = await askAuditLog(await registryOf(context, options), { region: region?.code, first, after });
    const rows = page.entries.map(({ at, actor, action, region: about, details }) => [
      at,
      actor,
      action,
      about?.code ?? '-',
      details,
    ]);
    const more = page.hasNextPage ? `\nMore: maillage audit --after ${page.endCursor ?? ''}\n` : '';
    context.output.write(
      options.json === true
        ? jsonText(page)
        : `${renderTable(['AT', 'BY', 'ACTION', 'REGION', 'DETAILS'], rows)}${more}`,
    );
  });
}
