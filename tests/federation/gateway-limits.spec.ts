import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Caller, PUBLIC_CALLER } from '../../subgraphs/kit/identity';
import type { Gateway } from '../../gateway';
import { type GatewayLimits, UNMETERED_LIMITS } from '../../gateway/limits';
import { startNational, startRegion, supergraphOf } from '../support/gateway-network';
import { CONSOLIDATOR, identityOf } from '../support/callers';
import { networkOf, startGateway, type TestServer } from '../support/gateway-servers';
import { createTemporaryFolder } from '../support/temporary-folder';

type National = Awaited<ReturnType<typeof startNational>>;

const CODES = ['11', '53'];
const PERIOD = '(period: {from: "2024-01", to: "2024-12"})';
const HONEST = `{ consolidation${PERIOD} { total { hoursDone } } }`;

let regions: TestServer[];
let national: National;
let supergraphSdl: string;
let gateway: Gateway;

beforeAll(async () => {
  const composed = await supergraphOf(CODES);
  supergraphSdl = composed.supergraphSdl;
  regions = await Promise.all(CODES.map((code) => startRegion(code, 1_000)));
  national = await startNational(composed.nationalSdl, CODES);
  gateway = await start();
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([national, ...regions].map((server) => server.close()));
});
beforeEach(() => national.questions.splice(0));

function start(
  overrides: Partial<GatewayLimits> = {},
  isIntrospectable = true,
  caller: Caller = CONSOLIDATOR,
): Promise<Gateway> {
  const urls = Object.fromEntries(CODES.map((code, index) => [code, regions[index]?.url ?? '']));
  const limits = { ...UNMETERED_LIMITS, ...overrides };
  return startGateway(supergraphSdl, networkOf(national.url, urls), { limits, isIntrospectable }, identityOf(caller));
}

interface Seen {
  readonly status: number;
  readonly code: unknown;
  readonly body: { readonly data?: unknown; readonly errors?: readonly { readonly message: string }[] };
  readonly headers: Headers;
}

async function send(init: RequestInit, search = '', at: Pick<Gateway, 'url'> = gateway): Promise<Seen> {
  const response = await fetch(`${at.url}/graphql${search}`, init);
  const text = await response.text();
  const body = JSON.parse(text) as Seen['body'] & { errors?: { extensions?: { code?: unknown } }[] };
  return { status: response.status, code: body.errors?.[0]?.extensions?.code, body, headers: response.headers };
}

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = {}, at?: Gateway) =>
  send({ method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) }, '', at);
const postText = (body: string) => send({ method: 'POST', headers: JSON_TYPE, body });
const get = (parameters: Record<string, string>, headers: Record<string, string> = { 'maillage-client': 'test' }) =>
  send({ headers }, `?${new URLSearchParams(parameters)}`);

async function expectRefused(query: string, code: string): Promise<void> {
  const seen = await post({ query });
  expect([seen.status, seen.code]).toEqual([400, code]);
  expect(seen.body.data).toBeUndefined();
  expect(national.questions).toEqual([]);
}

const many = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');

/** Fragments that each use the next one twice: 2^levels selections in a few lines. */
function fragmentBomb(levels: number): string {
  const fragment = (level: number) =>
    `fragment F${level} on Query { ${level === levels ? 'regions { code }' : `...F${level + 1} ...F${level + 1}`} }`;
  return `{ ...F0 } ${many(levels + 1, fragment)}`;
}

describe('an honest request', () => {
  it('is answered', async () => {
    const seen = await post({ query: HONEST });
    expect([seen.status, seen.body.data]).toEqual([200, { consolidation: { total: { hoursDone: 20 } } }]);
  });

  it('may be a GET with a header that no foreign page can send', async () => {
    const seen = await get({ query: HONEST });
    expect([seen.status, seen.body.data]).toEqual([200, { consolidation: { total: { hoursDone: 20 } } }]);
  });

  it('may be the introspection that tools send', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect((await post({ query: getIntrospectionQuery() })).status).toBe(200);
  });

  it('may be the directory of all desks', async () => {
    const query = '{ regions { name network { desks { id name territories { code } facilitators { name } } } } }';
    expect((await post({ query })).status).toBe(200);
  });
});

