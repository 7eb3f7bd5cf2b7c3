import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** A request as it goes over the wire. */
export interface RawRequest {
  readonly method: string;
  /** What follows the path, `?` included. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | undefined;
}

/** A request that no gateway should carry out, and how the hub refuses it. */
export interface HostileRequest {
  /** What it tries, as the name of a test says it. */
  readonly name: string;
  /** Kind of attack: a row of the threat model. */
  readonly row: HostileRow;
  readonly status: number;
  readonly code: string;
  /** The request; `salt` makes its text differ from the last one's. */
  readonly make: (salt: number) => RawRequest;
}

/** Rows of the threat model between clients and gateway. */
export type HostileRow =
  'volume' | 'expansion' | 'depth' | 'size' | 'form' | 'method' | 'values' | 'names of JavaScript objects';

const JSON_TYPE = { 'content-type': 'application/json' };
const PERIOD = '(period: {from: "2024-01", to: "2024-12"})';

/** A question that any gateway answers. */
export const HONEST_QUERY = `{ consolidation${PERIOD} { total { hoursDone } } }`;
/** What an anonymous caller may ask. */
export const OPEN_QUERY = '{ regions { code } }';

const many = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');

/** A POST of that text. */
export const postText = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): RawRequest => ({
  method: 'POST',
  search: '',
  headers: { ...JSON_TYPE, ...headers },
  body,
});

/** A POST of that value as JSON. */
export const postJson = (body: unknown, headers: Readonly<Record<string, string>> = {}): RawRequest =>
  postText(JSON.stringify(body), headers);

/** A GET of these parameters, with a header that no foreign page can send unless others are given. */
export const getOf = (
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { 'maillage-client': 'test' },
): RawRequest => ({ method: 'GET', search: `?${new URLSearchParams(parameters)}`, headers, body: undefined });

type Made = (row: HostileRow, code: string, name: string, make: (salt: number) => RawRequest) => HostileRequest;

const refused =
  (status: number): Made =>
  (row, code, name, make) => ({ row, status, code, name, make });
const bad = refused(400);

const document = (row: HostileRow, code: string, name: string, query: string): HostileRequest =>
  bad(row, code, name, (salt) => postJson({ query: `# ${salt}\n${query}` }));

/** Fragments that each use the next one twice: 2^levels selections in a few lines. */
function fragmentBomb(levels: number): string {
  const fragment = (level: number) =>
    `fragment F${level} on Query { ${level === levels ? 'regions { code }' : `...F${level + 1} ...F${level + 1}`} }`;
  return `{ ...F0 } ${many(levels + 1, fragment)}`;
}

const nested = (levels: number) => `${'a { '.repeat(levels)}b${' }'.repeat(levels)}`;

const VOLUME: readonly HostileRequest[] = [
  document('volume', 'TOO_MANY_ALIASES', '100 aliases', `{ regions { ${many(100, (index) => `a${index}: name`)} } }`),
  document(
    'volume',
    'TOO_MANY_ALIASES',
    'aliases spread over fragments',
    `{ regions { ${many(10, (index) => `network { ...A } x${index}: name`)} } } fragment A on RegionalNetwork { ${many(10, (index) => `b${index}: coordinationName`)} }`,
  ),
  document('volume', 'TOO_MANY_REPEATED_FIELDS', 'one field 200 times', `{ regions { ${'name '.repeat(200)} } }`),
  document(
    'volume',
    'TOO_MANY_REPEATED_FIELDS',
    'one field through 200 fragments',
    `{ regions { ${many(200, (index) => `...F${index}`)} } } ${many(200, (index) => `fragment F${index} on Region { name }`)}`,
  ),
  document(
    'volume',
    'TOO_MANY_ROOT_FIELDS',
    '50 fields at the root',
    `{ ${many(50, (index) => `a${index}: regions { code }`)} }`,
  ),
  document(
    'volume',
    'TOO_MANY_ROOT_FIELDS',
    '50 times __typename at the root, each under another name',
    `{ ${many(50, (index) => `a${index}: __typename`)} }`,
  ),
  document(
    'volume',
    'TOO_MANY_ROOT_FIELDS',
    '50 times __typename at the root, under one name',
    `{ ${'__typename '.repeat(50)} }`,
  ),
  document(
    'volume',
    'TOO_MANY_REPEATED_FIELDS',
    '500 times __typename below the root',
    `{ regions { ${'__typename '.repeat(500)} } }`,
  ),
  document(
    'volume',
    'QUERY_TOO_COSTLY',
    'an answer of the desks and territories of every region behind every contract of a page',
    '{ contracts(first: 100) { edges { node { region { network { desks { territories { name } facilitators { name } } } } } } } }',
  ),
];

