import { z } from 'zod';
import { HubError } from '../errors';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, type KeySource } from '../identity';
import { readClaimsMapping } from './claims-mapping';
import { ALGORITHMS, type Issuer, issuerKeys } from './issuer';

/** Variables about whose tokens are believed: those of an identity provider, and in development those of `npm start`. */
export const signInSettings = {
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
};

type SignInSettings = z.infer<z.ZodObject<typeof signInSettings>>;

/** An identity provider, before its files are read. */
export interface IssuerConfig {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly keys: KeySource;
  readonly claimsFile: string | undefined;
}

/** The identity providers that settings name. Throws CONFIG_INVALID. */
export function issuersOf(settings: SignInSettings): readonly IssuerConfig[] {
  return [providerOf(settings), developmentIssuerOf(settings)].filter((issuer) => issuer !== undefined);
}

/** Reads keys and claims file of a provider. Throws CONFIG_INVALID. */
export async function openIssuer({ issuer, audience, algorithms, keys, claimsFile }: IssuerConfig): Promise<Issuer> {
  return { issuer, audience, algorithms, keys: await issuerKeys(keys), mapping: await readClaimsMapping(claimsFile) };
}

function providerOf(settings: SignInSettings): IssuerConfig | undefined {
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

function developmentIssuerOf(settings: SignInSettings): IssuerConfig | undefined {
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
