import { Lexer, Source, type Token, TokenKind } from 'graphql';
import type { Region } from '../../subgraphs/kit/regions';
import type { Finding } from './check-types';
import { finding } from './finding';
import type { FindingCode } from './finding-codes';

/** Largest SDL: the regional schema has 9 KB. */
export const MOST_BYTES = 256 * 1024;
/** Most definitions of types. */
export const MOST_TYPES = 500;
/** Most tokens: the regional schema has about 650. */
export const MOST_TOKENS = 20_000;
/** Deepest nesting of brackets. */
export const DEEPEST = 10;
/** Longest description or other text. */
export const LONGEST_TEXT = 2_000;

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);
const TEXTS: ReadonlySet<string> = new Set([TokenKind.STRING, TokenKind.BLOCK_STRING]);
const TYPE_KEYWORDS: ReadonlySet<string> = new Set(['type', 'interface', 'union', 'enum', 'input', 'scalar']);

/**
 * Whether an SDL is small and flat enough to be read at all. Looks at its bytes and tokens only, so that whatever
 * parses it afterwards is safe from it: no recursion, and time in proportion to at most 256 KB.
 */
export function checkSize(region: Region, sdl: string): readonly Finding[] {
  const bytes = Buffer.byteLength(sdl);
  if (bytes > MOST_BYTES) {
    const message = `The SDL has ${bytes} bytes; at most ${MOST_BYTES} are taken.`;
    return [finding(region, 'SDL_TOO_LARGE', { line: 1 }, message)];
  }
  const malformed = /[\0\p{Surrogate}]/u.exec(sdl);
  if (malformed !== null) {
    const line = sdl.slice(0, malformed.index).split('\n').length;
    return [finding(region, 'TEXT_MALFORMED', { line }, 'The SDL holds a NUL character or half of a surrogate pair.')];
  }
  return measureTokens(region, sdl);
}

function measureTokens(region: Region, sdl: string): readonly Finding[] {
  const found: Finding[] = [];
  const report = (code: FindingCode, token: Token, message: string) => {
    if (!found.some((known) => known.code === code)) found.push(finding(region, code, { line: token.line }, message));
  };
  let tokens = 0;
  let types = 0;
  let depth = 0;
  for (const token of tokensOf(sdl)) {
    tokens += 1;
    if (tokens > MOST_TOKENS) {
      report('SDL_TOO_MANY_TOKENS', token, `The SDL has more than ${MOST_TOKENS} tokens.`);
      break;
    }
    if (OPENING.has(token.kind)) depth += 1;
    if (CLOSING.has(token.kind)) depth -= 1;
    if (depth > DEEPEST) report('SDL_TOO_DEEP', token, `Brackets nest more than ${DEEPEST} deep.`);
    if (depth === 0 && token.kind === TokenKind.NAME && TYPE_KEYWORDS.has(token.value)) types += 1;
    if (types > MOST_TYPES) report('SDL_TOO_MANY_TYPES', token, `The SDL defines more than ${MOST_TYPES} types.`);
    if (TEXTS.has(token.kind) && token.value.length > LONGEST_TEXT) {
      report('TEXT_TOO_LONG', token, `A text has ${token.value.length} characters; at most ${LONGEST_TEXT} are taken.`);
    }
  }
  return found;
}

/** The tokens up to the first that is none: where that is, the next check says. */
function* tokensOf(sdl: string): Generator<Token> {
  const lexer = new Lexer(new Source(sdl));
  for (;;) {
    const token = nextToken(lexer);
    if (token === undefined || token.kind === TokenKind.EOF) return;
    yield token;
  }
}

function nextToken(lexer: Lexer): Token | undefined {
  try {
    return lexer.advance();
  } catch {
    return undefined;
  }
}
