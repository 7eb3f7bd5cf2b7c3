import { z } from 'zod';
import { type Environment, parseEnvironment } from '../../subgraphs/kit/config';

/** Variables of the commands that ask a gateway or a registry. */
export const clientSettings = z.object({
  /** Token of the caller, for a hub that does not run from the data directory. */
  MAILLAGE_TOKEN: z.string().optional(),
  /** GraphQL address of the registry. */
  MAILLAGE_REGISTRY_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Credential of the registry: "mlr_…". */
  MAILLAGE_REGISTRY_CREDENTIAL: z.string().optional(),
});

/** The token that the environment gives. Throws CONFIG_INVALID. */
export function tokenOfEnvironment(environment: Environment): string | undefined {
  return parseEnvironment(clientSettings, environment).MAILLAGE_TOKEN;
}

/** What the environment says of the registry. Throws CONFIG_INVALID. */
export function registryOfEnvironment(environment: Environment): {
  readonly url: string | undefined;
  readonly credential: string | undefined;
} {
  const settings = parseEnvironment(clientSettings, environment);
  return { url: settings.MAILLAGE_REGISTRY_URL, credential: settings.MAILLAGE_REGISTRY_CREDENTIAL };
}
