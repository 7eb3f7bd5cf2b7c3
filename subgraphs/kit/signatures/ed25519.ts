import { webcrypto } from 'node:crypto';
import type { SigningKey, VerifyingKey } from 'http-message-signatures';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { HUB_ALGORITHM, type HubSigningKey } from '../identity';
import { SIGNATURE_ALGORITHM } from './covered';

/** The gateway's key in the form that signs messages. A key that is none shows at the first signature. */
export function signingKeyOf({ kid, key }: HubSigningKey): SigningKey {
  const sealed = Promise.resolve(isSealed(key) ? key : importJWK(key, HUB_ALGORITHM, { extractable: false }));
  sealed.catch(() => undefined);
  return {
    id: kid,
    alg: SIGNATURE_ALGORITHM,
    sign: async (data) => Buffer.from(await webcrypto.subtle.sign('Ed25519', (await sealed) as CryptoKey, data)),
  };
}

/** A public key in the form that checks messages. */
export function verifyingKeyOf(keyName: string, key: CryptoKey): VerifyingKey {
  return {
    id: keyName,
    algs: [SIGNATURE_ALGORITHM],
    verify: (data, signature) => webcrypto.subtle.verify('Ed25519', key, signature, data),
  };
}

function isSealed(key: CryptoKey | JWK): key is CryptoKey {
  return !('kty' in key);
}
