import { badInput, fault } from './error-definition';

/** Codes of what protects the persons in the books of a region. */
export const PRIVACY_ERRORS = {
  BOOKS_KEY_MISSING: badInput(
    'Sensitive criteria are sealed, and this process has no key of the region. Set BOOKS_KEY_FILE or BOOKS_KEY.',
    '0.4.0',
  ),
  BOOKS_KEY_UNKNOWN: fault(
    500,
    'A criterion is sealed by a key that the key file does not hold. Put that key back into the file, after the one in use.',
    '0.4.0',
  ),
  BOOKS_SEAL_BROKEN: fault(
    500,
    'A sealed criterion was altered or copied to another person: it does not open. Look at who wrote to the database beside the API.',
    '0.4.0',
  ),
} as const;
