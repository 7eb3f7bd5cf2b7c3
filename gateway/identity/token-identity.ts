import { decodeJwt, jwtVerify } from 'jose';
import { HubError } from '../../subgraphs/kit/errors';
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

interface Kept {
  readonly identity: Identity;
  readonly until: number;
}

/**
 * Reads the tokens of callers. Algorithms are those of the issuer that the token names, `iss`, `aud`, `exp` and `sub`
 * are required, and keys come from that issuer's own set only: addresses and keys in a token's header are ignored.
 * Throws TOKEN_REFUSED, whose message does not say which check failed beyond what a user can act on.
 */
export function createTokenReader(
  issuers: readonly Issuer[],
  now: () => number = Date.now,
): (token: string) => Promise<Identity> {
  const kept = new Map<string, Kept>();
  return async (token) => {
    const known = kept.get(token);
    if (known !== undefined && known.until > now()) return known.identity;
    kept.delete(token);
    const { identity, endsAt } = await read(token, issuers, now());
    kept.set(token, { identity, until: Math.min(endsAt, now() + KEPT_MILLISECONDS) });
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
  if (token.length > MAX_LENGTH) throw refused('The token is too long.');
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
    const caller = callerOfClaims(payload, issuer.mapping);
    return { identity: { caller, subject: `${issuer.issuer} ${payload.sub}` }, endsAt: (payload.exp ?? 0) * 1_000 };
  } catch (error) {
    if (error instanceof HubError) throw error;
    const isExpired = error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED';
    throw refused(isExpired ? 'The token has expired.' : 'The token is not valid for the hub.', error);
  }
}

/** The issuer that a token claims; only used to choose whose keys must have signed it. */
function unverifiedIssuer(token: string): string | undefined {
  const [header = '', payload = ''] = token.split('.');
  if ([header, payload].some((part) => hasRepeatedNames(Buffer.from(part, 'base64url').toString('utf8')))) {
    throw refused('The token names a claim twice.');
  }
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

function refused(reason: string, cause?: unknown): HubError {
  return new HubError('TOKEN_REFUSED', `${reason} Sign in again.`, {}, { cause });
}
