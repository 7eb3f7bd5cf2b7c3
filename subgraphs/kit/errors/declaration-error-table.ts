import { badInput } from './error-definition';

/** Why a desk may not declare a month: members of unions of the region's own API. */
export const DECLARATION_ERRORS = {
  DECLARATION_MONTH_NOT_OVER: badInput(
    'The month that a desk declares as complete is not over. Declare it from the first day of the next month on.',
    '0.4.0',
  ),
  DECLARATION_DESK_UNKNOWN: badInput(
    'There is no such desk in the books of the region. Check its identifier or reference.',
    '0.4.0',
  ),
  DECLARATION_DESK_CLOSED: badInput(
    'The desk was not open on any day of the month: nothing is expected of it. Check the month, or the dates of the desk.',
    '0.4.0',
  ),
  DECLARATION_HOURS_WAITING: badInput(
    'Hours of the month are entered and not validated, and figures count validated hours only. Validate or remove them, then declare.',
    '0.4.0',
  ),
} as const;
