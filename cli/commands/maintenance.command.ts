import { Command, InvalidArgumentError } from 'commander';
import { DateTime } from 'luxon';
import { HubError } from '../../subgraphs/kit/errors';
import type { Region } from '../../subgraphs/kit/regions';
import type { CommandContext } from '../command-context';
import { jsonText } from '../output';
import { declareMaintenance } from '../registry';
import { jsonOption, regionArgument } from './options';
import { type RegistryOptions, registryOf, withRegistryOptions } from './registry-options';

const HELP = `
While the window runs, a region that does not answer is reported as MAINTENANCE; one that answers counts as ever. A moment
without an offset is French time.

Examples:
  maillage maintenance 53 --from 2026-12-01T20:00 --to 2026-12-01T23:00 --reason "nouvelle version"
  maillage maintenance 53 --from 2026-12-01T19:00Z --to 2026-12-01T22:00Z
  maillage maintenance 53 --cancel`;

interface MaintenanceOptions extends RegistryOptions {
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
  readonly cancel?: boolean;
  readonly json?: boolean;
}

/** `maillage maintenance`: announces that a region may not answer for some time, or takes that back. */
export function maintenanceCommand(context: CommandContext): Command {
  const command = new Command('maintenance')
    .description('announce a maintenance window of a region, or take it back')
    .addArgument(regionArgument())
    .option('--from <moment>', 'begin, ISO 8601', momentOf)
    .option('--to <moment>', 'end, ISO 8601, at most thirty days later', momentOf)
    .option('--reason <text>', 'what is done')
    .option('--cancel', 'take the window back')
    .addOption(jsonOption('the member'))
    .addHelpText('after', HELP);
  return withRegistryOptions(command).action(async (region: Region, options: MaintenanceOptions) => {
    const window = windowOf(options);
    const { member } = await declareMaintenance(await registryOf(context, options), region.code, window);
    const { maintenance } = member;
    const state =
      maintenance === null
        ? 'has no maintenance window'
        : `may not answer from ${maintenance.from} to ${maintenance.to}`;
    context.output.write(options.json === true ? jsonText(member) : `${region.name} (${region.code}) ${state}.\n`);
  });
}

/** Throws CONFIG_INVALID unless a whole window is given, or --cancel alone. */
function windowOf({ from, to, reason, cancel }: MaintenanceOptions) {
  if (cancel === true && from === undefined && to === undefined) return undefined;
  if (cancel !== true && from !== undefined && to !== undefined) return { from, to, reason };
  throw new HubError('CONFIG_INVALID', 'Give --from and --to, or --cancel alone.');
}

function momentOf(text: string): string {
  const moment = DateTime.fromISO(text, { zone: 'Europe/Paris' }).toUTC().toISO({ suppressMilliseconds: true });
  if (moment === null) throw new InvalidArgumentError('Give a moment such as 2026-12-01T20:00.');
  return moment;
}
