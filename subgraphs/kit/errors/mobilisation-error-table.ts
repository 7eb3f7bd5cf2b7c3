import { badInput } from './error-definition';

/** Codes of mobilisation requests and of network life: members of unions mostly, so that they are answers, not errors. */
export const MOBILISATION_ERRORS = {
  MOBILISATION_REQUEST_UNKNOWN: badInput(
    'There is no such mobilisation request, or it is not for this caller: nobody can tell which. Check the identifier and the role.',
    '0.4.0',
  ),
  MOBILISATION_CONFLICT: badInput(
    'Somebody else changed the mobilisation request since it was read. Look at `current` and decide again with its version.',
    '0.4.0',
  ),
  MOBILISATION_STEP_REFUSED: badInput(
    'The step does not follow from the state of the mobilisation request, or is for another party. The message names the states that are open.',
    '0.4.0',
  ),
  SIZING_INPUT_INVALID: badInput(
    'What is to be sized cannot be: an amount, CPV code, lot or parameter is out of its range. The message says which.',
    '0.4.0',
  ),
} as const;
