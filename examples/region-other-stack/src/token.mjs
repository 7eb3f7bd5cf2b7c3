import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import { REGION } from './region.mjs';

const LIFE = 60;

/** Each role of the hub with exactly the claims that belong to it. */
const callerForm = z.discriminatedUnion('role', [
  ...['public', 'consolidator', 'approver', 'administrator', 'auditor'].map((role) =>
    z.strictObject({ role: z.literal(role) }),
  ),
  z.strictObject({ role: z.literal('coordination'), region: z.string() }),
  z.strictObject({ role: z.literal('desk'), region: z.string(), desk: z.string() }),
  z.strictObject({ role: z.literal('buyer'), sirens: z.array(z.string().regex(/^\d{9}$/)).min(1) }),
]);

/** The public keys of the hub, from a file or an address. */
export async function trustedKeys({ file, url }) {
  if (file !== undefined) return createLocalJWKSet(JSON.parse(await readFile(file, 'utf8')));
  if (url !== undefined) return createRemoteJWKSet(new URL(url));
  throw new Error('HUB_KEYS_FILE ou HUB_KEYS_URL manque : sans clés du hub, personne ne reçoit de réponse.');
}

/** Who asks, or undefined when the request does not come from the gateway of the hub. */
export async function callerOf(authorization, keys) {
  const [, token] = /^Bearer (\S+)$/.exec(authorization ?? '') ?? [];
  if (token === undefined) return undefined;
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: 'maillage-gateway',
      audience: REGION.audience,
      algorithms: ['EdDSA'],
      requiredClaims: ['iat', 'exp'],
      maxTokenAge: LIFE,
      clockTolerance: 5,
    });
    const { iss: _iss, aud, iat, exp, sub: _sub, ...claims } = payload;
    // A token for several audiences could be shown to another region by whoever receives it.
    if (typeof aud !== 'string' || exp - iat > LIFE) return undefined;
    return callerForm.safeParse(claims).data;
  } catch {
    return undefined;
  }
}
