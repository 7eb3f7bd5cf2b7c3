import { errors } from 'undici';
import { isReadableEncoding } from './decode-body';
import { AnswerViolation, type Failure } from './outcome';

/** Ways in which a connection fails or dies under the question before any answer. */
const BROKEN_CONNECTION = new Set([
  'UND_ERR_SOCKET',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);

/** Deadlines that undici watches: to connect, and from the question sent to the head of the answer. */
const LATE = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT']);

/** What the decoders of zlib say of a body that is not what its header announces, or is cut short. */
const DECODER_ERROR = /^(?:Z_|ERR_BROTLI|ERR__ERROR)/;

/** The head of an answer; names of headers are in lower case. */
export interface Head {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Judges an answer by its head. Undefined when the body is worth reading. */
export function refusalOf({ statusCode, headers }: Head, readsBadRequests: boolean): Failure | undefined {
  const reason = `HTTP status ${statusCode}`;
  if (statusCode === 401 || statusCode === 403) return { status: 'failure', failure: 'REFUSED', reason };
  // What a proxy says when the region behind it is away.
  if (statusCode >= 502 && statusCode <= 504) {
    return { status: 'failure', failure: 'UNREACHABLE', reason, mayRepeat: true };
  }
  const isRead = statusCode === 200 || (statusCode === 400 && readsBadRequests);
  if (!isRead) return { status: 'failure', failure: 'INVALID', reason };
  if (!/^application\/(?:graphql-response\+)?json(?:\s*;|$)/i.test(String(headers['content-type'] ?? ''))) {
    return { status: 'failure', failure: 'INVALID', reason: 'the content type is not JSON' };
  }
  if (!isReadableEncoding(headers['content-encoding'])) {
    return { status: 'failure', failure: 'INVALID', reason: 'the body is encoded in a way that was not asked for' };
  }
  return undefined;
}

/** Judges what was thrown before or while an answer was read. `hasBegun`: its head had arrived. */
export function failureOf(error: unknown, hasBegun: boolean): Failure {
  if (error instanceof AnswerViolation) return { status: 'failure', failure: 'INVALID', reason: error.message };
  const code = codeOf(error);
  if (LATE.has(code)) return { status: 'failure', failure: 'TIMEOUT', reason: code };
  // Something answers, but does not speak HTTP, or not the encoding it announces.
  if (error instanceof errors.HTTPParserError || code === 'UND_ERR_HEADERS_OVERFLOW' || DECODER_ERROR.test(code)) {
    return { status: 'failure', failure: 'INVALID', reason: code };
  }
  const mayRepeat = !hasBegun && BROKEN_CONNECTION.has(code);
  return { status: 'failure', failure: 'UNREACHABLE', reason: code, mayRepeat };
}

/** Asks for no instance of Error: a runtime's own errors may come from another realm. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'UNKNOWN';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && typeof error.name === 'string' ? error.name : 'UNKNOWN';
}
