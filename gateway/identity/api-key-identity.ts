import { HubError } from '../../subgraphs/kit/errors';
import { type PresentedApiKey, readApiKey } from '../../subgraphs/kit/identity';
import type { LookUpApiKey } from './api-key-lookup';
import type { Identity } from '../../subgraphs/kit/sign-in';

/** Bounds of what is remembered of keys and asked about them. */
export interface ApiKeyBounds {
  /** Milliseconds for which a key that was found is believed: how long a revoked one may still open. */
  readonly validMilliseconds: number;
  /** Milliseconds for which one that was not found is refused unasked. */
  readonly unknownMilliseconds: number;
  /** Look-ups a second, for keys that were not found valid before. */
  readonly lookUpsPerSecond: number;
  /** Most keys remembered, of those found and of those not found. */
  readonly kept: number;
}

const BOUNDS: ApiKeyBounds = {
  validMilliseconds: 30_000,
  unknownMilliseconds: 5_000,
  lookUpsPerSecond: 50,
  kept: 5_000,
};

interface Found {
  readonly identity: Identity;
  readonly until: number;
}

/**
 * Reads the keys of machine clients. Throws TOKEN_REFUSED for one that is not valid, IDENTITY_UNAVAILABLE for one that
 * cannot be checked now. A flood of made-up keys becomes a bounded number of look-ups and takes nothing from keys that
 * were valid before: those are looked up again whatever the flood.
 */
export function createApiKeyReader(
  lookUp: LookUpApiKey,
  now: () => number = Date.now,
  bounds: ApiKeyBounds = BOUNDS,
): (text: string) => Promise<Identity> {
  const found = new Map<string, Found>();
  const unknownUntil = new Map<string, number>();
  const underWay = new Map<string, Promise<Identity>>();
  const mayAsk = perSecond(bounds.lookUpsPerSecond, now);

  async function check(key: PresentedApiKey, name: string): Promise<Identity> {
    // From before the question: a revocation while it is under way is noticed no later than any other.
    const askedAt = now();
    const answer = await lookUp(key);
    if (answer.status === 'unknown' || answer.expiresAt.getTime() <= now()) {
      found.delete(name);
      remember(unknownUntil, name, now() + bounds.unknownMilliseconds, bounds.kept);
      throw refused();
    }
    const identity = { caller: answer.caller, subject: `api-key ${key.publicId}` };
    const until = Math.min(askedAt + bounds.validMilliseconds, answer.expiresAt.getTime());
    remember(found, name, { identity, until }, bounds.kept);
    return identity;
  }

  return async (text) => {
    const key = readApiKey(text);
    if (key === undefined) throw refused();
    const name = `${key.publicId} ${key.secretHash}`;
    const known = found.get(name);
    if (known !== undefined && known.until > now()) return known.identity;
    if ((unknownUntil.get(name) ?? 0) > now()) throw refused();
    const current = underWay.get(name);
    if (current !== undefined) return current;
    if (known === undefined && !mayAsk()) throw tooMany();
    const asked = check(key, name).finally(() => underWay.delete(name));
    underWay.set(name, asked);
    return asked;
  };
}

/** Says yes so many times in a second. */
function perSecond(times: number, now: () => number): () => boolean {
  let second = 0;
  let used = 0;
  return () => {
    const current = Math.floor(now() / 1_000);
    if (current !== second) used = 0;
    second = current;
    used += 1;
    return used <= times;
  };
}

function remember<Value>(kept: Map<string, Value>, name: string, value: Value, most: number): void {
  kept.delete(name);
  kept.set(name, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}

function refused(): HubError {
  return new HubError('TOKEN_REFUSED', 'The API key is not valid: unknown, expired or revoked. Ask an administrator.');
}

function tooMany(): HubError {
  return new HubError('IDENTITY_UNAVAILABLE', 'Too many unknown API keys are being checked. Ask again in a second.');
}
