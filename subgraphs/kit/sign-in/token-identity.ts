import { createHash } from 'node:crypto';
import { decodeJwt, jwtVerify, type JWTPayload } from 'jose';
import { HubError } from '../errors';
import { callerOfClaims } from './claims-mapping';
import type { Identity } from './identity';
import type { Issuer } from './issuer';
import { hasRepeatedNames } from './repeated-claims';

/** Seconds by which the clocks of a provider and the hub may differ. */
const CLOCK_TOLERANCE_SECONDS = 30;
/** Milliseconds for which a token that was believed is not verified again; less when it ends before. */
const KEPT_MILLISECONDS = 30_000;
const MAX_KEPT = 10_000;
/** Longest token read, in characters: more than any provider sends, less than headers may hold. */
const MAX_LENGTH = 8_192;
/** Longest `sub`, in characters, as OpenID Connect bounds it. */
const MAX_SUBJECT = 255;

interface Kept {
  readonly identity: Identity;
  readonly until: number;
}

/**
 * Reads the tokens of callers. Algorithms are those of the issuer that the token names, `iss`, `aud`, `exp` and `sub`
 * are required, and keys come from that issuer's own set only: addresses and keys in a token's header are ignored.
 * Throws TOKEN_REFUSED, whose message does not say which check failed beyond what a user can act on, and
 * IDENTITY_UNAVAILABLE while the issuer's keys cannot be had.
 */
export function createTokenReader(
  issuers: readonly Issuer[],
  now: () => number = Date.now,
): (token: string) => Promise<Identity> {
  const kept = new Map<string, Kept>();
  return async (token) => {
    if (token.length > MAX_LENGTH) throw refused('The token is too long.');
    // A dump of the memory shows digests, not tokens.
    const digest = createHash('sha256').update(token).digest('base64');
    const known = kept.get(digest);
    if (known !== undefined && known.until > now()) return known.identity;
    kept.delete(digest);
    const { identity, endsAt } = await read(token, issuers, now());
    kept.set(digest, { identity, until: Math.min(endsAt, now() + KEPT_MILLISECONDS) });
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return identity;
  };
}

async function read(
  token: string,
  issuers: readonly Issuer[],
  now: number,
): Promise<{ readonly identity: Identity; readonly endsAt: number }> {
  const issuer = issuers.find((candidate) => candidate.issuer === unverifiedIssuer(token));
  if (issuer === undefined) throw refused('The token comes from no identity provider that the hub knows.');
  try {
    const { payload } = await jwtVerify(token, issuer.keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms: [...issuer.algorithms],
      requiredClaims: ['exp', 'sub'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(now),
    });
    const subject = `${issuer.issuer} ${subjectOf(payload)}`;
    if ((payload.iat ?? 0) > now / 1_000 + CLOCK_TOLERANCE_SECONDS) throw refused('The token is of the future.');
    const caller = callerOfClaims(payload, issuer.mapping);
    return { identity: { caller, subject }, endsAt: (payload.exp ?? 0) * 1_000 };
  } catch (error) {
    if (error instanceof HubError) throw error;
    const isExpired = error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED';
    throw refused(isExpired ? 'The token has expired.' : 'The token is not valid for the hub.', error);
  }
}

/** The name under which the provider knows the caller. jose asks only that it is there. */
function subjectOf({ sub }: JWTPayload): string {
  const given: unknown = sub;
  if (typeof given === 'string' && given !== '' && given.length <= MAX_SUBJECT) return given;
  throw refused('The token does not name whom it stands for.');
}

/** The issuer that a token claims; only used to choose whose keys must have signed it. */
function unverifiedIssuer(token: string): string | undefined {
  const [header = '', payload = ''] = token.split('.');
  try {
    if ([header, payload].some((part) => hasRepeatedNames(textOf(part))))
      throw refused('The token names a claim twice.');
    return decodeJwt(token).iss;
  } catch (error) {
    // Not base64url, not UTF-8, not JSON, or nested deeper than the stack: a token of no issuer.
    if (error instanceof HubError) throw error;
    return undefined;
  }
}

function textOf(part: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url'));
}

function refused(reason: string, cause?: unknown): HubError {
  return new HubError('TOKEN_REFUSED', `${reason} Sign in again.`, {}, { cause });
}
