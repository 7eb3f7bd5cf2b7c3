import type { Command } from 'commander';
import { HubError } from '../../subgraphs/kit/errors';
import { createRegistryClient, type RegistryClient, registryOfEnvironment } from '../client';
import type { CommandContext } from '../command-context';
import { dataDirectoryOf } from '../embedded';
import { readRegistryAccess } from '../record';

/** Which registry a command asks. */
export interface RegistryOptions {
  readonly registry?: string;
}

/** Adds `--registry` to a command. A credential is never an option: other users of the machine could list it. */
export function withRegistryOptions(command: Command): Command {
  return command.option(
    '--registry <url>',
    'GraphQL address of the registry; MAILLAGE_REGISTRY_URL, or that of the hub of MAILLAGE_DATA_DIR, unless given',
  );
}

/** Where the registry is and with which credential it is asked. */
export interface RegistryPlace {
  readonly url: string;
  readonly credential: string;
}

/**
 * The registry that option and environment name, or that of the hub of the data directory. The credential that a hub
 * left in its data directory is sent to that hub's own registry only. Throws REGISTRY_UNKNOWN and CONFIG_INVALID.
 */
export async function registryPlaceOf(
  { environment }: CommandContext,
  options: RegistryOptions,
): Promise<RegistryPlace> {
  const given = registryOfEnvironment(environment);
  const dataDirectory = dataDirectoryOf(environment);
  const left = await readRegistryAccess(dataDirectory);
  const url = options.registry ?? given.url ?? left?.url;
  if (url === undefined) {
    throw new HubError(
      'REGISTRY_UNKNOWN',
      `No hub with a registry was started from ${dataDirectory}. Set MAILLAGE_REGISTRY_URL and MAILLAGE_REGISTRY_CREDENTIAL, or run \`npm start\` first.`,
    );
  }
  if (!URL.canParse(url)) throw new HubError('CONFIG_INVALID', `${url} is not an address.`);
  const credential = given.credential ?? (url === left?.url ? left.credential : undefined);
  if (credential === undefined) {
    throw new HubError(
      'CONFIG_INVALID',
      `Set MAILLAGE_REGISTRY_CREDENTIAL to a credential (mlr_…) of the registry at ${url}. An administrator issues it.`,
    );
  }
  return { url, credential };
}

/** A client of that registry. Throws REGISTRY_UNKNOWN and CONFIG_INVALID. */
export async function registryOf(context: CommandContext, options: RegistryOptions): Promise<RegistryClient> {
  const { url, credential } = await registryPlaceOf(context, options);
  return createRegistryClient(url, credential);
}
