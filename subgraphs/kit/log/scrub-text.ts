/** What stands in a log in place of what was taken out. */
export const REDACTED = '[redacted]';

/** Longest text kept of one value: nobody may fill a disk by the length of a message. */
const MOST_CHARACTERS = 16_384;

/** Cheap look before the patterns: a text without any of these holds nothing that they take out. */
const SUSPECT = /@|:\/\/|=|eyJ|mlg_|bearer|basic|\d[\s.\u00A0\u202F-]?\d{2}[\s.\u00A0\u202F-]?\d{2}/i;

/** Separators that people write between the parts of a number. */
const GAP = '[\\s.\\u00A0\\u202F-]?';

/**
 * A social security number: sex, year and month of birth, département (2A and 2B for Corse), commune, order, and the
 * key when it is there. Neither the month nor the key is checked: a mistyped number identifies a person as well.
 */
const NIR = new RegExp(
  `(?<!\\d)[1-478]${GAP}\\d{2}${GAP}\\d{2}${GAP}(?:\\d{2}|2[AB])${GAP}\\d{3}${GAP}\\d{3}(?:${GAP}\\d{2})?(?!\\d)`,
  'gi',
);

/** Patterns in the order in which they are applied, with what is left of what they find. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // A password may hold any character, so everything up to the last @ of the word goes.
  [/\b(postgres(?:ql)?:\/\/)[^\s"'`<>]*@/gi, `$1${REDACTED}@`],
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s"'`<>/?#@]*@/gi, `$1${REDACTED}@`],
  [/\beyJ[\w-]{4,}\.[\w-]*(?:\.[\w-]*){0,3}/g, REDACTED],
  // The identifier of an API key stays: it opens nothing and says which key to revoke.
  [/(mlg_[0-9a-f]{16}_)[\w-]+/g, `$1${REDACTED}`],
  [/\b(bearer|dpop)\s+[\w.~+/=-]{6,}/gi, `$1 ${REDACTED}`],
  [/\b(basic)\s+[A-Za-z0-9+/]{12,}={0,2}/gi, `$1 ${REDACTED}`],
  [/\b([\w-]{0,40}(?:password|passwd|pwd|secret|token|api[_-]?key))=[^\s&"'`,;]+/gi, `$1=${REDACTED}`],
  [/[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu, REDACTED],
  [NIR, REDACTED],
];

/**
 * Takes out of a text whatever looks like a credential or like a person: bearer tokens and JWTs, passwords in URLs
 * and connection strings, e-mail addresses, French social security numbers. Rather too much than too little.
 */
export function scrubText(text: string): string {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  if (!SUSPECT.test(short)) return short;
  return PATTERNS.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), short);
}
