import { Command } from 'commander';
import type { Region } from '../../subgraphs/kit/regions';
import type { CommandContext } from '../command-context';
import { jsonText } from '../output';
import { changeHost } from '../registry';
import { jsonOption, regionArgument } from './options';
import { type RegistryOptions, registryOf, withRegistryOptions } from './registry-options';

const HELP = `
A region publishes addresses of its allowed hosts only. Removing one stops future publications; what is served stays.

Examples:
  maillage host allow 53 clauses.example.fr
  maillage host remove 53 ancien.example.fr`;

/** `maillage host allow|remove`: the hosts that a region may serve from. */
export function hostCommand(context: CommandContext): Command {
  return new Command('host')
    .description('allow a region to serve from a host, or take that back')
    .addHelpText('after', HELP)
    .addCommand(changeCommand(context, 'allow'))
    .addCommand(changeCommand(context, 'remove'));
}

function changeCommand(context: CommandContext, verb: 'allow' | 'remove'): Command {
  const command = new Command(verb)
    .description(verb === 'allow' ? 'allow a host' : 'allow a host no longer')
    .addArgument(regionArgument())
    .argument('<host>', 'name of the host, without scheme, port or path')
    .addOption(jsonOption('{ region, allowedHosts }'));
  return withRegistryOptions(command).action(
    async (region: Region, host: string, options: RegistryOptions & { readonly json?: boolean }) => {
      const allowedHosts = await changeHost(await registryOf(context, options), verb, { region: region.code, host });
      const listed = allowedHosts.length === 0 ? 'no host' : allowedHosts.join(', ');
      context.output.write(
        options.json === true
          ? jsonText({ region: region.code, allowedHosts })
          : `${region.name} (${region.code}) may serve from ${listed}.\n`,
      );
    },
  );
}
