/** One row of the table of errors. Codes are permanent: a removed one moves to REMOVED_CODES. */
export interface ErrorDefinition {
  /** HTTP status that the error stands for; GraphQL answers carry it only when the whole request fails. */
  readonly status: number;
  /** What happened and what to do, for docs/ERRORS.md. */
  readonly description: string;
  /** Version of the hub that introduced the code. */
  readonly since: string;
  /** Whether an operator should be told: true for faults of the hub or of a region, false for bad input. */
  readonly reportable: boolean;
}

/** The row of an error that the caller can mend. */
export const badInput = (description: string, since = '0.1.0'): ErrorDefinition => ({
  status: 400,
  description,
  since,
  reportable: false,
});
/** The row of a fault of the hub or of a region. */
export const fault = (status: number, description: string, since = '0.1.0'): ErrorDefinition => ({
  status,
  description,
  since,
  reportable: true,
});
