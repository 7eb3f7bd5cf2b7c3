import { Command, Option } from 'commander';
import type { Region } from '../../subgraphs/kit/regions';
import type { CommandContext } from '../command-context';
import { jsonText, renderTable } from '../output';
import {
  type CredentialRequest,
  type CredentialView,
  issueCredential,
  listCredentials,
  revokeCredential,
} from '../registry';
import { jsonOption, regionOption, wholeNumber } from './options';
import { type RegistryOptions, registryOf, withRegistryOptions } from './registry-options';

const HELP = `
Credentials open the registry's own address: those of a region check and publish as that region, those of administration
do everything, those of readers let gateways and the national subgraph read what is to be served.

Examples:
  maillage credential issue --kind region --region 53 --label "CI de la coordination Bretagne" --days 180
  maillage credential issue --kind reader --label "passerelle nationale"
  maillage credential list --all
  maillage credential revoke 3f0c9a1be27d5846`;

const KINDS = ['region', 'administration', 'reader'] as const;
const DEFAULT_DAYS = 90;

interface IssueOptions extends RegistryOptions {
  readonly kind: (typeof KINDS)[number];
  readonly region?: Region;
  readonly label: string;
  readonly days: number;
  readonly json?: boolean;
}

/** `maillage credential issue|list|revoke`: who may reach the registry by its own address. */
export function credentialCommand(context: CommandContext): Command {
  return new Command('credential')
    .description('issue, list and revoke credentials of the registry')
    .addHelpText('after', HELP)
    .addCommand(issueCommand(context))
    .addCommand(listCommand(context))
    .addCommand(revokeCommand(context));
}

function issueCommand(context: CommandContext): Command {
  const command = new Command('issue')
    .description('issue a credential; its secret is printed once and kept nowhere')
    .addOption(new Option('--kind <kind>', 'what it is for').choices([...KINDS]).makeOptionMandatory())
    .addOption(regionOption('INSEE code of the region, for one of a region'))
    .requiredOption('--label <text>', 'who holds it')
    .option('--days <days>', 'days that it lives, at most 365', wholeNumber, DEFAULT_DAYS)
    .addOption(jsonOption('{ credential, secret }'));
  return withRegistryOptions(command).action(async ({ kind, region, label, days, ...options }: IssueOptions) => {
    const request: CredentialRequest = { kind: KIND_NAMES[kind], region: region?.code, label, days };
    const issued = await issueCredential(await registryOf(context, options), request);
    context.output.write(
      options.json === true
        ? jsonText(issued)
        : `${renderCredentials([issued.credential])}\nThe credential, shown this once:\n${issued.secret}\n`,
    );
  });
}

const KIND_NAMES = { region: 'REGION', administration: 'ADMINISTRATION', reader: 'READER' } as const;

function listCommand(context: CommandContext): Command {
  const command = new Command('list')
    .description('list the credentials in use, newest first')
    .option('--all', 'list those that have expired or were revoked, too')
    .addOption(jsonOption('an array of credentials'));
  return withRegistryOptions(command).action(
    async (options: RegistryOptions & { readonly all?: boolean; readonly json?: boolean }) => {
      const credentials = await listCredentials(await registryOf(context, options), options.all === true);
      context.output.write(options.json === true ? jsonText(credentials) : renderCredentials(credentials));
    },
  );
}

function revokeCommand(context: CommandContext): Command {
  const command = new Command('revoke')
    .description('end a credential for good, at once')
    .argument('<id>', 'identifier of the credential, as `maillage credential list` shows it')
    .addOption(jsonOption('the credential'));
  return withRegistryOptions(command).action(
    async (id: string, options: RegistryOptions & { readonly json?: boolean }) => {
      const credential = await revokeCredential(await registryOf(context, options), id);
      context.output.write(
        options.json === true ? jsonText(credential) : `${credential.id} (${credential.label}) is revoked.\n`,
      );
    },
  );
}

function renderCredentials(credentials: readonly CredentialView[]): string {
  return renderTable(
    ['ID', 'KIND', 'REGION', 'LABEL', 'ISSUED', 'EXPIRES', 'REVOKED', 'LAST USED', 'ISSUED BY'],
    credentials.map((each) => [
      each.id,
      each.kind,
      each.region?.code ?? '-',
      each.label,
      each.createdAt.slice(0, 10),
      each.expiresAt.slice(0, 10),
      each.revokedAt?.slice(0, 10) ?? '-',
      each.lastUsedOn ?? '-',
      each.createdBy,
    ]),
  );
}
