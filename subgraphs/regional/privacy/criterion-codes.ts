import { createHmac } from 'node:crypto';
import type { SqlParameters } from '../sql';
import type { BookKey, BookKeys } from './book-keys';
import { isSensitive, SENSITIVE_CRITERIA } from './sensitive-criteria';

/** Which code a token in `participant.criterion` stands for. */
export interface CriterionToken {
  readonly token: string;
  readonly code: string;
}

/** No code of a list begins like this. */
const MARK = '~';

/** What stands in `participant.criterion`: the code itself, or a token of the region's key for a sensitive one. */
export function storedCriterion(keys: BookKeys, code: string): string {
  return isSensitive(code) ? tokenOf(keys[0], code) : code;
}

/** Every token that may stand in the books, of the key in use and of those before it. */
export function criterionTokens(keys: BookKeys): readonly CriterionToken[] {
  return keys.flatMap((key) => Object.keys(SENSITIVE_CRITERIA).map((code) => ({ token: tokenOf(key, code), code })));
}

/** Whether a stored criterion is a token. */
export function isToken(stored: string): boolean {
  return stored.startsWith(MARK);
}

/** The code that a stored criterion stands for; null when its key is not there. */
export function criterionOf(tokens: readonly CriterionToken[], stored: string): string | null {
  return isToken(stored) ? (tokens.find(({ token }) => token === stored)?.code ?? null) : stored;
}

/**
 * SQL of the code of a stored criterion, before anything is grouped: a code and its token are one cell. A token whose key
 * is not there is UNKNOWN and never shown.
 */
export function criterionSql(column: string, tokens: readonly CriterionToken[], parameters: SqlParameters): string {
  const known = tokens.map(({ token, code }) => `WHEN ${parameters.add(token)} THEN ${parameters.add(code)}`);
  const opened = known.length === 0 ? `'UNKNOWN'` : `CASE ${column} ${known.join(' ')} ELSE 'UNKNOWN' END`;
  return `CASE WHEN starts_with(${column}, '${MARK}') THEN ${opened} ELSE coalesce(${column}, 'UNKNOWN') END COLLATE "C"`;
}

function tokenOf(key: BookKey, code: string): string {
  return MARK + createHmac('sha256', key.token).update(`criterion:${code}`).digest('base64url').slice(0, 22);
}
