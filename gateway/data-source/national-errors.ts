import type { GraphQLError } from 'graphql';
import { ERRORS, type ErrorDetails, HubError } from '../../subgraphs/kit/errors';
import type { ReceivedError } from './check-answer';
import { isErrorCode, withPath } from './region-errors';

/** What Apollo Server adds to the errors of any subgraph, of no use to a client of the hub. */
const INTERNAL_DETAILS = new Set(['code', 'stacktrace', 'serviceName', 'http', 'exception']);

/** The error a client sees when the national level, or the registry, gave nothing. */
export function centralFailure(subgraph: 'national' | 'registry'): HubError {
  const code = subgraph === 'national' ? 'NATIONAL_UNAVAILABLE' : 'REGISTRY_UNAVAILABLE';
  return new HubError(code, ERRORS[code].description);
}

/**
 * Rewrites an error of the national subgraph. Its HubErrors are the hub's own and pass with their text;
 * anything else is masked.
 */
export function nationalFieldError(received: ReceivedError, requestId: string): GraphQLError {
  const { code } = received.extensions;
  if (!isErrorCode(code) || code === 'INTERNAL_SERVER_ERROR') {
    return withPath(maskedError(requestId), received.path);
  }
  return withPath(new HubError(code, received.message, detailsOf(received)), received.path);
}

/** What a client sees of a fault that nobody foresaw: an identifier to quote, and nothing else. */
export function maskedError(requestId: string): HubError {
  return new HubError(
    'INTERNAL_SERVER_ERROR',
    `Something unexpected failed. Quote the request ${requestId} to the operator of the hub.`,
    { requestId },
  );
}

function detailsOf({ extensions }: ReceivedError): ErrorDetails {
  const details: Record<string, string | number | boolean | readonly string[] | null> = {};
  for (const [name, value] of Object.entries(extensions)) {
    if (!INTERNAL_DETAILS.has(name) && isDetail(value)) details[name] = value;
  }
  return details;
}

function isDetail(value: unknown): value is string | number | boolean | readonly string[] | null {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