const EXPANSION: readonly HostileRequest[] = [
  document('expansion', 'TOO_MANY_SELECTIONS', 'a fragment bomb of 22 levels', fragmentBomb(22)),
  document('expansion', 'TOO_MANY_SELECTIONS', 'a fragment bomb of 100 levels', fragmentBomb(100)),
  document(
    'expansion',
    'TOO_MANY_SELECTIONS',
    'a fragment bomb that no operation uses',
    fragmentBomb(22).replace('{ ...F0 }', '{ regions { code } }'),
  ),
  document(
    'expansion',
    'TOO_MANY_SELECTIONS',
    'a fragment bomb inside a field',
    `{ regions { ...F0 } } ${fragmentBomb(22).replaceAll('on Query', 'on Region').replace('{ ...F0 }', '').replace('regions { code }', 'code')}`,
  ),
];

const CIRCLE = '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }';

const DEPTH: readonly HostileRequest[] = [
  document('depth', 'QUERY_TOO_DEEP', 'fields nested 20 deep', `{ ${nested(20)} }`),
  document(
    'depth',
    'QUERY_TOO_DEEP',
    'fields nested 20 deep through a fragment',
    `{ ${'a { '.repeat(10)}...A${' }'.repeat(10)} } fragment A on Query { ${nested(10)} }`,
  ),
  document('depth', 'QUERY_TOO_DEEP', '1,500 open braces', `{ ${'a{'.repeat(1_500)}`),
  document('depth', 'QUERY_TOO_DEEP', '1,500 open brackets in an argument', `{ regions(codes: ${'['.repeat(1_500)}`),
  document(
    'depth',
    'FRAGMENT_CYCLE',
    'fragments in a circle',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  ),
  document(
    'depth',
    'FRAGMENT_CYCLE',
    'a fragment that uses itself and is not used',
    '{ regions { code } } fragment A on Region { ...A }',
  ),
  document(
    'depth',
    'QUERY_TOO_DEEP',
    'introspection that turns in circles ten times',
    `{ __schema { types { ${'fields { type { '.repeat(10)}name${' } }'.repeat(10)} } } }`,
  ),
  document('depth', 'GRAPHQL_VALIDATION_FAILED', 'introspection that turns in circles three times', CIRCLE),
];

const COMPRESSED = JSON.stringify({ query: HONEST_QUERY, variables: { x: 'x'.repeat(20_000_000) } });
const BOMBS = { gzip: gzipSync(COMPRESSED), br: brotliCompressSync(COMPRESSED) };
const TWO_MEGABYTES = JSON.stringify({ query: HONEST_QUERY, variables: { x: 'x'.repeat(2_000_000) } });
const tooLarge = refused(413);

const SIZE: readonly HostileRequest[] = [
  document('size', 'DIRECTIVE_REPEATED', 'one unknown directive ten times', `{ regions ${'@x '.repeat(10)} { code } }`),
  document(
    'size',
    'DIRECTIVE_REPEATED',
    'a known directive twice at one place',
    '{ regions @include(if: true) @include(if: true) { code } }',
  ),
  document(
    'size',
    'TOO_MANY_DIRECTIVES',
    'ten unknown directives at each of ten fields',
    `{ regions { ${many(10, (field) => `a${field}: name ${many(10, (index) => `@d${field}x${index}`)}`)} } }`,
  ),
  document(
    'size',
    'GRAPHQL_VALIDATION_FAILED',
    'ten different unknown directives at one field',
    `{ regions ${many(10, (index) => `@d${index}`)} { code } }`,
  ),
  document('size', 'TOO_MANY_TOKENS', '15,000 tokens', `{ regions(codes: [${'1 '.repeat(7_500)}]) { code } }`),
  tooLarge('size', 'BODY_TOO_LARGE', 'a body of 2 MB', () => postText(TWO_MEGABYTES)),
  tooLarge('size', 'BODY_TOO_LARGE', 'a gzip bomb of 20 MB', () =>
    postText(BOMBS.gzip, { 'content-encoding': 'gzip' }),
  ),
  tooLarge('size', 'BODY_TOO_LARGE', 'a brotli bomb of 20 MB', () => postText(BOMBS.br, { 'content-encoding': 'br' })),
  bad('size', 'BODY_MALFORMED', 'a body cut short in its compression', () =>
    postText(BOMBS.gzip.subarray(0, 100), { 'content-encoding': 'gzip' }),
  ),
  bad('size', 'BODY_MALFORMED', 'a compression that nobody knows', () =>
    postText(JSON.stringify({ query: HONEST_QUERY }), { 'content-encoding': 'exotic' }),
  ),
  ...['utf-16', 'utf-7', 'iso-8859-1', 'ibm500', 'nothing-known'].map((charset) =>
    bad('size', 'BODY_MALFORMED', `the charset ${charset}`, () =>
      postJson({ query: HONEST_QUERY }, { 'content-type': `application/json; charset=${charset}` }),
    ),
  ),
];

