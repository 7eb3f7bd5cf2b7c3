import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { asHubError } from '../errors';
import type { Logger } from '../log';
import { currentNames } from './request-id';

/** Errors of Apollo Server about the request itself: their messages say nothing internal. */
const ABOUT_THE_REQUEST: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_USER_INPUT,
  ApolloServerErrorCode.BAD_REQUEST,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
]);

/**
 * The one place where a service decides what a caller learns of an error. A HubError passes with its code
 * and details; so do Apollo's errors about the request. Anything else becomes INTERNAL_SERVER_ERROR with
 * the request's identifier, and is written to the log whole.
 */
export function createErrorFormatter(
  service: string,
  logger: Pick<Logger, 'error'>,
): (formatted: GraphQLFormattedError, thrown: unknown) => GraphQLFormattedError {
  return (formatted, thrown) => {
    const place = { locations: formatted.locations, path: formatted.path };
    const expected = asHubError(thrown);
    if (expected !== undefined) {
      if (expected.isReportable) logger.error({ err: expected, ...currentNames() }, expected.message);
      return { message: expected.message, ...place, extensions: expected.extensions };
    }
    const code = formatted.extensions?.['code'];
    if (ABOUT_THE_REQUEST.has(code) && rootOf(thrown) instanceof GraphQLError) {
      return { message: formatted.message, ...place, extensions: { code } };
    }
    const names = currentNames();
    const { requestId } = names;
    logger.error({ err: rootOf(thrown), path: formatted.path, ...names }, 'Unexpected error');
    return {
      message: `Something unexpected failed in "${service}". Quote the request identifier ${requestId} to its operator.`,
      ...place,
      extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR, requestId },
    };
  };
}

/** The error that was thrown first, below graphql-js's and Apollo's wrapping. */
function rootOf(thrown: unknown): unknown {
  let root = thrown;
  while (root instanceof GraphQLError && root.originalError !== undefined) root = root.originalError;
  return root;
}
