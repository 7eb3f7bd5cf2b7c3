import { HubError } from '../../../kit/errors';
import { type InputProblem, problem } from './input-problem';

/** What PostgreSQL says of a statement that it refuses. */
interface DatabaseError {
  readonly code?: unknown;
  readonly constraint?: unknown;
}

const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
const CHECK = '23514';
const NO_PRIVILEGE = '42501';

/**
 * What a refusal of the database means for the input, for rules that only it can keep when several write at once. Throws
 * FORBIDDEN for what the role of the caller may not write, and anything that is not a refusal as it is.
 */
export function problemOfRefusal(error: unknown): InputProblem {
  const { code, constraint } = error as DatabaseError;
  const name = typeof constraint === 'string' ? constraint : '';
  switch (code) {
    case UNIQUE:
      return problem('ALREADY_THERE', pathOf(name), `Il y a déjà une ligne avec cette valeur (${name}).`);
    case CHECK:
      return problem('RULE_BROKEN', pathOf(name), `La valeur enfreint une règle des livres (${name}).`);
    case NO_PRIVILEGE:
      throw new HubError('FORBIDDEN', 'Your role may not write this row of the books.', {}, { cause: error });
    default:
      throw error;
  }
}

/** Whether the row could not be deleted because others refer to it. */
export function isInUse(error: unknown): boolean {
  return (error as DatabaseError).code === FOREIGN_KEY;
}

/** "uq_buyer_siren" is about the field siren. */
function pathOf(constraint: string): string {
  return constraint.split('_').at(-1) ?? '';
}
