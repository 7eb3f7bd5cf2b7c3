import type { JWTVerifyGetKey } from 'jose';
import { type KeySource, remoteKeys, trustedKeys } from '../identity';
import type { ClaimsMapping } from './claims-mapping';

/** An identity provider whose tokens are believed. */
export interface Issuer {
  /** `iss` of its tokens. */
  readonly issuer: string;
  /** `aud` by which its tokens are meant for the hub. */
  readonly audience: string;
  /** Signature algorithms accepted, asymmetric ones only. */
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
  readonly mapping: ClaimsMapping;
}

/** Signature algorithms that an issuer may use: none with a shared secret, and never `none`. */
export const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'] as const;

export { remoteKeys };

/** The keys of a provider, from its address or a file. Throws CONFIG_INVALID for a file that is no key set. */
export function issuerKeys(source: KeySource): Promise<JWTVerifyGetKey> {
  return trustedKeys(source);
}