const sha256Hash = createHash('sha256').update(HONEST_QUERY).digest('hex');
const extensions = { persistedQuery: { version: 1, sha256Hash } };
/** 200, since the clients that use them read the code, and then send the text. */
const notKept = refused(200);
const TWO = 'query A { regions { code } } query B { regions { name } }';

const FORM: readonly HostileRequest[] = [
  bad('form', 'BATCHING_REFUSED', 'a batch of 100 requests', () =>
    postJson(Array.from({ length: 100 }, () => ({ query: HONEST_QUERY }))),
  ),
  bad('form', 'BATCHING_REFUSED', 'an empty batch', () => postJson([])),
  bad('form', 'OPERATION_NAME_REQUIRED', 'two operations of which none is named', () => postJson({ query: TWO })),
  bad('form', 'OPERATION_NAME_REQUIRED', 'two operations and the name of a third', () =>
    postJson({ query: TWO, operationName: 'C' }),
  ),
  notKept('form', 'PERSISTED_QUERY_NOT_SUPPORTED', 'the hash of an automatic persisted query', () =>
    postJson({ extensions }),
  ),
  notKept('form', 'PERSISTED_QUERY_NOT_SUPPORTED', 'a text to be kept under a hash', () =>
    postJson({ query: HONEST_QUERY, extensions }),
  ),
  notKept('form', 'PERSISTED_QUERY_NOT_SUPPORTED', 'another text to be kept under the hash of an honest one', () =>
    postJson({ query: '{ regions { code } }', extensions }),
  ),
  bad('form', 'OPERATION_NOT_REGISTERED', 'the hash of a document that nobody registered', () =>
    postJson({ documentId: sha256Hash }),
  ),
  bad('form', 'REQUEST_MALFORMED', 'a document that is no text', () => postJson({ query: { kind: 'Document' } })),
  bad('form', 'REQUEST_MALFORMED', 'variables that are a list', () => postJson({ query: HONEST_QUERY, variables: [] })),
  bad('form', 'REQUEST_MALFORMED', 'no document', () => postJson({})),
  bad('form', 'REQUEST_MALFORMED', 'a document given twice in the address', () => ({
    ...getOf({ query: HONEST_QUERY }),
    search: `?query=${encodeURIComponent(HONEST_QUERY)}&query=%7Bregions%7Bname%7D%7D`,
  })),
  bad('form', 'GRAPHQL_PARSE_FAILED', 'a document that is not GraphQL', () => postJson({ query: '{ regions { ' })),
  bad('form', 'OPERATION_NOT_SUPPORTED', 'a subscription', () =>
    postJson({ query: 'subscription { regions { code } }' }),
  ),
];

const unsupported = refused(415);
const notAllowed = refused(405);

