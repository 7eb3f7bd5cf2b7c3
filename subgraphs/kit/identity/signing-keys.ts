import type { JSONWebKeySet, JWK } from 'jose';
import { z } from 'zod';
import { HubError } from '../errors';
import { HUB_ALGORITHM, type HubSigningKey } from './hub-token';

const publicKeySchema = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string().min(1).max(64),
  x: z.string().regex(/^[\w-]{43}$/),
});
const privateKeySchema = publicKeySchema.extend({ d: z.string().regex(/^[\w-]{43}$/) });
const setSchema = z
  .looseObject({ keys: z.tuple([privateKeySchema], publicKeySchema) })
  .refine(({ keys }) => new Set(keys.map(({ kid }) => kid)).size === keys.length);

/** The keys of a gateway. */
export interface HubSigningKeys {
  /** The one that signs. */
  readonly signing: HubSigningKey;
  /** Public halves of all, to publish: a key is believed before it signs, and for as long as its tokens live after. */
  readonly publicKeys: JSONWebKeySet;
}

/**
 * Reads the text of a private JSON Web Key, or of a JSON Web Key Set whose first key signs and whose others are only
 * published. Throws CONFIG_INVALID; the message holds nothing of the keys.
 */
export function parseSigningKeys(text: string, source: string): HubSigningKeys {
  const found = setSchema.safeParse(asSet(parseJson(text)));
  if (found.success) {
    const [first, ...others] = found.data.keys;
    return {
      signing: { kid: first.kid, key: first as JWK },
      publicKeys: { keys: [first, ...others].map(publicHalfOf) },
    };
  }
  throw new HubError(
    'CONFIG_INVALID',
    `${source} does not hold an Ed25519 private key as a JSON Web Key with a "kid", nor a set of such keys whose first is private and whose "kid" all differ.`,
  );
}

/** Reads a single signing key. Throws CONFIG_INVALID. */
export function parseSigningKey(text: string, source: string): HubSigningKey {
  return parseSigningKeys(text, source).signing;
}

/** The public half of a signing key, as a key set to publish. */
export function publicKeysOf({ key }: HubSigningKey): JSONWebKeySet {
  return { keys: [publicHalfOf(key as JWK)] };
}

function publicHalfOf({ kty, crv, x, kid }: Readonly<JWK>): JWK {
  return { kty, crv, x, kid, alg: HUB_ALGORITHM, use: 'sig' };
}

function asSet(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !('keys' in value) ? { keys: [value] } : value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
