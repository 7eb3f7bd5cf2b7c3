import { ANSWER_ERRORS } from './answer-error-table';
import { BACKUP_ERRORS } from './backup-error-table';
import { BOOK_ERRORS } from './book-error-table';
import { DECLARATION_ERRORS } from './declaration-error-table';
import { DIRECTORY_ERRORS } from './directory-error-table';
import { DISCLOSURE_ERRORS } from './disclosure-error-table';
import { badInput, type ErrorDefinition, fault } from './error-definition';
import { MOBILISATION_ERRORS } from './mobilisation-error-table';
import { OPERATION_ERRORS } from './operation-error-table';
import { PRIVACY_ERRORS } from './privacy-error-table';
import { REGISTRY_ERRORS } from './registry-error-table';

/** Every error code of the hub, its regions' reference implementation and its CLI. Printed as docs/ERRORS.md. */
export const ERRORS = {
  // What a caller wrote
  REGION_UNKNOWN: badInput(
    'The region code is not one of the 18 regions of the law. Use an INSEE code with its leading zero, such as "53" or "01".',
  ),
  PERIOD_MALFORMED: badInput('A month is not written YYYY-MM, or lies outside 1990-01 to 2099-12.'),
  PERIOD_OUT_OF_ORDER: badInput('The period ends before it begins. Exchange `from` and `to`.'),
  PERIOD_TOO_LONG: badInput(
    'The period covers more months than one question may ask for. Ask for several shorter periods with `consolidations`.',
  ),
  TOO_MANY_PERIODS: badInput('`consolidations` was given no period or more than it takes at once. Split the question.'),
  FILTER_VALUE_UNKNOWN: badInput('A filter names a code that is not in its code list. `codeLists` gives the lists.'),
  FILTER_EMPTY: badInput(
    'A filter holds an empty list, which could mean nothing or everything. Leave the list out to ask for all.',
  ),
  FILTER_TOO_LARGE: badInput('A filter holds more values than one question may carry. Split the question.'),
  DIMENSION_REPEATED: badInput('`by` names the same dimension twice. Name it once.'),
  TOO_MANY_DIMENSIONS: badInput('`by` names more dimensions than one breakdown may cross. Ask for fewer.'),
  TOO_MANY_CELLS: badInput(
    'The breakdown would exceed the number of cells of one answer. Shorten the period, filter, or name fewer dimensions.',
  ),
  COMMUNE_MALFORMED: badInput(
    'The commune is not an INSEE code: five digits, or 2A/2B and three digits in Corsica. A postal code is not an INSEE code.',
  ),
  COMMUNE_UNKNOWN: badInput(
    'No commune of the 18 regions has this INSEE code in the official geographic code of the year.',
  ),
  SIREN_MALFORMED: badInput('The identifier is not a SIREN: nine digits with a valid Luhn key.'),
  PAGE_SIZE_OUT_OF_RANGE: badInput(
    '`first` is under 1 or over the largest page. Ask for a page within the limit and follow `endCursor`.',
  ),
  CURSOR_MALFORMED: badInput(
    'The cursor was not issued by this hub, or was cut. Use `endCursor` of the previous page as it is.',
  ),
  CURSOR_OF_ANOTHER_QUERY: badInput(
    'The cursor belongs to a page with another filter. Start again without `after`, or keep the filter.',
  ),
  FACTOR_OUT_OF_RANGE: badInput(
    '`hoursPerYear` is not a plausible yearly working time. The usual factors are 1600, 1607 and 1820.',
  ),
  ALIAS_RESERVED: badInput(
    'An alias takes the name of a key, a required or a hidden field of its type, which the gateway reads itself. Choose another alias.',
  ),
  VARIABLE_RESERVED: badInput(
    'A variable takes a name that JavaScript objects give a meaning of its own, and would be lost. Choose another name.',
  ),
  BODY_MALFORMED: badInput(
    'The request body is not what the content type says: not JSON, cut short, or in an unknown charset or encoding.',
  ),
  CONTENT_TYPE_UNSUPPORTED: {
    status: 415,
    description: 'The request body is not application/json. Send GraphQL as JSON.',
    since: '0.1.0',
    reportable: false,
  },
  // Who asks
  UNAUTHENTICATED: {
    status: 401,
    description: 'The request asks for something that needs a signed-in caller. Send a token or an API key.',
    since: '0.2.0',
    reportable: false,
  },
  TOKEN_REFUSED: {
    status: 401,
    description:
      'The token or API key is malformed, expired, revoked, not meant for the hub, or not signed by its identity provider. Sign in again.',
    since: '0.2.0',
    reportable: false,
  },
  IDENTITY_UNAVAILABLE: fault(
    503,
    'Whether the token or API key is valid cannot be checked now: the keys of the identity provider, or the national level, are not to be had. Ask again in a minute.',
    '0.2.0',
  ),
  FORBIDDEN: {
    status: 403,
    description: 'The role of the caller does not allow what is asked. The message names the field and what it needs.',
    since: '0.2.0',
    reportable: false,
  },
  HUB_TOKEN_REFUSED: {
    status: 401,
    description: 'A subgraph was asked without a valid token of the gateway. Ask through the gateway of the hub.',
    since: '0.2.0',
    reportable: false,
  },
  HUB_SIGNATURE_REFUSED: {
    status: 401,
    description:
      'A region that takes only questions which the gateway signed with their body was asked one that is not: unsigned, altered on the way, too old, or for another address. Put `signsBodies` into its entry of the network file, and see to it that a proxy leaves host, path and body as they are.',
    since: '0.2.0',
    reportable: false,
  },
  // What a client may not send
  METHOD_NOT_ALLOWED: {
    status: 405,
    description: 'The HTTP method is not GET or POST, or a GET carries a mutation. Send GraphQL by POST.',
    since: '0.2.0',
    reportable: false,
  },
  CSRF_REFUSED: badInput(
    'A GET carries none of the headers that keep pages of other sites from sending it. Send `maillage-client`, or use POST.',
    '0.2.0',
  ),
  REQUEST_MALFORMED: badInput('The request is not a GraphQL request: `query`, `variables`, `operationName`.', '0.2.0'),
  BATCHING_REFUSED: badInput('The body is a list of requests. Send one request at a time.', '0.2.0'),
  GRAPHQL_PARSE_FAILED: badInput('The document is not GraphQL; the message says where it stops being it.', '0.2.0'),
  OPERATION_NAME_REQUIRED: badInput(
    'The document holds several operations, or none of the name given. Set `operationName` to one of them.',
    '0.2.0',
  ),
  OPERATION_NOT_SUPPORTED: badInput('The gateway executes queries and mutations, no subscriptions.', '0.2.0'),
  OPERATION_NOT_REGISTERED: badInput(
    'Anonymous callers may send registered documents only, by their text or by `documentId`. Sign in, or have it registered.',
    '0.2.0',
  ),
  INTROSPECTION_REFUSED: badInput('This caller may not read the schema by introspection.', '0.2.0'),
  TEXT_INVALID: badInput('A text holds a NUL character or half of a surrogate pair. Remove it.', '0.2.0'),
  NUMBER_INVALID: badInput('A number is too large to be one, such as 1e400. Write a finite number.', '0.2.0'),
  VARIABLES_TOO_LARGE: badInput(
    'The variables hold too many values, or nest them too deep. Split the question.',
    '0.2.0',
  ),
  TOO_MANY_TOKENS: badInput('The document is too long. Split it into several requests.', '0.2.0'),
  QUERY_TOO_DEEP: badInput('The document nests fields too deep. Ask for less in one request.', '0.2.0'),
  TOO_MANY_SELECTIONS: badInput(
    'The document selects too many fields once its fragments are written out. Ask for less in one request.',
    '0.2.0',
  ),
  FRAGMENT_CYCLE: badInput('A fragment uses itself, directly or through others. Break the circle.', '0.2.0'),
  TOO_MANY_ROOT_FIELDS: badInput('The document asks for too many fields at the root. Split it.', '0.2.0'),
  TOO_MANY_ALIASES: badInput(
    'The document uses too many aliases. Use the fields that take lists, or split it.',
    '0.2.0',
  ),
  TOO_MANY_REPEATED_FIELDS: badInput('The document repeats the same fields too often. Write each once.', '0.2.0'),
  TOO_MANY_DIRECTIVES: badInput('The document holds too many directives. Split it.', '0.2.0'),
  DIRECTIVE_REPEATED: badInput('A directive stands twice at the same place. Write it once.', '0.2.0'),
  QUERY_TOO_COSTLY: badInput(
    'The answer is estimated to be too large. Ask for smaller pages, fewer lists, or split the question.',
    '0.2.0',
  ),
  RATE_LIMITED: {
    status: 429,
    description: 'The client sends too many requests. Wait for the seconds of the header `retry-after`.',
    since: '0.2.0',
    reportable: false,
  },
  ...ANSWER_ERRORS,
  // What a subgraph refuses
  SCOPE_INVALID: badInput('A subgraph received a scope that it cannot decode or that the hub would not have written.'),
  BODY_TOO_LARGE: {
    status: 413,
    description: 'The request body exceeds the limit of the service.',
    since: '0.1.0',
    reportable: false,
  },
  ADDRESS_REFUSED: fault(
    502,
    'The address of a region leads into a network that no region may be in, such as one of the hub itself. Nothing was sent; correct its DNS entry, or publish another address.',
    '0.2.0',
  ),
  ...BOOK_ERRORS,
  ...OPERATION_ERRORS,
  ...REGISTRY_ERRORS,
  ...MOBILISATION_ERRORS,
  ...DECLARATION_ERRORS,
  ...DISCLOSURE_ERRORS,
  ...PRIVACY_ERRORS,
  ...BACKUP_ERRORS,
  ...DIRECTORY_ERRORS,
  INTERNAL_SERVER_ERROR: fault(
    500,
    'Something unexpected failed. The message gives a request identifier to quote to the operator; details are in the log.',
  ),
} as const satisfies Record<string, ErrorDefinition>;

/** A code of the table. */
export type ErrorCode = keyof typeof ERRORS;

/** Codes that no longer occur, kept so that any code ever seen can be found. */
export const REMOVED_CODES: readonly string[] = [];