describe('a document that asks for too much is refused before anything is asked of a subgraph', () => {
  it('100 aliases', () =>
    expectRefused(`{ regions { ${many(100, (index) => `a${index}: name`)} } }`, 'TOO_MANY_ALIASES'));

  it('50 fields at the root', () =>
    expectRefused(`{ ${many(50, (index) => `a${index}: regions { code }`)} }`, 'TOO_MANY_ROOT_FIELDS'));

  it('50 times __typename at the root', () =>
    expectRefused(`{ ${many(50, (index) => `a${index}: __typename`)} }`, 'TOO_MANY_ROOT_FIELDS'));

  it('aliases spread over fragments', () =>
    expectRefused(
      `{ regions { ${many(10, (index) => `network { ...A } x${index}: name`)} } } fragment A on RegionalNetwork { ${many(10, (index) => `b${index}: coordinationName`)} }`,
      'TOO_MANY_ALIASES',
    ));

  it('the same field written 200 times', () =>
    expectRefused(`{ regions { ${'name '.repeat(200)} } }`, 'TOO_MANY_REPEATED_FIELDS'));

  it('the same field through 200 fragments', () =>
    expectRefused(
      `{ regions { ${many(200, (index) => `...F${index}`)} } } ${many(200, (index) => `fragment F${index} on Region { name }`)}`,
      'TOO_MANY_REPEATED_FIELDS',
    ));

  it('a fragment bomb of 22 levels', () => expectRefused(fragmentBomb(22), 'TOO_MANY_SELECTIONS'));

  it('a fragment bomb that no operation uses', () =>
    expectRefused(fragmentBomb(22).replace('{ ...F0 }', '{ regions { code } }'), 'TOO_MANY_SELECTIONS'));

  it('fragments in a circle', async () => {
    await expectRefused('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', 'FRAGMENT_CYCLE');
    await expectRefused('{ regions { code } } fragment A on Region { ...A }', 'FRAGMENT_CYCLE');
  });

  it('fields nested 20 deep, also through fragments', async () => {
    const nested = (levels: number) => `${'a { '.repeat(levels)}b${' }'.repeat(levels)}`;
    await expectRefused(`{ ${nested(20)} }`, 'QUERY_TOO_DEEP');
    await expectRefused(
      `{ ${'a { '.repeat(10)}...A${' }'.repeat(10)} } fragment A on Query { ${nested(10)} }`,
      'QUERY_TOO_DEEP',
    );
  });

  it('brackets nested so deep that a parser would fall over', async () => {
    await expectRefused(`{ ${'a{'.repeat(1_500)}`, 'QUERY_TOO_DEEP');
    await expectRefused(`{ regions(codes: ${'['.repeat(1_500)}`, 'QUERY_TOO_DEEP');
  });

  it('introspection that turns in circles', async () => {
    const circle = `{ __schema { types { ${'fields { type { '.repeat(10)}name${' } }'.repeat(10)} } } }`;
    await expectRefused(circle, 'QUERY_TOO_DEEP');
    const short =
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }';
    await expectRefused(short, 'GRAPHQL_VALIDATION_FAILED');
  });

  it('the same directive twice at one place, known or not', async () => {
    await expectRefused('{ regions @include(if: true) @include(if: true) { code } }', 'DIRECTIVE_REPEATED');
    await expectRefused(`{ regions ${'@x '.repeat(10)} { code } }`, 'DIRECTIVE_REPEATED');
  });

  it('ten times ten unknown directives', () =>
    expectRefused(
      `{ regions { ${many(10, (field) => `a${field}: name ${many(10, (index) => `@d${field}x${index}`)}`)} } }`,
      'TOO_MANY_DIRECTIVES',
    ));

  it('15,000 tokens', () => expectRefused(`{ regions(codes: [${'1 '.repeat(6_000)}]) { code } }`, 'TOO_MANY_TOKENS'));

  it('an answer too large: desks and territories of every region behind every contract of a page', async () => {
    const node = 'node { region { network { desks { territories { name } facilitators { name } } } } }';
    await expectRefused(`{ contracts(first: 100) { edges { ${node} } } }`, 'QUERY_TOO_COSTLY');
    const query = `query($first: Int!) { contracts(first: $first) { edges { ${node} } } }`;
    expect((await post({ query, variables: { first: 100 } })).code).toBe('QUERY_TOO_COSTLY');
    expect((await post({ query, variables: { first: 1 } })).code).not.toBe('QUERY_TOO_COSTLY');
  });
});

