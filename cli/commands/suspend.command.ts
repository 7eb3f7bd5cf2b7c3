import { Command } from 'commander';
import type { Region } from '../../subgraphs/kit/regions';
import type { CommandContext } from '../command-context';
import { jsonText } from '../output';
import { suspendMember } from '../registry';
import { jsonOption, regionArgument } from './options';
import { type RegistryOptions, registryOf, withRegistryOptions } from './registry-options';

const HELP = `
The region is out of the graph and out of the sums, and coverage says NOT_CONNECTED. \`maillage resume\` takes it back in.

Example:
  maillage suspend 53 --reason "double compte signalé par la coordination"`;

/** `maillage suspend`: takes a region out of the graph without deploying anything. */
export function suspendCommand(context: CommandContext): Command {
  const command = new Command('suspend')
    .description('take a region out of the graph and out of the sums')
    .addArgument(regionArgument())
    .requiredOption('--reason <text>', 'why, for the audit log')
    .addOption(jsonOption('{ member, supergraph }'))
    .addHelpText('after', HELP);
  return withRegistryOptions(command).action(
    async (region: Region, options: RegistryOptions & { readonly reason: string; readonly json?: boolean }) => {
      const result = await suspendMember(await registryOf(context, options), region.code, options.reason);
      const served = result.supergraph === null ? '' : `; supergraph ${result.supergraph.number} is served without it`;
      context.output.write(
        options.json === true ? jsonText(result) : `${region.name} (${region.code}) is suspended${served}.\n`,
      );
    },
  );
}
