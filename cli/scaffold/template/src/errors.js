import { GraphQLError } from 'graphql';

/** An error that the caller is told, with a code of the hub's docs/ERRORS.md. Everything else is masked. */
export function refusal(code, message) {
  return new GraphQLError(message, { extensions: { code } });
}

/** Codes of Apollo Server about the request itself: their messages say nothing of this region. */
const ABOUT_THE_REQUEST = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);
const OURS = new Set(['FORBIDDEN', 'SCOPE_INVALID', 'TOO_MANY_CELLS']);

/** What leaves of an error: its code when it is one of ours or about the request, and never the text of a fault. */
export function formatError(formatted, thrown) {
  const code = formatted.extensions?.code;
  const place = { locations: formatted.locations, path: formatted.path };
  if (OURS.has(code) || ABOUT_THE_REQUEST.has(code)) {
    return { message: formatted.message, ...place, extensions: { code } };
  }
  console.error(thrown);
  return {
    message: 'Something unexpected failed in this region.',
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
