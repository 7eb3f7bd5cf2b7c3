import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';

const ISSUER = 'maillage-gateway';
/** A token of the gateway lives a minute: one that leaks is soon worth nothing. */
const TOKEN_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 5;
const ABOUT_THE_TOKEN = new Set(['iss', 'aud', 'iat', 'exp', 'sub']);

/** Who asks through the gateway. Every role carries exactly what it needs. */
const callerSchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('public') }),
  z.strictObject({ role: z.literal('desk'), region: z.string(), desk: z.string() }),
  z.strictObject({ role: z.literal('coordination'), region: z.string() }),
  z.strictObject({ role: z.literal('consolidator') }),
  z.strictObject({ role: z.literal('approver') }),
  z.strictObject({ role: z.literal('buyer'), sirens: z.array(z.string().regex(/^\d{9}$/)).min(1) }),
  z.strictObject({ role: z.literal('administrator') }),
  z.strictObject({ role: z.literal('auditor') }),
]);

/** Why a request is not answered: an HTTP status and a code. */
export class TokenRefused extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * Makes the function that reads the `authorization` header of the gateway: signature, issuer, audience (this region
 * alone), life and the form of the caller are checked. It throws TokenRefused.
 */
export async function createTokenVerifier({ region, hubKeysUrl, hubKeysFile, testKeysFile }) {
  const sources = [];
  for (const file of [hubKeysFile, testKeysFile]) {
    if (file !== undefined) sources.push(createLocalJWKSet(JSON.parse(await readFile(file, 'utf8'))));
  }
  // Kept for ten minutes, asked again for a key that is not among them at most every 30 seconds.
  if (hubKeysUrl !== undefined) sources.push(createRemoteJWKSet(new URL(hubKeysUrl), { timeoutDuration: 2_000 }));
  const audience = `region-${region.code}`;
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) throw refused('The request carries no token of the hub.');
    try {
      const { payload } = await jwtVerify(token, keyAmong(sources), {
        issuer: ISSUER,
        audience,
        algorithms: ['EdDSA'],
        requiredClaims: ['iat', 'exp'],
        maxTokenAge: TOKEN_SECONDS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      // An audience of several names would let another region use the token here.
      if (typeof payload.aud !== 'string' || payload.exp - payload.iat > TOKEN_SECONDS)
        throw refused('The token is too wide or lives too long.');
      return callerSchema.parse(claimsOf(payload));
    } catch (error) {
      if (error instanceof TokenRefused) throw error;
      throw refused('The token is not one of the hub for this region.');
    }
  };
}

/** What the token says of the caller, without what it says of itself. */
function claimsOf(payload) {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !ABOUT_THE_TOKEN.has(name)));
}

/** The key that a token names, in the first source that has it. */
function keyAmong(sources) {
  return async (header, token) => {
    for (const keys of sources) {
      try {
        return await keys(header, token);
      } catch (error) {
        if (error instanceof errors.JWKSNoMatchingKey) continue;
        throw new TokenRefused(503, 'IDENTITY_UNAVAILABLE', 'The keys of the hub cannot be had now. Ask again soon.');
      }
    }
    throw refused('The token names a key that is not one of the hub.');
  };
}

function refused(reason) {
  return new TokenRefused(401, 'HUB_TOKEN_REFUSED', `${reason} Ask through the gateway of the hub.`);
}
