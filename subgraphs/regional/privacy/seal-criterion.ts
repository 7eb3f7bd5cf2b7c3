import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { HubError } from '../../kit/errors';
import type { BookKeys } from './book-keys';

/** What is sealed of a criterion. */
export interface SealedCriterion {
  /** Code list CRITERION. */
  readonly criterion: string;
  /** Code of the local list that it was entered by; null when it was entered by the national one. */
  readonly localCode: string | null;
}

const CIPHER = 'aes-256-gcm';
const FORM = 1;
const [ID, IV, TAG] = [4, 12, 16] as const;
/** Every criterion is as long as any other: the length of what is sealed says nothing. */
const PLAIN_BYTES = 192;
const SEALED_BYTES = 1 + ID + IV + PLAIN_BYTES + TAG;

/**
 * Seals a criterion by the region's key (AES-256-GCM): form, identifier of the key, nonce, text, tag. The person is bound to it,
 * so that bytes that are copied to another person's row do not open.
 */
export function sealCriterion(keys: BookKeys, participantId: string, sealed: SealedCriterion): Buffer {
  const [key] = keys;
  const text = Buffer.from(JSON.stringify([sealed.criterion, sealed.localCode]), 'utf8');
  if (text.length > PLAIN_BYTES) throw new Error('A criterion is too long to be sealed');
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, key.seal, iv, { authTagLength: TAG }).setAAD(personOf(participantId));
  const body = Buffer.concat([cipher.update(Buffer.concat([text], PLAIN_BYTES)), cipher.final()]);
  return Buffer.concat([Buffer.of(FORM), key.id, iv, body, cipher.getAuthTag()]);
}

/** Opens what was sealed for this person. Throws BOOKS_KEY_UNKNOWN without its key, BOOKS_SEAL_BROKEN when it was altered. */
export function openCriterion(keys: BookKeys, participantId: string, bytes: Buffer): SealedCriterion {
  if (bytes.length !== SEALED_BYTES || bytes[0] !== FORM) throw broken();
  const id = bytes.subarray(1, 1 + ID);
  const key = keys.find((each) => each.id.equals(id));
  if (key === undefined)
    throw new HubError(
      'BOOKS_KEY_UNKNOWN',
      `A criterion is sealed by the key ${id.toString('hex')}, which the key file of the region does not hold.`,
      { key: id.toString('hex') },
    );
  const decipher = createDecipheriv(CIPHER, key.seal, bytes.subarray(1 + ID, 1 + ID + IV), { authTagLength: TAG })
    .setAAD(personOf(participantId))
    .setAuthTag(bytes.subarray(-TAG));
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(1 + ID + IV, -TAG)), decipher.final()]);
    const [criterion, localCode] = JSON.parse(plain.toString('utf8').replaceAll('\0', '')) as [string, string | null];
    return { criterion, localCode };
  } catch {
    throw broken();
  }
}

function personOf(participantId: string): Buffer {
  return Buffer.from(`participant:${participantId}`, 'utf8');
}

function broken(): HubError {
  return new HubError('BOOKS_SEAL_BROKEN', 'A sealed criterion was altered, or belongs to another person.');
}
