import { z } from 'zod';
import { type IssuerConfig, issuersOf, signInSettings } from '../../subgraphs/kit/sign-in';

/** Variables about callers, and about how the gateway shows itself to subgraphs. */
export const identitySettings = {
  ...signInSettings,
  /** Private key of the gateway, by which it shows itself to subgraphs; or a key set whose first key signs. */
  HUB_SIGNING_KEY_FILE: z.string(),
};

type IdentitySettings = z.infer<z.ZodObject<typeof identitySettings>>;

/** Whose tokens are believed and with which key the gateway signs its own. */
export interface IdentityConfig {
  readonly signingKeyFile: string;
  readonly issuers: readonly IssuerConfig[];
}

/** Puts the settings about callers together. Throws CONFIG_INVALID. */
export function identityConfigOf(settings: IdentitySettings): IdentityConfig {
  return Object.freeze({ signingKeyFile: settings.HUB_SIGNING_KEY_FILE, issuers: issuersOf(settings) });
}
