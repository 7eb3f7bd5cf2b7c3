import type { JSONWebKeySet } from 'jose';
import {
  createHubTokenSigner,
  type HubTokenSigner,
  parseSigningKey,
  publicKeysOf,
  readKeyFile,
} from '../../subgraphs/kit/identity';
import { HubError } from '../../subgraphs/kit/errors';
import { readClaimsMapping } from './claims-mapping';
import { ANONYMOUS, type Identify } from './identity';
import type { IdentityConfig, IssuerConfig } from './identity-config';
import { type Issuer, issuerKeys } from './issuer';
import { createTokenReader } from './token-identity';

/** How the gateway knows its callers and shows itself to subgraphs. */
export interface GatewayIdentity {
  readonly identify: Identify;
  readonly signer: HubTokenSigner;
  /** What subgraphs check the gateway's tokens with. */
  readonly publicKeys: JSONWebKeySet;
}

/** Reads keys and mappings. Throws CONFIG_INVALID. */
export async function createIdentity(config: IdentityConfig): Promise<GatewayIdentity> {
  const issuers = await Promise.all(config.issuers.map(openIssuer));
  const signing = parseSigningKey(await readKeyFile(config.signingKeyFile), config.signingKeyFile);
  return {
    identify: createIdentify(createTokenReader(issuers)),
    signer: createHubTokenSigner(signing),
    publicKeys: publicKeysOf(signing),
  };
}

/** Anonymous without an `authorization` header; otherwise what it shows must be believed. */
export function createIdentify(readToken: ReturnType<typeof createTokenReader>): Identify {
  return async ({ authorization }) => {
    if (authorization === undefined) return ANONYMOUS;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) {
      throw new HubError('TOKEN_REFUSED', 'The header "authorization" is not "Bearer" and a token. Sign in again.');
    }
    return readToken(token);
  };
}

async function openIssuer({ issuer, audience, algorithms, keys, claimsFile }: IssuerConfig): Promise<Issuer> {
  return { issuer, audience, algorithms, keys: await issuerKeys(keys), mapping: await readClaimsMapping(claimsFile) };
}
