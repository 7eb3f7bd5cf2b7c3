import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { AnswerViolation } from './outcome';
import { readAnswer } from './read-answer';

type Header = string | string[] | undefined;

/** What a subgraph may encode its body with. */
export const ACCEPTED_ENCODINGS = 'gzip, br';

/** Larger pieces than zlib's own 16 kB: fewer turns of the event loop for a large answer. */
const CHUNK = { chunkSize: 64 * 1024 };

const DECODERS: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', () => createGunzip(CHUNK)],
  ['x-gzip', () => createGunzip(CHUNK)],
  ['br', () => createBrotliDecompress(CHUNK)],
]);

/** Whether a body under that content-encoding header can be read. One encoding at most: a chain only serves to hide. */
export function isReadableEncoding(header: Header): boolean {
  const encoding = encodingOf(header);
  return encoding === 'identity' || DECODERS.has(encoding);
}

/** Whether a body under that content-encoding header has to be inflated. */
export function isEncoded(header: Header): boolean {
  return header !== undefined && DECODERS.has(encodingOf(header));
}

/**
 * Reads a body to its end, inflates it as its header says and parses it. The limit holds for the bytes that
 * come out as well as for those that go in, while they stream: a bomb costs no more than an honest answer.
 * Throws AnswerViolation like `readAnswer`, and what zlib throws for a body that does not inflate.
 */
export function readEncodedAnswer(body: Readable, header: Header, limitBytes: number): Promise<unknown> {
  const createDecoder = DECODERS.get(encodingOf(header));
  if (createDecoder === undefined) return readAnswer(body, limitBytes);
  return pipeline(
    body,
    (source: AsyncIterable<Uint8Array>) => capped(source, limitBytes),
    createDecoder(),
    (decoded: AsyncIterable<Uint8Array>) => readAnswer(decoded, limitBytes),
  );
}

/** Bytes that inflate to nothing at all must not stream for ever either. */
async function* capped(source: AsyncIterable<Uint8Array>, limitBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > limitBytes) throw new AnswerViolation(`the encoded body exceeds ${limitBytes} bytes`);
    yield chunk;
  }
}

function encodingOf(header: Header): string {
  return (
    String(header ?? '')
      .trim()
      .toLowerCase() || 'identity'
  );
}
