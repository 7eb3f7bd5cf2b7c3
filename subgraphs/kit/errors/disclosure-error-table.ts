import { badInput, type ErrorDefinition, fault } from './error-definition';

/** Codes of the library that protects published tables. */
export const DISCLOSURE_ERRORS = {
  DISCLOSURE_INPUT_INVALID: badInput(
    'Tables cannot be protected as they are given: an unknown code or level, a negative or fractional count, somebody in a place where nobody can be. The message says which.',
    '0.4.0',
  ),
  DISCLOSURE_TOO_LARGE: badInput(
    'The tables have more cells than are protected at once. Publish fewer dimensions, or coarser codes.',
    '0.4.0',
  ),
  DISCLOSURE_NOT_CERTIFIED: fault(
    500,
    'The protection of published tables could not be certified, so nothing of them is given out. Tell the developers, with the shape of the tables.',
    '0.4.0',
  ),
} as const satisfies Record<string, ErrorDefinition>;
