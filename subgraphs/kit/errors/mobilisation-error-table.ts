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
  MOBILISATION_PROGRAMME_UNKNOWN: badInput(
    'There is no such programme, or it is not for this caller: nobody can tell which.',
    '0.4.0',
  ),
  MOBILISATION_PROGRAMME_REJECTED: badInput(
    'Lines of a programme cannot be announced; each is named with what is wrong. Nothing is announced until all lines can be.',
    '0.4.0',
  ),
  MOBILISATION_PROGRAMME_REFUSED: badInput(
    'The hub takes no programme as it is given: its title was announced already, or the SIREN is none of the caller. The message says which.',
    '0.4.0',
  ),
  PROGRAMME_UNREADABLE: badInput(
    'The file of a programme cannot be read: it is not there, no CSV, or has no line behind its head.',
    '0.4.0',
  ),
  REPORT_BUYER_UNKNOWN: badInput(
    'There is no national buyer of this SIREN, or it is not for this caller: nobody can tell which. Check the SIREN and the role.',
    '0.4.0',
  ),
  REMINDER_UNKNOWN: badInput(
    'The caller has no such webhook. Webhooks belong to the person or API key that registered them.',
    '0.4.0',
  ),
  NETWORK_ITEM_UNKNOWN: badInput('There is no training or shared resource of this identifier.', '0.4.0'),
  NETWORK_ITEM_CONFLICT: badInput(
    'The training or resource was changed since it was read, was cancelled or has begun. The message says which.',
    '0.4.0',
  ),
  TRAINING_FULL: badInput(
    'The training has fewer seats left than asked for. Ask for `seatsLeft` at most, or for another training.',
    '0.4.0',
  ),
  SIZING_INPUT_INVALID: badInput(
    'What is to be sized cannot be: an amount, CPV code, lot or parameter is out of its range. The message says which.',
    '0.4.0',
  ),
} as const;
