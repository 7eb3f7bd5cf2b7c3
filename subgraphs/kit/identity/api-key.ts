import { createHash, randomBytes } from 'node:crypto';
import type { Role } from './roles';

/**
 * Roles that a key may carry. `administrator` is left out, or one key could issue keys for ever; so is `approver`,
 * since an approval is the act of two persons; `public` needs no key.
 */
export const API_KEY_ROLES = [
  'desk',
  'coordination',
  'consolidator',
  'buyer',
  'auditor',
] as const satisfies readonly Role[];

/** A role that a key may carry. */
export type ApiKeyRole = (typeof API_KEY_ROLES)[number];

/** Longest life of a key, in days. */
export const MAX_API_KEY_DAYS = 365;

/** Audience of the tokens by which the gateway looks keys up: no question of a client ever carries it. */
export const API_KEY_AUDIENCE = 'national-api-keys';

/** Path at which the national level answers those look-ups, beside its GraphQL endpoint. */
export const API_KEY_PATH = '/internal/api-keys';

/** A key as its holder sends it, taken apart. The secret itself goes no further than this. */
export interface PresentedApiKey {
  readonly publicId: string;
  /** SHA-256 of the secret, hexadecimal. */
  readonly secretHash: string;
}

/** A new key: the text that its holder is shown once, and what is kept of it. */
export interface NewApiKey extends PresentedApiKey {
  readonly text: string;
}

const SECRET_BYTES = 32;
const PREFIX = 'mlg';

/** Whether a credential claims to be a key of the hub, well-formed or not. */
export function looksLikeApiKey(text: string): boolean {
  return text.startsWith(`${PREFIX}_`);
}

/** Makes a key with a secret of 256 random bits. */
export function makeApiKey(): NewApiKey {
  return makeSecret(PREFIX);
}

/** Takes a key apart; undefined when it has not the form of one. */
export function readApiKey(text: string): PresentedApiKey | undefined {
  return readSecret(PREFIX, text);
}

/** Makes a secret of 256 random bits, of the kind that its prefix names. */
export function makeSecret(prefix: string): NewApiKey {
  const publicId = randomBytes(8).toString('hex');
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { publicId, secretHash: hashOf(secret), text: `${prefix}_${publicId}_${secret}` };
}

/** Takes a secret of that kind apart; undefined when it has not the form of one. */
export function readSecret(prefix: string, text: string): PresentedApiKey | undefined {
  const [, kind, publicId, secret] = /^([a-z]{3})_([0-9a-f]{16})_([\w-]{43})$/.exec(text) ?? [];
  return kind !== prefix || publicId === undefined || secret === undefined
    ? undefined
    : { publicId, secretHash: hashOf(secret) };
}

/** A plain hash is enough for a secret of 256 random bits (docs/adr/0007). */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret, 'ascii').digest('hex');
}
