import { createRemoteJWKSet, customFetch, type FetchImplementation, type JWTVerifyGetKey } from 'jose';
import { trustedKeys } from '../../subgraphs/kit/identity';
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

/** Times of a key set that is fetched. */
export interface KeySetTimes {
  /** Milliseconds for which keys stand; after them, they are fetched again or nothing is believed. */
  readonly freshMilliseconds: number;
  /** Milliseconds between two fetches, whatever callers send and whether the last one worked or not. */
  readonly cooldownMilliseconds: number;
}

const TIMES: KeySetTimes = { freshMilliseconds: 10 * 60_000, cooldownMilliseconds: 30_000 };
const FETCH_MILLISECONDS = 2_000;

/**
 * The keys of a provider, from its address: kept for ten minutes, and fetched before that only for a key that is not
 * among them, at most every 30 seconds. A failed fetch counts too, so that a flood of unknown keys becomes no flood of
 * fetches while the provider is down.
 */
export function remoteKeys(url: URL, times = TIMES, fetchKeys: FetchImplementation = fetch): JWTVerifyGetKey {
  let lastFailure = -Infinity;
  const spared: FetchImplementation = async (address, options) => {
    if (performance.now() - lastFailure < times.cooldownMilliseconds) throw new Error('the keys were not to be had');
    try {
      const response = await fetchKeys(address, options);
      if (response.status !== 200) lastFailure = performance.now();
      return response;
    } catch (error) {
      lastFailure = performance.now();
      throw error;
    }
  };
  return createRemoteJWKSet(url, {
    [customFetch]: spared,
    cacheMaxAge: times.freshMilliseconds,
    cooldownDuration: times.cooldownMilliseconds,
    timeoutDuration: FETCH_MILLISECONDS,
  });
}

/** The keys of a provider, from its address or a file. Throws CONFIG_INVALID for a file that is no key set. */
export async function issuerKeys(
  source: { readonly file: string } | { readonly url: string },
): Promise<JWTVerifyGetKey> {
  return 'url' in source ? remoteKeys(new URL(source.url)) : trustedKeys(source);
}
