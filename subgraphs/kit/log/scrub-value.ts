import { REDACTED, scrubText } from './scrub-text';

/** Names of fields whose value is never written, in whatever object and at whatever depth. */
const SECRET_NAME =
  /^(?:(?:proxy-)?authorization|(?:set-)?cookies?|x-api-key|api[_-]?keys?|.*token|.*password|.*passwd|.*secret|.*private[_-]?key|.*credentials?|.*database_?url|.*postgres_?url|rawheaders|nir|jwt)$/i;

/** Fields of database errors that quote rows and parameters: they are the books of a region. */
const QUOTES_ROWS = new Set(['parameters', 'detail', 'where', 'internalQuery']);

/** How deep and how wide an object is written. */
const MOST_LEVELS = 8;
const MOST_ENTRIES = 200;

type Seen = ReadonlySet<object>;

/** An object of a log line, ready to be written: the same facts without secrets and persons. Never throws. */
export function scrubObject(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return entriesOf(value, new Set([value]));
}

/** Any value of a log line, ready to be written. Errors keep their type, stack, code and causes. */
export function scrubValue(value: unknown, seen: Seen = new Set()): unknown {
  switch (typeof value) {
    case 'string':
      return scrubText(value);
    case 'bigint':
      return scrubText(String(value));
    case 'number':
      return isLikeNir(value) ? REDACTED : value;
    case 'object':
      return value === null ? null : scrubReference(value, seen);
    case 'boolean':
      return value;
    default:
      return undefined;
  }
}

function scrubReference(value: object, seen: Seen): unknown {
  if (seen.has(value)) return '[circular]';
  if (seen.size >= MOST_LEVELS) return '[deeper]';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  // Bytes may be anything, a body among others.
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return '[bytes]';
  const within = new Set([...seen, value]);
  if (isError(value)) return scrubError(value, within);
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map((item) => scrubValue(item, within) ?? null);
  if (value instanceof Map) return entriesOf(Object.fromEntries(value) as Record<string, unknown>, within);
  if (value instanceof Set) return scrubValue([...value], within);
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return scrubValue(
      attempt(() => toJson(value)),
      within,
    );
  return entriesOf(value as Readonly<Record<string, unknown>>, within);
}

/** An error from another realm (a test runner's, a thread's) is no instance of ours. */
function isError(value: object): value is Error {
  if (value instanceof Error) return true;
  return 'stack' in value && 'message' in value && typeof value.stack === 'string' && typeof value.message === 'string';
}

function scrubError(error: Error, seen: Seen): Record<string, unknown> {
  const { message, stack, cause } = error;
  const own = entriesOf(error as unknown as Readonly<Record<string, unknown>>, seen);
  for (const name of Object.keys(own)) if (QUOTES_ROWS.has(name)) own[name] = REDACTED;
  const inner = error instanceof AggregateError ? { errors: scrubValue(error.errors, seen) } : {};
  return {
    ...own,
    type: scrubText(error.constructor?.name ?? error.name),
    message: scrubText(String(message)),
    ...(stack === undefined ? {} : { stack: scrubText(stack) }),
    ...(cause === undefined ? {} : { cause: scrubValue(cause, seen) }),
    ...inner,
  };
}

function entriesOf(value: Readonly<Record<string, unknown>>, seen: Seen): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  for (const name of Object.keys(value)) {
    if (entries.length >= MOST_ENTRIES) break;
    const read = () => scrubValue(value[name], seen);
    // The name may be text from outside, too: headers, variables.
    entries.push([scrubText(name), SECRET_NAME.test(name) && value[name] !== undefined ? REDACTED : attempt(read)]);
  }
  return Object.fromEntries(entries);
}

/** A getter may throw; a line of the log is worth more than one of its fields. */
function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return '[unreadable]';
  }
}

/** What an object says of itself: addresses, moments, nodes of a document. */
function toJson(value: object): unknown {
  return (value as { toJSON(): unknown }).toJSON();
}

/** Whether a number is a social security number with its key; thirteen digits alone are more often a moment in time. */
function isLikeNir(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1e14 && value < 1e15 && scrubText(String(value)) === REDACTED;
}
