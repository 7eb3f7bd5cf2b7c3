import { Command, InvalidArgumentError, Option } from 'commander';
import { HubError } from '../../subgraphs/kit/errors';
import { API_KEY_ROLES, type ApiKeyRole, MAX_API_KEY_DAYS } from '../../subgraphs/kit/identity';
import type { CommandContext } from '../command-context';
import { type ApiKeyView, issueKey, listKeys, renderKeys, revokeKey } from '../keys';
import { type GatewayOptions, gatewayOf, withGatewayOptions } from './gateway-options';

const HELP = `
Keys are for machines: a warehouse, a buyer's software. Their holders send them as "authorization: Bearer mlg_…".

Examples:
  maillage key issue --role coordination --region 53 --label "entrepôt de Bretagne" --days 90
  maillage key issue --role buyer --siren 552081317 --label ERP
  maillage key list
  MAILLAGE_TOKEN=… maillage key revoke 3f0c9a1be27d5846 --url https://hub.example.org/graphql`;

const DEFAULT_DAYS = 90;

interface IssueOptions extends GatewayOptions {
  readonly role: ApiKeyRole;
  readonly label: string;
  readonly days: number;
  readonly region?: string;
  readonly desk?: string;
  readonly siren?: readonly string[];
  readonly json?: boolean;
}

/** `maillage key issue|list|revoke`: the keys of machine clients, by an administrator. */
export function keyCommand(context: CommandContext): Command {
  return new Command('key')
    .description('issue, list and revoke the API keys of machine clients')
    .addHelpText('after', HELP)
    .addCommand(issueCommand(context))
    .addCommand(listCommand(context))
    .addCommand(revokeCommand(context));
}

function issueCommand(context: CommandContext): Command {
  const command = new Command('issue')
    .description('issue a key; its secret is printed once and kept nowhere')
    .addOption(new Option('--role <role>', 'role of the client').choices([...API_KEY_ROLES]).makeOptionMandatory())
    .requiredOption('--label <text>', 'what the key is for')
    .option('--days <days>', `days that it lives, at most ${MAX_API_KEY_DAYS}`, daysOf, DEFAULT_DAYS)
    .option('--region <code>', 'INSEE code of the region, for desk and coordination')
    .option('--desk <id>', 'identifier of the desk, such as 53-1, for desk')
    .option('--siren <siren...>', 'SIREN of the buyer, for buyer; several of one convention may be given')
    .option('--json', 'print JSON: { apiKey, secret }');
  return withGatewayOptions(command).action(async (options: IssueOptions) => {
    const { role, label, days, region, desk, siren: sirens } = options;
    const gateway = await gatewayOf(context, options);
    const issued = await issueKey(gateway, { role, label, days, region, desk, sirens });
    context.output.write(
      options.json === true
        ? jsonOf(issued)
        : `${renderKeys([issued.apiKey])}\nThe key, shown this once:\n${issued.secret}\n`,
    );
  });
}

function listCommand(context: CommandContext): Command {
  const command = new Command('list')
    .description('list the keys in use, newest first')
    .option('--all', 'list those that have expired or were revoked, too')
    .option('--json', 'print JSON: an array of keys');
  return withGatewayOptions(command).action(
    async (options: GatewayOptions & { readonly all?: boolean; readonly json?: boolean }) => {
      const keys = await listKeys(await gatewayOf(context, options), options.all === true);
      context.output.write(options.json === true ? jsonOf(keys) : renderKeys(keys));
    },
  );
}

function revokeCommand(context: CommandContext): Command {
  const command = new Command('revoke')
    .description('end a key for good; the gateway refuses it within 30 seconds')
    .argument('<id>', 'identifier of the key, as `maillage key list` shows it')
    .option('--json', 'print JSON: the key');
  return withGatewayOptions(command).action(
    async (id: string, options: GatewayOptions & { readonly json?: boolean }) => {
      const key: ApiKeyView | undefined = await revokeKey(await gatewayOf(context, options), id);
      if (key === undefined)
        throw new HubError('API_KEY_UNKNOWN', `No API key is called ${id}. See \`maillage key list\`.`);
      context.output.write(options.json === true ? jsonOf(key) : `${key.id} (${key.label}) is revoked.\n`);
    },
  );
}

function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= MAX_API_KEY_DAYS) return days;
  throw new InvalidArgumentError(`Give a whole number of days from 1 to ${MAX_API_KEY_DAYS}.`);
}
