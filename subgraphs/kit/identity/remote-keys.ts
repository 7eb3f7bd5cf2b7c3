import { createRemoteJWKSet, customFetch, errors, type FetchImplementation, type JWTVerifyGetKey } from 'jose';
import { HubError } from '../errors';

/** Times of a key set that is fetched. */
export interface KeySetTimes {
  /** Milliseconds for which keys stand; after them, they are fetched again or nothing is believed. */
  readonly freshMilliseconds: number;
  /** Milliseconds between two fetches, whatever callers send and whatever the last one gave. */
  readonly cooldownMilliseconds: number;
}

const TIMES: KeySetTimes = { freshMilliseconds: 10 * 60_000, cooldownMilliseconds: 30_000 };
const FETCH_MILLISECONDS = 2_000;

/**
 * The keys at an address: kept for ten minutes, and fetched before that only for a key that is not among them, at
 * most every 30 seconds. A fetch that failed or brought no key set counts too, so that a flood of unknown keys becomes
 * no flood of fetches while the other side is down. Throws IDENTITY_UNAVAILABLE when the keys cannot be had: then
 * nothing is known of the token, and nobody is told that it is wrong.
 */
export function remoteKeys(url: URL, times = TIMES, fetchKeys: FetchImplementation = fetch): JWTVerifyGetKey {
  let lastFailure = -Infinity;
  const isCoolingDown = () => Date.now() - lastFailure < times.cooldownMilliseconds;
  const spared: FetchImplementation = (address, options) => {
    if (isCoolingDown()) return Promise.reject(new Error('the keys were not to be had a moment ago'));
    return fetchKeys(address, options);
  };
  const keys = createRemoteJWKSet(url, {
    [customFetch]: spared,
    cacheMaxAge: times.freshMilliseconds,
    cooldownDuration: times.cooldownMilliseconds,
    timeoutDuration: FETCH_MILLISECONDS,
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (isAboutTheToken(error)) throw error;
      if (!isCoolingDown()) lastFailure = Date.now();
      throw new HubError(
        'IDENTITY_UNAVAILABLE',
        'The keys that the token is checked with cannot be fetched now. Ask again in a minute.',
        {},
        { cause: error },
      );
    }
  };
}

/** Whether the key set was there and the token asked for a key that it does not hold, or for no usable one. */
function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
