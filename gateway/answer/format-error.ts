import type { GraphQLFormattedError } from 'graphql';
import { asHubError } from '../../subgraphs/kit/errors';

/** Codes of Apollo Server for faults in the client's own request; their messages quote only that request. */
const CLIENT_FAULTS: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Text of an error that nobody foresaw, until the plugin that finishes answers adds the request's identifier. */
const MASKED_MESSAGE = 'Something unexpected failed.';

/**
 * The one funnel through which every error passes on its way to a client. Errors made on purpose and faults
 * of the client's request pass; anything else is masked. Extensions are rebuilt, so that nothing the
 * executor attaches (names of services, stack traces) gets out. Never throws.
 */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const hubError = asHubError(thrown);
  if (hubError !== undefined) {
    return { message: hubError.message, locations, path, extensions: { ...hubError.extensions } };
  }
  const code = formatted.extensions?.['code'];
  if (CLIENT_FAULTS.has(code)) return { message: formatted.message, locations, path, extensions: { code } };
  return { message: MASKED_MESSAGE, path, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** Whether the funnel masks it: then its details belong in the log. */
export function isUnforeseen(thrown: unknown): boolean {
  if (asHubError(thrown) !== undefined) return false;
  const isCoded = typeof thrown === 'object' && thrown !== null && 'extensions' in thrown;
  const extensions = isCoded ? (thrown.extensions as Readonly<Record<string, unknown>> | undefined) : undefined;
  return !CLIENT_FAULTS.has(extensions?.['code']);
}
