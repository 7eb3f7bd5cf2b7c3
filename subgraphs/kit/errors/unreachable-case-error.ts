/** Closes a switch over a union: does not compile while a case is missing, throws if one slips through. */
export class UnreachableCaseError extends Error {
  constructor(value: never) {
    super(`Unreachable case: ${String(value)}`);
    this.name = 'UnreachableCaseError';
  }
}
