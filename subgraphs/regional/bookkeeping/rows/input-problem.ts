import type { ErrorCode } from '../../../kit/errors';

/** One thing that is wrong with an input, or may be. */
export interface InputProblem {
  /** Stable code of the error table. */
  readonly code: ErrorCode;
  /** Field of the input: "siret", "months.1.hours". */
  readonly path: string;
  /** In French: what is wrong, and what to do. */
  readonly message: string;
  /** What was perhaps meant. */
  readonly suggestion: string | null;
}

/** A problem of a field. */
export function problem(
  code: ErrorCode,
  path: string,
  message: string,
  suggestion: string | null = null,
): InputProblem {
  return { code, path, message, suggestion };
}

/** Nothing was written. */
export interface InvalidInput {
  readonly __typename: 'InvalidInput';
  readonly message: string;
  readonly problems: readonly InputProblem[];
}

/** The refusal of an input with these problems. */
export function invalidInput(problems: readonly InputProblem[]): InvalidInput {
  const count = problems.length === 1 ? 'Une erreur' : `${problems.length} erreurs`;
  return { __typename: 'InvalidInput', message: `${count} dans la saisie : rien n'a été écrit.`, problems };
}
