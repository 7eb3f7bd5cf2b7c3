import { readFile } from 'node:fs/promises';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { HubError } from '../errors';
import { HUB_ALGORITHM, type HubSigningKey } from './hub-token';

const privateKeySchema = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string().min(1).max(64),
  x: z.string(),
  d: z.string(),
});
const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

/** Where public keys are found. */
export type KeySource = { readonly file: string } | { readonly url: string };

/** Milliseconds for which a fetched key set stands, and between two fetches for a key that it lacks. */
const KEYS_FRESH_MILLISECONDS = 10 * 60_000;
const KEYS_COOLDOWN_MILLISECONDS = 30_000;

/** A new pair for EdDSA signatures, both halves as JSON Web Keys. */
export async function makeSigningKey(): Promise<{ readonly privateKey: JWK; readonly publicKeys: JSONWebKeySet }> {
  const { privateKey, publicKey } = await generateKeyPair(HUB_ALGORITHM, { crv: 'Ed25519', extractable: true });
  const kid = randomUUID();
  const named = { kid, alg: HUB_ALGORITHM, use: 'sig' };
  return {
    privateKey: { ...(await exportJWK(privateKey)), ...named },
    publicKeys: { keys: [{ ...(await exportJWK(publicKey)), ...named }] },
  };
}

/** Reads a signing key from the text of a JSON Web Key. Throws CONFIG_INVALID; the message holds nothing of the key. */
export function parseSigningKey(text: string, source: string): HubSigningKey {
  const found = privateKeySchema.safeParse(parseJson(text));
  if (found.success) return { kid: found.data.kid, key: found.data as JWK };
  throw new HubError(
    'CONFIG_INVALID',
    `${source} does not hold an Ed25519 private key as a JSON Web Key with a "kid".`,
  );
}

/** The public half of a signing key, as a key set to publish. */
export function publicKeysOf({ key }: HubSigningKey): JSONWebKeySet {
  const { kty, crv, x, kid } = key as JWK;
  return { keys: [{ kty, crv, x, kid, alg: HUB_ALGORITHM, use: 'sig' }] };
}

/** Reads a file of the configuration. Throws CONFIG_INVALID. */
export async function readKeyFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new HubError('CONFIG_INVALID', `The key file ${path} cannot be read.`, { path }, { cause });
  }
}

/**
 * The keys whose signatures are believed: of a file, or of an address that is asked again when a key is not among
 * those known, at most every 30 seconds, whatever callers send. Throws CONFIG_INVALID for a file that is no key set.
 */
export async function trustedKeys(source: KeySource): Promise<JWTVerifyGetKey> {
  if ('url' in source) {
    return createRemoteJWKSet(new URL(source.url), {
      cacheMaxAge: KEYS_FRESH_MILLISECONDS,
      cooldownDuration: KEYS_COOLDOWN_MILLISECONDS,
      timeoutDuration: 2_000,
    });
  }
  const found = keySetSchema.safeParse(parseJson(await readKeyFile(source.file)));
  if (found.success) return createLocalJWKSet(found.data as JSONWebKeySet);
  throw new HubError('CONFIG_INVALID', `The file ${source.file} does not hold a JSON Web Key Set.`, {
    path: source.file,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
