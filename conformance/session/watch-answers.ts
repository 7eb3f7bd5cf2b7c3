import type { RawAnswer } from '../endpoint';

/** What must not be in any answer, wherever a check asked for something else. */
export interface Watched {
  /** An excerpt of the first answer with errors that shows something internal. */
  leak: string | undefined;
  /** How the first answer looks that holds the number of a person, the number itself left out. */
  personal: string | undefined;
}

/** Characters of an answer with errors that are looked at. */
const MAX_LOOKED_AT = 1024 * 1024;

/** Signs of a stack, a database, a file system or a host in what a caller reads. */
const INTERNALS: readonly RegExp[] = [
  /\bat (?:async )?[\w.<>$ ]{1,200} \(?(?:file:\/\/|node:|\/|[A-Za-z]:\\)[^\s)]{0,300}:\d+/,
  /node_modules/,
  /Traceback \(most recent call last\)/,
  /\b(?:java|javax|org|com|net)\.[\w.]{1,200}(?:Exception|Error)\b/,
  /"(?:stacktrace|stackTrace|stack|trace)"\s*:/,
  /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b[^"]{1,200}\b(?:FROM|VALUES|SET|WHERE)\b/,
  /\brelation \\?"[^"]+\\?" does not exist/,
  /syntax error at or near/,
  /\b(?:ECONNREFUSED|ENOTFOUND|ENOENT|EACCES)\b/,
  /(?:^|[\s"'(])\/(?:home|root|usr|opt|var|srv|app|etc|tmp)\/[\w./-]+/,
  /\b(?:postgres|postgresql|mysql|mongodb|redis):\/\//,
];

/** The number of a person in the national register (NIR) with its key: sex, year, month, département, commune, order. */
const NIR = /(?<![\d.])([12]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6})(\d{2})(?!\d)/g;

/** Looks at one answer and keeps the first sign of what must not be in it. */
export function watchAnswer({ text, json }: RawAnswer, watched: Watched): void {
  watched.personal ??= personalIn(text);
  const isError = typeof json !== 'object' || json === null || 'errors' in json;
  if (isError) watched.leak ??= leakIn(text.slice(0, MAX_LOOKED_AT));
}

function leakIn(text: string): string | undefined {
  for (const pattern of INTERNALS) {
    const found = pattern.exec(text);
    if (found !== null) return found[0].trim().slice(0, 120);
  }
  return undefined;
}

function personalIn(text: string): string | undefined {
  for (const [, number = '', key = ''] of text.matchAll(NIR)) {
    // Corsica counts as 19 and 18 (Insee).
    const digits = number.replace('2A', '19').replace('2B', '18');
    if (97 - Number(BigInt(digits) % 97n) === Number(key))
      return `fifteen digits that begin with ${number.slice(0, 3)}`;
  }
  return undefined;
}
