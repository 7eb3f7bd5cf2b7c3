import { gzipSync } from 'node:zlib';
import { buildSchema } from 'graphql';
import {
  createSubgraphClient,
  createSubgraphTransport,
  leafCheckOfRegion,
  type Outcome,
  RegionalDataSource,
} from '../../gateway/data-source';
import { createGatewayContext, type GatewayContext } from '../../gateway/request-context';
import { asHubError } from '../../subgraphs/kit/errors';
import { fakeSigner } from '../support/callers';
import {
  region,
  sendJson,
  silentLogger,
  startHttpServer,
  startSubgraph,
  startTcpServer,
  type TestServer,
  unusedUrl,
} from '../support/gateway-servers';

const SECRET = 'postgres://books:secret@10.0.0.1/region Dupont Marie';
const SCHEMA = buildSchema(`
  scalar RegionCode scalar Scope scalar Count scalar HourHundredths scalar DateTime
  enum Kind { OPEN CLOSED }
  type Query { ping: String }
  type BretagneFigures { region: RegionCode! scope: Scope! answeredFor: String hoursDone: HourHundredths contracts: Count rows: [BretagneRow!] }
  type BretagneRow { keys: [String!] hoursDone: HourHundredths kind: Kind ratio: Float size: Int }
  type BretagneDesk { id: ID! name: String }
`);
const QUERY = `query($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on BretagneFigures { answeredFor hoursDone contracts rows { keys hoursDone kind ratio size } }
  ... on BretagneDesk { __typename id label: name }
} }`;
const FIGURES = { __typename: 'BretagneFigures', region: '53', scope: 's' };
const DESK = { __typename: 'BretagneDesk', id: '53-1' };
const ROW = { keys: ['F'], hoursDone: 1, kind: 'OPEN', ratio: 0.5, size: 1 };
const GOOD = { answeredFor: '53:0f', hoursDone: 700, contracts: 2, rows: [ROW] };

const servers: TestServer[] = [];
async function at(server: Promise<TestServer>): Promise<string> {
  servers.push(await server);
  return (await server).url;
}
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface Asked {
  readonly outcome: Outcome<unknown>['status'];
  readonly data?: unknown;
  readonly code?: unknown;
  readonly text: string;
  readonly context: GatewayContext;
}

/** Short only where a region is to be too late: a busy machine must not make a sound region late. */
const SHORT_DEADLINE = 250;
const LONG_DEADLINE = 10_000;

async function askRegion(
  url: string,
  representations: readonly object[] = [FIGURES],
  deadlineMilliseconds = LONG_DEADLINE,
  addresses?: 'PUBLIC' | 'PUBLIC_OR_LOOPBACK',
): Promise<Asked> {
  const transport = createSubgraphTransport({
    url,
    deadlineMilliseconds,
    ...(addresses === undefined ? {} : { addresses }),
    bodyLimitBytes: 10_000,
    connections: 2,
  });
  const client = createSubgraphClient({ transport, schema: () => SCHEMA, isLeaf: leafCheckOfRegion('53') });
  const source = new RegionalDataSource({ region: region('53'), client, signer: fakeSigner, logger: silentLogger });
  const context = createGatewayContext('request-1');
  const request = { query: QUERY, variables: { representations } };
  try {
    const { data, errors } = await source.process({ request, context } as unknown as Parameters<
      typeof source.process
    >[0]);
    const text = JSON.stringify(errors ?? []);
    return { outcome: 'success', data, code: errors?.[0]?.extensions?.['code'], text, context };
  } catch (error) {
    const hubError = asHubError(error);
    if (hubError === undefined) throw error;
    return { outcome: 'failure', code: hubError.code, text: JSON.stringify(hubError), context };
  } finally {
    await transport.close();
  }
}

const answering = (body: unknown) => at(startSubgraph(() => body));

describe('a region whose address leads into a private network', () => {
  it('is not asked where regions have public addresses only, and is out of reach', async () => {
    let asked = 0;
    const subgraph = startSubgraph(() => {
      asked += 1;
      return { data: { _entities: [GOOD] } };
    });
    const url = await at(subgraph);
    const refused = await askRegion(url, [FIGURES], LONG_DEADLINE, 'PUBLIC');
    expect([refused.outcome, refused.code, asked]).toEqual(['failure', 'REGION_UNREACHABLE', 0]);
    expect((await askRegion(url, [FIGURES], LONG_DEADLINE, 'PUBLIC_OR_LOOPBACK')).outcome).toBe('success');
  });
});

