import { z } from 'zod';
import { type Environment, parseEnvironment } from '../../subgraphs/kit/config';

/** Variables of the commands that ask a gateway. */
export const gatewayClientSettings = z.object({
  /** Token of the caller, for a hub that does not run from the data directory. */
  MAILLAGE_TOKEN: z.string().optional(),
});

/** The token that the environment gives. Throws CONFIG_INVALID. */
export function tokenOfEnvironment(environment: Environment): string | undefined {
  return parseEnvironment(gatewayClientSettings, environment).MAILLAGE_TOKEN;
}
