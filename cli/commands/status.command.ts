import { Command } from 'commander';
import type { Region } from '../../subgraphs/kit/regions';
import type { CommandContext } from '../command-context';
import { jsonText, paintOf } from '../output';
import { askStatus, renderStatus } from '../registry';
import { jsonOption, regionOption } from './options';
import { type RegistryOptions, registryOf, withRegistryOptions } from './registry-options';

const HELP = `
Examples:
  maillage status
  maillage status --region 53
  maillage status --json`;

interface StatusOptions extends RegistryOptions {
  readonly region?: Region;
  readonly json?: boolean;
}

/** `maillage status`: members and their state, versions of the regional schema, and what is served. */
export function statusCommand(context: CommandContext): Command {
  const command = new Command('status')
    .description('show members, their state and schema versions, and the supergraph that is served')
    .addOption(regionOption('one region only, by INSEE code'))
    .addOption(jsonOption('{ supergraph, members, schemaVersions }'))
    .addHelpText('after', HELP);
  return withRegistryOptions(command).action(async (options: StatusOptions) => {
    const status = await askStatus(await registryOf(context, options), options.region?.code);
    const { output } = context;
    output.write(options.json === true ? jsonText(status) : renderStatus(status, paintOf(output)));
  });
}