describe('a region that answers well', () => {
  it('gives its data, and says whether they are demonstration rows', async () => {
    const url = await at(startSubgraph(() => ({ data: { _entities: [GOOD] } }), { 'maillage-demonstration': 'true' }));
    const { outcome, data, context } = await askRegion(url);
    expect(outcome).toBe('success');
    expect(data).toEqual({ _entities: [GOOD] });
    expect([...context.demonstrationRegions]).toEqual(['53']);
  });

  it('may leave an entity null, which is said, and answer several kinds of entities in the order asked', async () => {
    const desk = { __typename: 'BretagneDesk', id: '53-1', label: 'Rennes' };
    const { data, code } = await askRegion(await answering({ data: { _entities: [null, desk] } }), [FIGURES, DESK]);
    expect(data).toEqual({ _entities: [null, desk] });
    expect(code).toBe('REGION_ROW_NOT_GIVEN');
  });

  it('may leave unsaid for which question it answers: its part then does not count', async () => {
    const silent = { ...GOOD, answeredFor: null };
    const { data } = await askRegion(await answering({ data: { _entities: [silent] } }));
    expect(data).toEqual({ _entities: [silent] });
  });

  it('is asked once more when a kept-alive connection breaks before it answers', async () => {
    let questions = 0;
    const url = await at(
      startHttpServer((request, response) => {
        questions += 1;
        if (questions === 1) request.socket.destroy();
        else sendJson(response, { data: { _entities: [GOOD] } });
      }),
    );
    expect((await askRegion(url)).outcome).toBe('success');
  });
});

describe('a region that gives nothing', () => {
  it.each<[string, string, () => Promise<string>]>([
    ['never answers', 'REGION_TIMEOUT', () => at(startHttpServer(() => undefined))],
    ['accepts connections and stays silent', 'REGION_TIMEOUT', () => at(startTcpServer(() => undefined))],
    [
      'drips its body',
      'REGION_TIMEOUT',
      () =>
        at(
          startHttpServer((_request, response) => {
            response.writeHead(200, { 'content-type': 'application/json' });
            const timer = setInterval(() => response.write(' '), 40);
            response.on('close', () => clearInterval(timer));
          }),
        ),
    ],
    ['listens nowhere', 'REGION_UNREACHABLE', unusedUrl],
    ['resets every connection', 'REGION_UNREACHABLE', () => at(startTcpServer((socket) => socket.resetAndDestroy()))],
    ['is away behind its proxy', 'REGION_UNREACHABLE', () => at(status(503))],
    ['does not know the hub', 'REGION_REFUSED', () => at(status(401))],
    ['forbids the hub', 'REGION_REFUSED', () => at(status(403))],
    [
      'speaks no HTTP',
      'REGION_INVALID',
      () => at(startTcpServer((socket) => socket.once('data', () => socket.end(`${SECRET}\n\n`)))),
    ],
    ['redirects', 'REGION_INVALID', () => at(status(302, { location: 'http://169.254.169.254/' }))],
    ['fails with a stack trace', 'REGION_INVALID', () => at(status(500))],
    ['answers a page', 'REGION_INVALID', () => at(status(200, { 'content-type': 'text/html' }))],
    ['answers text as JSON', 'REGION_INVALID', () => at(status(200, { 'content-type': 'application/json' }))],
    ['answers more than its limit', 'REGION_INVALID', () => answering({ data: null, padding: 'x'.repeat(20_000) })],
    [
      'answers a compressed bomb',
      'REGION_INVALID',
      () =>
        at(
          startHttpServer((_request, response) => {
            response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
            response.end(gzipSync(Buffer.alloc(5_000_000, 32)));
          }),
        ),
    ],
  ])('%s: %s, without a word of its own', async (_behaviour, code, start) => {
    const url = await start();
    const asked = await askRegion(url, [FIGURES], code === 'REGION_TIMEOUT' ? SHORT_DEADLINE : LONG_DEADLINE);
    expect(asked.code).toBe(code);
    expect(asked.outcome).toBe('failure');
    expect(asked.context.failures.get('53')).toBe(code.replace('REGION_', ''));
    expect(asked.text).toContain('Bretagne');
    expect(asked.text).not.toContain('Dupont');
    expect(asked.text).not.toContain(new URL(url).port);
  });

  it('is not asked again for the same request of a client once it was too late', async () => {
    let questions = 0;
    const url = await at(startHttpServer(() => (questions += 1)));
    const transport = createSubgraphTransport({
      url,
      deadlineMilliseconds: 100,
      bodyLimitBytes: 1_024,
      connections: 1,
    });
    const client = createSubgraphClient({ transport, schema: () => SCHEMA, isLeaf: leafCheckOfRegion('53') });
    const source = new RegionalDataSource({ region: region('53'), client, signer: fakeSigner, logger: silentLogger });
    const request = { query: QUERY, variables: { representations: [FIGURES] } };
    const options = { request, context: createGatewayContext('request-1') };
    const question = options as unknown as Parameters<typeof source.process>[0];
    await expect(source.process(question)).rejects.toMatchObject({ code: 'REGION_TIMEOUT' });
    await expect(source.process(question)).rejects.toMatchObject({ code: 'REGION_TIMEOUT' });
    expect(questions).toBe(1);
    await transport.close();
  });
});

