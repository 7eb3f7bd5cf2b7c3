import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { HubError } from '../../subgraphs/kit/errors';
import type { DocumentLimits } from './limits-config';

/** Nested brackets of a text: fields, and the lists and objects of their arguments. */
const MOST_NESTED_BRACKETS = 64;

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Reads a document's tokens without parsing it, and stops at the first one too many. It comes before the
 * parser because that one recurses: deep brackets would exhaust its stack. Throws TOO_MANY_TOKENS,
 * QUERY_TOO_DEEP, TEXT_INVALID and GRAPHQL_PARSE_FAILED.
 */
export function scanText(text: string, limits: Pick<DocumentLimits, 'tokens'>): void {
  // In the u mode the class holds lone surrogates only: a pair is one character.
  if (/\p{Surrogate}/u.test(text)) throw textInvalid('The document');
  const lexer = new Lexer(new Source(text));
  let nested = 0;
  let tokens = 0;
  for (let kind: TokenKind = TokenKind.SOF; kind !== TokenKind.EOF;) {
    kind = nextKind(lexer);
    tokens += 1;
    if (tokens > limits.tokens) {
      throw new HubError(
        'TOO_MANY_TOKENS',
        `The document holds more than ${limits.tokens} tokens. Split it into several requests.`,
        { limit: limits.tokens },
      );
    }
    if (OPENING.has(kind)) nested += 1;
    if (CLOSING.has(kind)) nested -= 1;
    if (nested > MOST_NESTED_BRACKETS) {
      throw new HubError(
        'QUERY_TOO_DEEP',
        `The document nests more than ${MOST_NESTED_BRACKETS} brackets. Ask for less in one request.`,
        { limit: MOST_NESTED_BRACKETS },
      );
    }
  }
}

/** The error for text that is no Unicode text. */
export function textInvalid(where: string): HubError {
  return new HubError(
    'TEXT_INVALID',
    `${where} holds a NUL character or half of a surrogate pair, which no text of the hub may hold. Remove it.`,
  );
}

/** The error for a document that does not parse. Its text quotes nothing but the place and the character. */
export function parseFailure(error: unknown): HubError {
  if (!(error instanceof GraphQLError)) throw error;
  const { line, column } = error.locations?.[0] ?? { line: 0, column: 0 };
  return new HubError('GRAPHQL_PARSE_FAILED', error.message, { line, column });
}

function nextKind(lexer: Lexer): TokenKind {
  try {
    return lexer.advance().kind;
  } catch (error) {
    throw parseFailure(error);
  }
}
