import { AnswerViolation } from './outcome';

/** Kept: making one costs more than decoding a small answer. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Parses the pieces of a body as JSON. Throws AnswerViolation for a body that is not UTF-8 or not JSON. */
export function parseAnswer(chunks: readonly Uint8Array[]): unknown {
  return parseJson(decodeUtf8(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)));
}

/**
 * Reads a body to its end and parses it as JSON. Counts bytes while they arrive and stops at the limit.
 * Throws AnswerViolation for a body that is too large, not UTF-8 or not JSON.
 */
export async function readAnswer(body: AsyncIterable<Uint8Array>, limitBytes: number): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limitBytes) throw new AnswerViolation(`the body exceeds ${limitBytes} bytes`);
    chunks.push(chunk);
  }
  return parseAnswer(chunks);
}

/** The parser leaves "__proto__" as an own property; the shape check then refuses it as a field nobody asked for. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AnswerViolation('the body is not JSON');
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new AnswerViolation('the body is not UTF-8');
  }
}
