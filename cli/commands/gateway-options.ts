import type { Command } from 'commander';
import { HubError } from '../../subgraphs/kit/errors';
import { type Caller, signDevelopmentToken } from '../../subgraphs/kit/identity';
import { createGatewayClient, type GatewayClient, tokenOfEnvironment } from '../client';
import type { CommandContext } from '../command-context';
import { loadHubSettings } from '../embedded';
import { readIssuerKey } from '../record';

/** Hours of the token that a command makes for itself. */
const TOKEN_HOURS = 1;

/** Which gateway a command asks, and as whom. */
export interface GatewayOptions {
  readonly url?: string;
  readonly token?: string;
}

/** Adds `--url` and `--token` to a command. */
export function withGatewayOptions(command: Command): Command {
  return command
    .option('--url <url>', 'GraphQL address of the gateway; that of the hub of MAILLAGE_DATA_DIR unless given')
    .option('--token <token>', 'token of an administrator; better in MAILLAGE_TOKEN, which other users cannot list');
}

/**
 * The gateway that the options name, or that of the hub of the data directory, where a token of the caller's role, an
 * administrator's unless said, is made from the development issuer's key. Throws HUB_NOT_RUNNING and CONFIG_INVALID.
 */
export async function gatewayOf(
  { environment }: CommandContext,
  options: GatewayOptions,
  caller: Caller = { role: 'administrator' },
): Promise<GatewayClient> {
  const given = options.token ?? tokenOfEnvironment(environment);
  const { gatewayPort, dataDirectory } = loadHubSettings(environment);
  const url = options.url ?? `http://127.0.0.1:${gatewayPort}/graphql`;
  if (given !== undefined) return createGatewayClient(url, given);
  if (options.url !== undefined) {
    throw new HubError('CONFIG_INVALID', 'Set MAILLAGE_TOKEN to the token of an administrator of that hub.');
  }
  const key = await readIssuerKey(dataDirectory);
  if (key === undefined) {
    throw new HubError(
      'HUB_NOT_RUNNING',
      `No hub was ever started from ${dataDirectory}. Run \`npm start\` first, or set MAILLAGE_DATA_DIR or --url.`,
    );
  }
  return createGatewayClient(url, await signDevelopmentToken(key, caller, TOKEN_HOURS));
}
