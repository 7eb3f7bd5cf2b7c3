import { createHash } from 'node:crypto';
import { type Dictionary, parseDictionary, serializeDictionary } from 'structured-headers';
import { signatureRefused } from './refused';

/** Header that holds digests of the body (RFC 9530). */
export const CONTENT_DIGEST_HEADER = 'content-digest';

/** Algorithms that are read, by their names in RFC 9530. */
const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ['sha-256', 'sha256'],
  ['sha-512', 'sha512'],
]);

/** The value of `content-digest` for a body. */
export function contentDigestOf(body: string | Buffer): string {
  const digest = createHash('sha256').update(body).digest();
  return serializeDictionary(new Map([['sha-256', [digest, new Map()]]]));
}

/**
 * Holds a body against its `content-digest`: at least one digest by SHA-256 or SHA-512, and every such one right.
 * Others are passed over, as RFC 9530 allows. Throws HUB_SIGNATURE_REFUSED.
 */
export function checkContentDigest(header: string | undefined, body: Buffer): void {
  const digests = [...parse(header)].filter(([name]) => ALGORITHMS.has(name));
  if (digests.length === 0) throw signatureRefused('The question carries no digest of its body by SHA-256 or SHA-512.');
  for (const [name, [given]] of digests) {
    const found = createHash(ALGORITHMS.get(name) ?? name)
      .update(body)
      .digest();
    const isRight = given instanceof ArrayBuffer && found.equals(new Uint8Array(given));
    if (!isRight) throw signatureRefused('The body does not match its digest.');
  }
}

function parse(header: string | undefined): Dictionary {
  try {
    return parseDictionary(header ?? '');
  } catch (error) {
    throw signatureRefused('The digest of the body cannot be read.', error);
  }
}
