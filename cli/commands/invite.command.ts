import { Command } from 'commander';
import type { Region } from '../../subgraphs/kit/regions';
import type { CommandContext } from '../command-context';
import { jsonText } from '../output';
import { inviteMember } from '../registry';
import { jsonOption, regionArgument } from './options';
import { type RegistryOptions, registryOf, withRegistryOptions } from './registry-options';

const HELP = `
Then issue the credential by which its coordination publishes: \`maillage credential issue\`.

Examples:
  maillage invite 53 --host clauses.example.fr
  maillage invite 53 --host clauses.example.fr --host staging.clauses.example.fr`;

/** `maillage invite`: a region may publish from now on. */
export function inviteCommand(context: CommandContext): Command {
  const command = new Command('invite')
    .description('invite a region: it may publish from now on')
    .addArgument(regionArgument())
    .option('--host <host...>', 'host that it may serve from, without scheme, port or path')
    .addOption(jsonOption('the member'))
    .addHelpText('after', HELP);
  return withRegistryOptions(command).action(
    async (
      region: Region,
      options: RegistryOptions & { readonly host?: readonly string[]; readonly json?: boolean },
    ) => {
      const { member } = await inviteMember(await registryOf(context, options), region.code, options.host ?? []);
      context.output.write(
        options.json === true ? jsonText(member) : `${region.name} (${region.code}) is ${member.state}.\n`,
      );
    },
  );
}
