import { readFile } from 'node:fs/promises';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { HubError } from '../errors';
import { HUB_ALGORITHM } from './hub-token';
import { remoteKeys } from './remote-keys';

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

/** Where public keys are found. */
export type KeySource = { readonly file: string } | { readonly url: string };

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
 * those known, at most every 30 seconds, whatever callers send. Throws CONFIG_INVALID for a file that is no key set,
 * and later IDENTITY_UNAVAILABLE while the address gives no keys.
 */
export async function trustedKeys(source: KeySource): Promise<JWTVerifyGetKey> {
  if ('url' in source) return remoteKeys(new URL(source.url));
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
