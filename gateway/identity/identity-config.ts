import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, type KeySource } from '../../subgraphs/kit/identity';
import { ALGORITHMS } from './issuer';

/** Variables about callers, and about how the gateway shows itself to subgraphs. */
export const identitySettings = {
  /** `production` refuses the development issuer, whose private key lies beside the hub. */
  MAILLAGE_MODE: z.enum(['production', 'development']).default('production'),
  /** `iss` of the tokens of the identity provider. */
  OIDC_ISSUER: z.string().optional(),
  /** `aud` by which its tokens are meant for the hub. */
  OIDC_AUDIENCE: z.string().default('maillage'),
  /** Where its keys are. */
  OIDC_KEYS_URL: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_KEYS_FILE: z.string().optional(),
  /** Signature algorithms that it uses, separated by commas. */
  OIDC_ALGORITHMS: z
    .string()
    .default('RS256')
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(ALGORITHMS)).min(1)),
  /** How its claims name the roles of the hub. */
  OIDC_CLAIMS_FILE: z.string().optional(),
  /** Public keys of the development issuer of `npm start`. */
  DEVELOPMENT_ISSUER_KEYS_FILE: z.string().optional(),
  /** Private key of the gateway, by which it shows itself to subgraphs; or a key set whose first key signs. */
  HUB_SIGNING_KEY_FILE: z.string(),
};

type IdentitySettings = z.infer<z.ZodObject<typeof identitySettings>>;

/** An identity provider, before its files are read. */
export interface IssuerConfig {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly keys: KeySource;
  readonly claimsFile: string | undefined;
}

/** Whose tokens are believed and with which key the gateway signs its own. */
export interface IdentityConfig {
  readonly signingKeyFile: string;
  readonly issuers: readonly IssuerConfig[];
}

/** Puts the settings about callers together. Throws CONFIG_INVALID. */
export function identityConfigOf(settings: IdentitySettings): IdentityConfig {
  const provider = providerOf(settings);
  const development = developmentIssuerOf(settings);
  return Object.freeze({
    signingKeyFile: settings.HUB_SIGNING_KEY_FILE,
    issuers: [provider, development].filter((issuer) => issuer !== undefined),
  });
}

function providerOf(settings: IdentitySettings): IssuerConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_KEYS_URL: url, OIDC_KEYS_FILE: file } = settings;
  if (issuer === undefined && url === undefined && file === undefined) return undefined;
  if (issuer === undefined || (url === undefined) === (file === undefined)) {
    throw invalid('Set OIDC_ISSUER with OIDC_KEYS_URL or OIDC_KEYS_FILE, one of them, or none of the three.');
  }
  if (url?.startsWith('http:') === true && settings.MAILLAGE_MODE === 'production') {
    throw invalid('OIDC_KEYS_URL is not https: anyone on the way could sign callers in. Use https.');
  }
  if (issuer === DEVELOPMENT_ISSUER) {
    throw invalid(
      `OIDC_ISSUER is the development issuer. Set DEVELOPMENT_ISSUER_KEYS_FILE for it, in development mode.`,
    );
  }
  return {
    issuer,
    audience: settings.OIDC_AUDIENCE,
    algorithms: settings.OIDC_ALGORITHMS,
    keys: url === undefined ? { file: file ?? '' } : { url },
    claimsFile: settings.OIDC_CLAIMS_FILE,
  };
}

function developmentIssuerOf(settings: IdentitySettings): IssuerConfig | undefined {
  const { DEVELOPMENT_ISSUER_KEYS_FILE: file } = settings;
  if (file === undefined) return undefined;
  if (settings.MAILLAGE_MODE === 'production') {
    throw invalid(
      'DEVELOPMENT_ISSUER_KEYS_FILE is set in production mode: whoever reads the key beside it could take any role. Remove it.',
    );
  }
  return {
    issuer: DEVELOPMENT_ISSUER,
    audience: DEVELOPMENT_AUDIENCE,
    algorithms: ['EdDSA'],
    keys: { file },
    claimsFile: undefined,
  };
}

function invalid(message: string): HubError {
  return new HubError('CONFIG_INVALID', message);
}
