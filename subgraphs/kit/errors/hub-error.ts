import { GraphQLError } from 'graphql';
import { ERRORS, type ErrorCode } from './error-table';

/** Facts that go with an error, safe to show to the caller: where it is and what was found. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/**
 * The one error class thrown on purpose. Its message says what, where and what to do next, and is
 * shown to the caller as it is, so it never carries anything internal or personal.
 */
export class HubError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options: { cause?: unknown } = {}) {
    super(message, {
      extensions: { code, ...details },
      originalError: options.cause instanceof Error ? options.cause : undefined,
    });
    this.name = 'HubError';
    this.code = code;
  }

  /** Whether an operator should be told. */
  get isReportable(): boolean {
    return ERRORS[this.code].reportable;
  }

  /** HTTP status that the error stands for. */
  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** Finds the HubError at the root of anything thrown, also through the wrapping that graphql-js adds. */
export function asHubError(thrown: unknown): HubError | undefined {
  let current: unknown = thrown;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if (current instanceof HubError) return current;
    current = current instanceof GraphQLError ? current.originalError : current.cause;
  }
  return undefined;
}