const METHOD: readonly HostileRequest[] = [
  notAllowed('method', 'METHOD_NOT_ALLOWED', 'a mutation by GET', () => getOf({ query: 'mutation { anything }' })),
  ...['PUT', 'DELETE', 'PATCH', 'OPTIONS'].map((method) =>
    notAllowed('method', 'METHOD_NOT_ALLOWED', `the method ${method}`, () => ({
      method,
      search: '',
      headers: {},
      body: undefined,
    })),
  ),
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx'].map(
    (type) =>
      unsupported('method', 'CONTENT_TYPE_UNSUPPORTED', `a POST of ${type}`, () =>
        postJson({ query: HONEST_QUERY }, { 'content-type': type }),
      ),
  ),
  unsupported('method', 'CONTENT_TYPE_UNSUPPORTED', 'a form whose field is a query', () =>
    postText(`query=${encodeURIComponent(HONEST_QUERY)}`, { 'content-type': 'application/x-www-form-urlencoded' }),
  ),
  ...['text/plain', 'message/application/json', 'application/x-www-form-urlencoded', 'x/y; application/json'].map(
    (type) =>
      unsupported('method', 'CONTENT_TYPE_UNSUPPORTED', `a GET that says to carry ${type}`, () =>
        getOf({ query: HONEST_QUERY }, { 'content-type': type, 'maillage-client': 'test' }),
      ),
  ),
  bad('method', 'CSRF_REFUSED', 'a GET that a page of another site could send', () =>
    getOf({ query: HONEST_QUERY }, {}),
  ),
  bad('method', 'CSRF_REFUSED', 'a GET that a page of another site could send with a cookie', () =>
    getOf({ query: HONEST_QUERY }, { cookie: 'session=1' }),
  ),
];

const CODES_QUERY = 'query($codes: [RegionCode!]) { regions(codes: $codes) { code } }';
const withVariables = (variables: string) =>
  postText(`{"query": ${JSON.stringify(CODES_QUERY)}, "variables": ${variables}}`);
const value = (code: string, name: string, variables: string): HostileRequest =>
  bad('values', code, name, () => withVariables(variables));

const VALUES: readonly HostileRequest[] = [
  value('VARIABLES_TOO_LARGE', 'variables nested 5,000 deep', `{"codes": ${'['.repeat(5_000)}${']'.repeat(5_000)}}`),
  value('VARIABLES_TOO_LARGE', '5,001 variables', `{"codes": [${Array<number>(5_001).fill(1).join()}]}`),
  value('NUMBER_INVALID', '1e400 in a variable', '{"codes": [1e400]}'),
  value('NUMBER_INVALID', 'a number of 5,000 digits', `{"codes": [${'9'.repeat(5_000)}]}`),
  document('values', 'NUMBER_INVALID', '1e400 in the document', '{ contracts(first: 1e400) { totalCount } }'),
  value('TEXT_INVALID', 'NUL in a variable', '{"codes": ["5\\u00003"]}'),
  value('TEXT_INVALID', 'NUL in the name of a variable', '{"co\\u0000des": 1}'),
  document('values', 'TEXT_INVALID', 'NUL in the document', '{ regions(codes: ["\\u0000"]) { code } }'),
  bad('values', 'TEXT_INVALID', 'NUL in the name of the operation', () =>
    postJson({ query: CODES_QUERY, operationName: '\u0000' }),
  ),
  value('TEXT_INVALID', 'half of a surrogate pair in a variable', '{"codes": ["\\ud800"]}'),
  bad('values', 'TEXT_INVALID', 'half of a surrogate pair in the document', () =>
    postText('{"query": "{ regions(codes: [\\"\\udc00\\"]) { code } }"}'),
  ),
  document(
    'values',
    'GRAPHQL_PARSE_FAILED',
    'half of a surrogate pair written as an escape',
    '{ regions(codes: ["\\uD800"]) { code } }',
  ),
];

const names = (code: string, name: string, query: string) => document('names of JavaScript objects', code, name, query);

const NAMES: readonly HostileRequest[] = [
  names('ALIAS_RESERVED', 'the alias __proto__ at the root', '{ __proto__: regions { code } }'),
  names('ALIAS_RESERVED', 'the alias constructor at the root', '{ constructor: regions { code } }'),
  names('ALIAS_RESERVED', 'the alias prototype below', '{ regions { prototype: code } }'),
  names(
    'ALIAS_RESERVED',
    'the alias __proto__ in a fragment',
    '{ regions { ...A } } fragment A on Region { __proto__: code }',
  ),
  names(
    'VARIABLE_RESERVED',
    'the variable __proto__',
    'query($__proto__: [RegionCode!]) { regions(codes: $__proto__) { code } }',
  ),
];

/** Every hostile request of the suite, each refused before anything is asked of a subgraph. */
export const HOSTILE_REQUESTS: readonly HostileRequest[] = [
  ...[...VOLUME, ...EXPANSION, ...DEPTH, ...SIZE],
  ...[...FORM, ...METHOD, ...VALUES, ...NAMES],
];

/** Those of one row. */
export function hostileRow(row: HostileRow): readonly HostileRequest[] {
  return HOSTILE_REQUESTS.filter((request) => request.row === row);
}