describe('a request that is not one GraphQL request', () => {
  it('is refused when it is a batch', async () => {
    const seen = await postText(JSON.stringify([{ query: HONEST }, { query: HONEST }]));
    expect([seen.status, seen.code]).toEqual([400, 'BATCHING_REFUSED']);
  });

  it('is refused when its document holds several operations and it names none of them', async () => {
    const query = 'query A { regions { code } } query B { regions { name } }';
    expect((await post({ query })).code).toBe('OPERATION_NAME_REQUIRED');
    expect((await post({ query, operationName: 'C' })).code).toBe('OPERATION_NAME_REQUIRED');
    expect((await post({ query, operationName: 'B' })).status).toBe(200);
  });

  it('is refused when it refers to an automatically persisted query, so that none can be planted', async () => {
    const sha256Hash = createHash('sha256').update(HONEST).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    for (const body of [{ extensions }, { query: HONEST, extensions }]) {
      expect((await post(body)).code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
    }
  });

  it.each([
    ['a document that is no text', { query: { kind: 'Document' } }],
    ['variables that are a list', { query: HONEST, variables: [] }],
    ['no document', {}],
  ])('is refused with %s', async (_what, body) => {
    const seen = await post(body);
    expect([seen.status, seen.code]).toEqual([400, 'REQUEST_MALFORMED']);
  });

  it('is refused when its document is not GraphQL, or holds a subscription', async () => {
    expect((await post({ query: '{ regions { ' })).code).toBe('GRAPHQL_PARSE_FAILED');
    expect((await post({ query: 'subscription { regions { code } }' })).code).toBe('OPERATION_NOT_SUPPORTED');
  });
});

describe('HTTP that no client of the hub sends', () => {
  it('is refused as a mutation by GET', async () => {
    const seen = await get({ query: 'mutation { anything }' });
    expect([seen.status, seen.code, seen.headers.get('allow')]).toEqual([405, 'METHOD_NOT_ALLOWED', 'POST']);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is refused as %s', async (method) => {
    const seen = await send({ method });
    expect([seen.status, seen.code]).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx'])(
    'is refused as a POST of %s',
    async (type) => {
      const seen = await send({
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify({ query: HONEST }),
      });
      expect([seen.status, seen.code]).toEqual([415, 'CONTENT_TYPE_UNSUPPORTED']);
    },
  );

  it.each(['text/plain', 'message/application/json', 'application/x-www-form-urlencoded', 'x/y; application/json'])(
    'is refused as a GET that says to carry %s',
    async (type) => {
      const seen = await get({ query: HONEST }, { 'content-type': type, 'maillage-client': 'test' });
      expect([seen.status, seen.code]).toEqual([415, 'CONTENT_TYPE_UNSUPPORTED']);
    },
  );

  it('is refused as a GET that a page of another site could send, with a cookie or not', async () => {
    expect((await get({ query: HONEST }, {})).code).toBe('CSRF_REFUSED');
    expect((await get({ query: HONEST }, { cookie: 'session=1' })).code).toBe('CSRF_REFUSED');
  });

  it.each(['utf-16', 'utf-7', 'iso-8859-1', 'ibm500'])('is refused in the charset %s', async (charset) => {
    const seen = await post({ query: HONEST }, { 'content-type': `application/json; charset=${charset}` });
    expect([seen.status, seen.code]).toEqual([400, 'BODY_MALFORMED']);
  });

  it('is refused as a body over the limit, compressed or not', async () => {
    const large = JSON.stringify({ query: HONEST, variables: { x: 'x'.repeat(1_000_000) } });
    expect((await postText(large)).status).toBe(413);
    const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' };
    const seen = await send({ method: 'POST', headers, body: gzipSync(large) });
    expect([seen.status, seen.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('finds no event stream', async () => {
    const stream = await get({ query: HONEST }, { accept: 'text/event-stream', 'maillage-client': 'test' });
    expect(stream.headers.get('content-type')).toContain('json');
    expect((await fetch(`${gateway.url}/graphql/stream`)).status).toBe(400);
  });
});

describe('values that no database should see', () => {
  const query = 'query($codes: [RegionCode!]) { regions(codes: $codes) { code } }';

  it('are refused as numbers without an end, in variables and in the document', async () => {
    const seen = await postText(`{"query": ${JSON.stringify(query)}, "variables": {"codes": [1e400]}}`);
    expect([seen.status, seen.code]).toEqual([400, 'NUMBER_INVALID']);
    await expectRefused('{ contracts(first: 1e400) { totalCount } }', 'NUMBER_INVALID');
  });

  it('are refused as NUL, in variables, names and documents', async () => {
    expect((await post({ query, variables: { codes: ['5\u00003'] } })).code).toBe('TEXT_INVALID');
    expect((await post({ query, variables: { 'co\u0000des': 1 } })).code).toBe('TEXT_INVALID');
    expect((await post({ query, operationName: '\u0000' })).code).toBe('TEXT_INVALID');
    await expectRefused('{ regions(codes: ["\\u0000"]) { code } }', 'TEXT_INVALID');
  });

  it('are refused as halves of surrogate pairs, in variables and documents', async () => {
    const half = await postText(`{"query": ${JSON.stringify(query)}, "variables": {"codes": ["\\ud800"]}}`);
    expect([half.status, half.code]).toEqual([400, 'TEXT_INVALID']);
    const inText = await postText('{"query": "{ regions(codes: [\\"\\udc00\\"]) { code } }"}');
    expect([inText.status, inText.code]).toEqual([400, 'TEXT_INVALID']);
    await expectRefused('{ regions(codes: ["\\uD800"]) { code } }', 'GRAPHQL_PARSE_FAILED');
  });

  it('are refused as variables too deep or too many', async () => {
    const deep = await postText(
      `{"query": ${JSON.stringify(query)}, "variables": {"codes": ${'['.repeat(5_000)}${']'.repeat(5_000)}}}`,
    );
    expect([deep.status, deep.code]).toEqual([400, 'VARIABLES_TOO_LARGE']);
    const wide = await post({ query, variables: { codes: Array<number>(5_001).fill(1) } });
    expect([wide.status, wide.code]).toEqual([400, 'VARIABLES_TOO_LARGE']);
  });

  it('leave Object.prototype as it was', async () => {
    const variables = '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "codes": ["53"]}';
    const seen = await postText(`{"query": ${JSON.stringify(query)}, "variables": ${variables}}`);
    expect(seen.status).toBe(200);
    national.questions.splice(0);
    await expectRefused('{ __proto__: regions { code } }', 'ALIAS_RESERVED');
    await expectRefused('{ constructor: regions { code } }', 'ALIAS_RESERVED');
    await post({
      query: 'query($__proto__: [RegionCode!]) { regions(codes: $__proto__) { code } }',
      variables: { codes: [] },
    });
    expect({}).not.toHaveProperty('polluted');
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});

describe('what a gateway tells of its schema', () => {
  it('holds no suggestion for a wrong name', async () => {
    const seen = await post({ query: '{ region { code } regions { cod } }' });
    expect([seen.status, seen.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(JSON.stringify(seen.body)).not.toMatch(/did you mean/i);
  });

  it('is nothing where introspection is off', async () => {
    const closed = await start({}, false);
    for (const query of [
      '{ __schema { types { name } } }',
      '{ ...A } fragment A on Query { x: __type(name: "Query") { name } }',
    ]) {
      const seen = await post({ query }, {}, closed);
      expect([seen.status, seen.code]).toEqual([400, 'INTROSPECTION_REFUSED']);
    }
    expect((await post({ query: HONEST }, {}, closed)).status).toBe(200);
    await closed.stop();
  });
});

describe('a client that asks too often', () => {
  it('is told to wait, in JSON, once its minute is used up', async () => {
    const metered = await start({ requestsPerMinute: 3 });
    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await post({ query: HONEST }, {}, metered)).status);
    const seen = await post({ query: HONEST }, {}, metered);
    expect([...statuses, seen.status, seen.code]).toEqual([200, 200, 200, 429, 'RATE_LIMITED']);
    expect(Number(seen.headers.get('retry-after'))).toBeGreaterThan(0);
    // Health is asked by probes, which are no clients.
    expect((await fetch(`${metered.url}/health/live`)).status).toBe(200);
    await metered.stop();
  });

  it('is told to wait while too many of its requests are under way, and let in again after', async () => {
    const metered = await start({ requestsInFlight: 2 });
    const all = await Promise.all(Array.from({ length: 12 }, () => post({ query: HONEST }, {}, metered)));
    const codes = new Set(all.map(({ status, code }) => `${status} ${code}`));
    expect(codes).toEqual(new Set(['200 undefined', '429 RATE_LIMITED']));
    expect((await post({ query: HONEST }, {}, metered)).status).toBe(200);
    await metered.stop();
  });

  it('is another one behind a trusted proxy, and nobody by a header of its own', async () => {
    const behind = await start({ requestsPerMinute: 1, trustedProxies: ['127.0.0.1'] }, true, PUBLIC_CALLER);
    const open = await start({ requestsPerMinute: 1 }, true, PUBLIC_CALLER);
    const from = async (address: string, at: Gateway) =>
      (await post({ query: HONEST }, { 'x-forwarded-for': address }, at)).status;
    expect([await from('192.0.2.1', behind), await from('192.0.2.2', behind), await from('192.0.2.1', behind)]).toEqual(
      [200, 200, 429],
    );
    expect([await from('192.0.2.1', open), await from('192.0.2.2', open)]).toEqual([200, 429]);
    await behind.stop();
    await open.stop();
  });
});

describe('a page of another site', () => {
  it('may read answers when its origin is allowed, never with credentials', async () => {
    const allowing = await start({ allowedOrigins: ['https://carte.example.org'] });
    const ask = (origin: string) => post({ query: HONEST }, { origin }, allowing);
    const friend = (await ask('https://carte.example.org')).headers;
    expect(friend.get('access-control-allow-origin')).toBe('https://carte.example.org');
    expect(friend.get('access-control-allow-credentials')).toBeNull();
    expect((await ask('https://carte.example.org.evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await fetch(`${allowing.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://carte.example.org', 'access-control-request-method': 'POST' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://carte.example.org',
    ]);
    await allowing.stop();
  });

  it('may read nothing by default', async () => {
    const seen = await post({ query: HONEST }, { origin: 'https://carte.example.org' });
    expect(seen.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('anonymous callers of a gateway with a safelist', () => {
  it('may send registered documents, by text or by hash, and no others', async () => {
    const folder = await createTemporaryFolder();
    const file = join(folder.path, 'operations.json');
    // The key is not the hash of the document: it must not be believed.
    await writeFile(file, JSON.stringify({ ['0'.repeat(64)]: HONEST }));
    const listed = await start({ publicOperations: 'safelist', publicOperationsFile: file }, true, PUBLIC_CALLER);
    const documentId = `sha256:${createHash('sha256').update(HONEST).digest('hex')}`;
    const byText = await post({ query: HONEST }, {}, listed);
    const byHash = await post({ documentId }, {}, listed);
    const byGet = await send(
      { headers: { 'maillage-client': 'test' } },
      `?${new URLSearchParams({ documentId })}`,
      listed,
    );
    for (const seen of [byText, byHash, byGet]) {
      expect([seen.status, seen.body.data]).toEqual([200, { consolidation: { total: { hoursDone: 20 } } }]);
    }
    for (const body of [
      { query: `${HONEST} ` },
      { documentId: '0'.repeat(64) },
      { query: HONEST, documentId: '1'.repeat(64) },
    ]) {
      expect(await post(body, {}, listed)).toMatchObject({ status: 400, code: 'OPERATION_NOT_REGISTERED' });
    }
    await listed.stop();
    await folder.remove();
  });
});
