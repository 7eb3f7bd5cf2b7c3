import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { HubError } from '../../kit/errors';

/** One key of a region's books. */
export interface BookKey {
  /** First four bytes of the digest of the secret: says which key sealed something, and nothing of the key. */
  readonly id: Buffer;
  /** Seals criteria (AES-256). */
  readonly seal: Buffer;
  /** Makes the tokens by which sealed main criteria are counted (HMAC-SHA-256). */
  readonly token: Buffer;
}

/** Keys of a region's books: the first one seals, all of them open. */
export type BookKeys = readonly [BookKey, ...BookKey[]];

const BYTES = 32;
const secretSchema = z.string().regex(/^[\w-]{43}$/);
const fileSchema = z.object({ keys: z.array(z.object({ key: secretSchema, since: z.string().optional() })).min(1) });

/** What a key file holds, as text: keys, the one in use first. */
export type BookKeyFile = z.infer<typeof fileSchema>;

/** A new key as it stands in a key file. */
export function makeBookKey(now: Date): BookKeyFile['keys'][number] {
  return { key: randomBytes(BYTES).toString('base64url'), since: now.toISOString() };
}

/** Reads the text of a key file. Throws CONFIG_INVALID; the message holds nothing of the keys. */
export function parseBookKeyFile(text: string, source: string): BookKeyFile {
  const result = fileSchema.safeParse(parseJson(text));
  if (result.success) return result.data;
  throw new HubError(
    'CONFIG_INVALID',
    `${source} does not hold keys of a region's books: {"keys": [{"key": "…"}]}, each of 32 bytes in base64url.`,
  );
}

/** The keys of a file, or of BOOKS_KEY. Throws CONFIG_INVALID. */
export function bookKeysOf({ keys }: BookKeyFile): BookKeys {
  const [first, ...others] = keys.map(({ key }) => bookKeyOf(key));
  if (first === undefined) throw new HubError('CONFIG_INVALID', 'There is no key of the books.');
  return [first, ...others];
}

/** Each use has a key of its own, so that a token never tells anything of what is sealed. */
function bookKeyOf(secret: string): BookKey {
  const bytes = Buffer.from(secret, 'base64url');
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', bytes, '', `maillage books ${use}`, BYTES));
  return {
    id: createHash('sha256').update(bytes).digest().subarray(0, 4),
    seal: derive('seal'),
    token: derive('token'),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
