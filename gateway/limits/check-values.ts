import { HubError } from '../../subgraphs/kit/errors';
import type { DocumentLimits } from './limits-config';
import { textInvalid } from './scan-text';

type Limits = Pick<DocumentLimits, 'variableDepth' | 'variableValues'>;

/** A NUL character, which PostgreSQL takes in no text, or half of a surrogate pair. */
const NO_TEXT = /\0|\p{Surrogate}/u;

/**
 * Looks at every value that a client sent beside the document, without recursion. Throws VARIABLES_TOO_LARGE,
 * TEXT_INVALID and NUMBER_INVALID: what gets past reaches resolvers, and may reach SQL.
 */
export function checkValues(root: unknown, where: string, limits: Limits): void {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  let seen = 0;
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { value, depth } = entry;
    seen += 1;
    if (seen > limits.variableValues || depth > limits.variableDepth) throw tooLarge(where, limits);
    if (typeof value === 'string' && NO_TEXT.test(value)) throw textInvalid(where);
    if (typeof value === 'number') checkNumber(value, where);
    if (typeof value !== 'object' || value === null) continue;
    const below = Object.values(value);
    // Before the elements are put on the stack: a list of a million would fill it first.
    if (seen + below.length > limits.variableValues) throw tooLarge(where, limits);
    for (const [index, key] of Object.keys(value).entries()) {
      if (NO_TEXT.test(key)) throw textInvalid(where);
      open.push({ value: below[index], depth: depth + 1 });
    }
  }
}

/** Throws NUMBER_INVALID for what JSON or GraphQL writes as a number and no computer holds, such as 1e400. */
export function checkNumber(value: number, where: string): void {
  if (Number.isFinite(value)) return;
  throw new HubError('NUMBER_INVALID', `${where} holds a number too large to be one. Write a finite number.`);
}

/** Throws TEXT_INVALID for a text that holds NUL or half of a surrogate pair. */
export function checkText(value: string, where: string): void {
  if (NO_TEXT.test(value)) throw textInvalid(where);
}

function tooLarge(where: string, { variableDepth, variableValues }: Limits): HubError {
  return new HubError(
    'VARIABLES_TOO_LARGE',
    `${where} holds more than ${variableValues} values, or nests them more than ${variableDepth} levels deep. Split the question.`,
    { values: variableValues, depth: variableDepth },
  );
}
