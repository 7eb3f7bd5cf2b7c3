import { createHash } from 'node:crypto';
import { type CryptoKey, errors, type JWK, jwtVerify, type JWTVerifyGetKey, SignJWT } from 'jose';
import { z } from 'zod';
import { HubError } from '../errors';
import { type Caller, callerKey, callerSchema } from './caller';

/** `iss` of the tokens by which the gateway shows itself to subgraphs. */
export const HUB_ISSUER = 'maillage-gateway';
/** Seconds that such a token lives. Short, so that one that leaks is soon worth nothing. */
export const HUB_TOKEN_SECONDS = 60;
/** The one algorithm: cheap to sign for 18 regions, and no key of another kind can be confused with its own. */
export const HUB_ALGORITHM = 'EdDSA';

/** Seconds by which clocks of gateway and region may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;
/** Milliseconds before its end at which a token is no longer handed out: the question still has to travel. */
const RENEW_MILLISECONDS = 15_000;
/** Longest name of a caller: an issuer's and that of its subject. */
const MAX_SUBJECT = 1_024;
/** Most tokens kept, on either side: one per audience and caller. */
const MAX_KEPT = 5_000;

/** A caller with everything that a subgraph is told of it. */
export interface HubTokenQuestion {
  /** Name of the subgraph that is asked, the only one that accepts the token: "region-53", "national". */
  readonly audience: string;
  readonly caller: Caller;
  /**
   * Who the caller is, told where something is changed and somebody has to answer for it. Left out of everything
   * else: a token without it serves all callers that are alike.
   */
  readonly subject?: string | undefined;
}

/** Gives the tokens of the gateway. */
export interface HubTokenSigner {
  /** A token for that subgraph and caller, the same one for as long as it has time left. */
  tokenFor(question: HubTokenQuestion): Promise<string>;
}

/** The signing key of the gateway. */
export interface HubSigningKey {
  readonly kid: string;
  readonly key: CryptoKey | JWK;
}

const subjectSchema = z.string().min(1).max(MAX_SUBJECT).optional();

const keys = new WeakMap<Caller, string>();

/** `callerKey`, worked out once for each caller: it is asked for with every question. */
function keyOf(caller: Caller): string {
  const known = keys.get(caller);
  if (known !== undefined) return known;
  const key = callerKey(caller);
  keys.set(caller, key);
  return key;
}

interface Kept<Value> {
  readonly value: Value;
  readonly until: number;
}

/** Signs tokens, each once for its audience and caller: signing every question would cost more than all the rest. */
export function createHubTokenSigner({ kid, key }: HubSigningKey, now: () => number = Date.now): HubTokenSigner {
  const kept = new Map<string, Kept<Promise<string>>>();
  return {
    tokenFor({ audience, caller, subject }) {
      const name = `${audience} ${keyOf(caller)} ${subject === undefined ? '' : JSON.stringify(subject)}`;
      const known = kept.get(name);
      if (known !== undefined && known.until > now()) return known.value;
      const issuedAt = Math.floor(now() / 1_000);
      const value = new SignJWT({ ...caller, ...(subject === undefined ? {} : { sub: subject }) })
        .setProtectedHeader({ alg: HUB_ALGORITHM, kid, typ: 'JWT' })
        .setIssuer(HUB_ISSUER)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + HUB_TOKEN_SECONDS)
        .sign(key);
      value.catch(() => kept.delete(name));
      remember(kept, name, { value, until: (issuedAt + HUB_TOKEN_SECONDS) * 1_000 - RENEW_MILLISECONDS });
      return value;
    },
  };
}

/** On whose behalf the gateway asks. */
export interface HubTokenBearer {
  readonly caller: Caller;
  /** Who that is; undefined where the gateway does not say, as in every query. */
  readonly subject: string | undefined;
}

/** Reads the tokens of the gateway. */
export interface HubTokenVerifier {
  /**
   * The caller that a request's `authorization` header carries. Throws HUB_TOKEN_REFUSED, with status 401, and
   * IDENTITY_UNAVAILABLE when the gateway's keys cannot be had.
   */
  callerOf(authorization: string | undefined): Promise<Caller>;
  /** The same, with who the caller is. */
  bearerOf(authorization: string | undefined): Promise<HubTokenBearer>;
}

/**
 * Accepts tokens of the hub's gateway for one audience, and nothing else: issuer, audience, algorithm, life and
 * the form of the caller are checked. A token that passed is not checked again until it ends.
 */
export function createHubTokenVerifier(
  audience: string,
  keys: JWTVerifyGetKey,
  now: () => number = Date.now,
): HubTokenVerifier {
  const kept = new Map<string, Kept<HubTokenBearer>>();
  const bearerOf = async (authorization: string | undefined): Promise<HubTokenBearer> => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) throw refused('The request carries no token of the hub.');
    // A dump of the memory shows digests, not tokens.
    const digest = createHash('sha256').update(token).digest('base64');
    const known = kept.get(digest);
    if (known !== undefined && known.until > now()) return known.value;
    const { bearer, expiresAt } = await verify(token, audience, keys, now);
    remember(kept, digest, { value: bearer, until: expiresAt * 1_000 });
    return bearer;
  };
  return { bearerOf, callerOf: async (authorization) => (await bearerOf(authorization)).caller };
}

async function verify(token: string, audience: string, keys: JWTVerifyGetKey, now: () => number) {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: HUB_ISSUER,
      audience,
      algorithms: [HUB_ALGORITHM],
      requiredClaims: ['iat', 'exp'],
      maxTokenAge: HUB_TOKEN_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(now()),
    });
    const { iss, aud, iat = 0, exp = 0, sub, ...claims } = payload;
    // An audience of several names would let one region use the token at another.
    if (typeof aud !== 'string' || exp - iat > HUB_TOKEN_SECONDS) throw refused('The token lives too long.', iss);
    const bearer = { caller: callerSchema.parse(claims), subject: subjectSchema.parse(sub) };
    return { bearer, expiresAt: exp };
  } catch (error) {
    if (error instanceof HubError) throw error;
    const isExpired = error instanceof errors.JWTExpired;
    throw refused(isExpired ? 'The token has expired.' : 'The token is not one of the hub for this subgraph.', error);
  }
}

function refused(reason: string, cause?: unknown): HubError {
  return new HubError('HUB_TOKEN_REFUSED', `${reason} Ask through the gateway of the hub.`, {}, { cause });
}

function remember<Value>(kept: Map<string, Kept<Value>>, name: string, entry: Kept<Value>): void {
  kept.delete(name);
  kept.set(name, entry);
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
}