describe('a region that answers nonsense', () => {
  const entity = (value: unknown) => ({ data: { _entities: [value] } });
  it.each<[string, unknown]>([
    ['a list instead of an object', []],
    ['neither data nor errors', {}],
    ['data that is text', { data: 'x' }],
    ['a field nobody asked for', { data: { _entities: [GOOD], regionB: [] } }],
    ['no list of entities', { data: { _entities: GOOD } }],
    ['too few entities', { data: { _entities: [] } }],
    ['too many entities', { data: { _entities: [GOOD, GOOD] } }],
    ['an entity that is text', entity('x')],
    ['an entity of another type', entity({ ...GOOD, __typename: 'OccitanieFigures' })],
    ['an entity with a forged key', entity({ ...GOOD, scope: 'other' })],
    ['an answer for another region', entity({ ...GOOD, answeredFor: '76:0f' })],
    ['an answer for a region whose code begins alike', entity({ ...GOOD, answeredFor: '530:0f' })],
    ['an answer for no question', entity({ ...GOOD, answeredFor: '' })],
    ['an entity that lacks a field', entity({ answeredFor: '53:0f', hoursDone: 1, contracts: 1 })],
    ['a number as text', entity({ ...GOOD, hoursDone: '700' })],
    ['hours beyond safe integers', entity({ ...GOOD, hoursDone: 1e30 })],
    ['a negative count', entity({ ...GOOD, contracts: -1 })],
    ['half a contract', entity({ ...GOOD, contracts: 0.5 })],
    ['a row that is not an object', entity({ ...GOOD, rows: [1] })],
    ['a null in a list without nulls', entity({ ...GOOD, rows: [null] })],
    ['a value outside its enumeration', entity({ ...GOOD, rows: [{ ...ROW, kind: 'HALF' }] })],
    ['an Int beyond 32 bits', entity({ ...GOOD, rows: [{ ...ROW, size: 2 ** 31 }] })],
    ['errors that are not a list', { data: { _entities: [GOOD] }, errors: 'x' }],
    ['an error without a message', { data: { _entities: [GOOD] }, errors: [{}] }],
    [
      'an error at a place of another region',
      { data: { _entities: [GOOD] }, errors: [{ message: 'm', path: ['regionA'] }] },
    ],
    [
      'an error at an entity not asked for',
      { data: { _entities: [GOOD] }, errors: [{ message: 'm', path: ['_entities', 7] }] },
    ],
  ])('%s is excluded as a whole', async (_nonsense, body) => {
    const { outcome, code, context } = await askRegion(await answering(body));
    expect({ outcome, code }).toEqual({ outcome: 'failure', code: 'REGION_INVALID' });
    expect(context.failures.get('53')).toBe('INVALID');
  });

  it("another region's row is excluded", async () => {
    const body = entity({ __typename: 'BretagneDesk', id: '76-1', label: 'Toulouse' });
    expect((await askRegion(await answering(body), [DESK])).code).toBe('REGION_INVALID');
  });

  it('a "__proto__" in its JSON changes nothing and is excluded', async () => {
    const text =
      '{"data":{"_entities":[{"answeredFor":"53:0f","hoursDone":1,"contracts":1,"rows":null,"__proto__":{"polluted":1}}]}}';
    const url = await at(
      startHttpServer((_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(text);
      }),
    );
    expect((await askRegion(url)).code).toBe('REGION_INVALID');
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});

describe('an error that a region answers for one field', () => {
  const withError = (extensions: object) => ({
    data: { _entities: [{ ...GOOD, contracts: null }] },
    errors: [{ message: SECRET, path: ['_entities', 0, 'contracts'], extensions }],
  });

  it('is rewritten to REGION_ERROR and keeps the data beside it', async () => {
    const { data, code, text } = await askRegion(await answering(withError({ code: 'X', stacktrace: [SECRET] })));
    expect(code).toBe('REGION_ERROR');
    expect(data).toEqual({ _entities: [{ ...GOOD, contracts: null }] });
    expect(text).not.toContain('Dupont');
  });

  it('keeps a code that blames the question, with our words', async () => {
    const { code, text } = await askRegion(await answering(withError({ code: 'TOO_MANY_CELLS' })));
    expect(code).toBe('TOO_MANY_CELLS');
    expect(text).toContain('Shorten the period');
    expect(text).not.toContain('Dupont');
  });
});

function status(code: number, headers: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  return startHttpServer((_request, response) => {
    response.writeHead(code, headers);
    response.end(JSON.stringify(SECRET).slice(0, -1));
  });
}
