import { Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';
import { callerSchema, ROLES, signDevelopmentToken } from '../../subgraphs/kit/identity';
import type { CommandContext } from '../command-context';
import { dataDirectoryOf } from '../embedded';
import { readIssuerKey } from '../record';

const HELP = `
The token is signed with the development issuer's key of the data directory. Only a hub in development mode, such as
that of \`npm start\`, believes it.

Examples:
  maillage token --role consolidator
  maillage token --role coordination --region 53
  maillage token --role desk --region 53 --desk 53-1
  maillage token --role buyer --siren 552081317
  curl -s http://127.0.0.1:4000/graphql -H "authorization: Bearer $(maillage token --role consolidator)" …`;

const DEFAULT_HOURS = 12;
const MAX_HOURS = 24 * 30;

interface TokenOptions {
  readonly role: string;
  readonly region?: string;
  readonly desk?: string;
  readonly siren?: readonly string[];
  readonly hours: number;
}

/** `maillage token`: a token for one role, to try the hub that runs from MAILLAGE_DATA_DIR. */
export function tokenCommand(context: CommandContext): Command {
  return new Command('token')
    .description('print a token that the hub of `npm start` believes')
    .addOption(
      new Option('--role <role>', 'role of the caller')
        .choices(ROLES.filter((role) => role !== 'public'))
        .makeOptionMandatory(),
    )
    .option('--region <code>', 'INSEE code of the region, for desk and coordination')
    .option('--desk <id>', 'identifier of the desk, such as 53-1, for desk')
    .option('--siren <siren...>', 'SIREN of the buyer, for buyer; several of one convention may be given')
    .option('--hours <hours>', `hours that it lives, at most ${MAX_HOURS}`, hoursOf, DEFAULT_HOURS)
    .addHelpText('after', HELP)
    .action(async (options: TokenOptions) => {
      context.output.write(`${await tokenFor(dataDirectoryOf(context.environment), options)}\n`);
    });
}

async function tokenFor(dataDirectory: string, options: TokenOptions): Promise<string> {
  const { role, region, desk, siren: sirens, hours } = options;
  const found = callerSchema.safeParse(
    Object.fromEntries(Object.entries({ role, region, desk, sirens }).filter(([, value]) => value !== undefined)),
  );
  if (!found.success) {
    throw new HubError('CALLER_INVALID', `This is no caller of the hub. ${z.prettifyError(found.error)}. See --help.`);
  }
  const key = await readIssuerKey(dataDirectory);
  if (key === undefined) {
    throw new HubError(
      'HUB_NOT_RUNNING',
      `No hub was ever started from ${dataDirectory}. Run \`npm start\` first, or set MAILLAGE_DATA_DIR.`,
    );
  }
  return signDevelopmentToken(key, found.data, hours);
}

function hoursOf(text: string): number {
  const hours = Number(text);
  if (Number.isFinite(hours) && hours > 0 && hours <= MAX_HOURS) return hours;
  throw new InvalidArgumentError(`Give a number of hours from 0 to ${MAX_HOURS}.`);
}
