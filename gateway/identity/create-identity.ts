import { importJWK, type JSONWebKeySet, type JWK } from 'jose';
import {
  createHubTokenSigner,
  HUB_ALGORITHM,
  type HubSigningKey,
  type HubTokenSigner,
  looksLikeApiKey,
  parseSigningKeys,
  readKeyFile,
} from '../../subgraphs/kit/identity';
import { HubError } from '../../subgraphs/kit/errors';
import { ANONYMOUS, createTokenReader, type Identify, type Identity, openIssuer } from '../../subgraphs/kit/sign-in';
import { createQuestionSigner, type QuestionSigner } from '../../subgraphs/kit/signatures';
import { createApiKeyReader } from './api-key-identity';
import { createApiKeyLookUp } from './api-key-lookup';
import { createConventionLookUp, createConventionReader } from './convention-identity';
import type { IdentityConfig } from './identity-config';

/** How the gateway knows its callers and shows itself to subgraphs. */
export interface GatewayIdentity {
  readonly identify: Identify;
  readonly signer: HubTokenSigner;
  /** Signs questions with their body, for the regions that want it. */
  readonly questionSigner?: QuestionSigner;
  /** What subgraphs check the gateway's tokens with. */
  readonly publicKeys: JSONWebKeySet;
  /** Lets go of connections. */
  close?(): Promise<void>;
}

/** What identities are found with beside the settings. */
export interface IdentityDeps {
  /** GraphQL address of the national level, which knows API keys and conventions. Without it neither is known. */
  readonly nationalUrl?: string;
}

/** Reads keys and mappings. Throws CONFIG_INVALID. */
export async function createIdentity(
  config: IdentityConfig,
  { nationalUrl }: IdentityDeps = {},
): Promise<GatewayIdentity> {
  const issuers = await Promise.all(config.issuers.map(openIssuer));
  const path = config.signingKeyFile;
  const { signing, publicKeys } = parseSigningKeys(await readKeyFile(path), path);
  const key = await sealed(signing, path);
  const signer = createHubTokenSigner(key);
  const keys = nationalUrl === undefined ? undefined : createApiKeyLookUp(nationalUrl, signer);
  const readApiKey = keys === undefined ? undefined : createApiKeyReader(keys.lookUp);
  const conventions = nationalUrl === undefined ? undefined : createConventionLookUp(nationalUrl, signer);
  const withConvention = conventions === undefined ? undefined : createConventionReader(conventions.lookUp);
  const identify = createIdentify(createTokenReader(issuers), readApiKey);
  return {
    identify: async (shown) => {
      const identity = await identify(shown);
      return withConvention === undefined ? identity : withConvention(identity);
    },
    signer,
    questionSigner: createQuestionSigner(key),
    publicKeys,
    close: async () => {
      await Promise.all([keys?.close(), conventions?.close()]);
    },
  };
}

type ReadCredential = (text: string) => Promise<Identity>;

/** Anonymous without an `authorization` header; otherwise what it shows must be believed. */
export function createIdentify(readToken: ReadCredential, readApiKey?: ReadCredential): Identify {
  return async ({ authorization }) => {
    if (authorization === undefined) return ANONYMOUS;
    const [, credential = ''] = /^Bearer ([\w.-]+)$/i.exec(authorization) ?? [];
    if (looksLikeApiKey(credential)) {
      if (readApiKey !== undefined) return readApiKey(credential);
      throw new HubError('TOKEN_REFUSED', 'This gateway takes no API keys. Sign in.');
    }
    if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(credential)) return readToken(credential);
    throw new HubError('TOKEN_REFUSED', 'The header "authorization" is not "Bearer" and a token. Sign in again.');
  };
}

/** The key in a form that signs and can be read out no more. Throws CONFIG_INVALID for one that is none. */
async function sealed({ kid, key }: HubSigningKey, path: string): Promise<HubSigningKey> {
  try {
    const sealedKey = await importJWK(key as JWK, HUB_ALGORITHM, { extractable: false });
    if (!(sealedKey instanceof Uint8Array)) return { kid, key: sealedKey };
  } catch {
    // Said below; what the library says could quote the key.
  }
  throw new HubError('CONFIG_INVALID', `The first key of ${path} is not a usable Ed25519 private key.`, { path });
}
