import { Command } from 'commander';
import type { Region } from '../../subgraphs/kit/regions';
import type { CommandContext } from '../command-context';
import { jsonText } from '../output';
import { resumeMember } from '../registry';
import { jsonOption, regionArgument } from './options';
import { type RegistryOptions, registryOf, withRegistryOptions } from './registry-options';

const HELP = `
Example:
  maillage resume 53`;

/** `maillage resume`: takes a suspended region into the graph again, as it last published. */
export function resumeCommand(context: CommandContext): Command {
  const command = new Command('resume')
    .description('take a suspended region into the graph again')
    .addArgument(regionArgument())
    .addOption(jsonOption('{ member, supergraph }'))
    .addHelpText('after', HELP);
  return withRegistryOptions(command).action(
    async (region: Region, options: RegistryOptions & { readonly json?: boolean }) => {
      const result = await resumeMember(await registryOf(context, options), region.code);
      const served = result.supergraph === null ? '' : `; supergraph ${result.supergraph.number} is served with it`;
      context.output.write(
        options.json === true
          ? jsonText(result)
          : `${region.name} (${region.code}) is ${result.member.state}${served}.\n`,
      );
    },
  );
}
