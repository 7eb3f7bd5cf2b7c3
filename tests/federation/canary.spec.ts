import type { IncomingMessage, ServerResponse } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { captureLog } from '../support/captured-log';
import { captureSpans } from '../support/captured-spans';
import { startNational, supergraphOf } from '../support/gateway-network';
import {
  ask,
  impatience,
  networkOf,
  region,
  sendJson,
  startGateway,
  startHttpServer,
  type TestServer,
} from '../support/gateway-servers';
import { createTemporaryFolder } from '../support/temporary-folder';

const SECRET = 'canary-7f3a91c2';
const NIR = '185057800608436';
const SPACED_NIR = '1 85 05 78 006 084 36';
const MAIL = 'zoe.canari@quimper.example.fr';
const PLANTED = `${SECRET} ${NIR} ${SPACED_NIR} ${MAIL}`;
const FOUND = new RegExp([SECRET, NIR, SPACED_NIR, MAIL, 'canari'].join('|').replaceAll('.', '\\.'), 'i');

const CODES = ['11', '53'];
const { prefix } = region('53');
const TOTAL =
  'query Total { consolidation(period: {from: "2024-01", to: "2024-12"}) { total { hoursDone } coverage { answered expected } } }';
const NETWORKS = 'query Networks { regions { code network { coordinationName desks { id name } } } }';

type Answer = (response: ServerResponse, entities: readonly unknown[]) => void;

const figures = (more: object) => ({ __typename: `${prefix}Figures`, answeredFor: '53:digest', hoursDone: 1, ...more });
const data = (_entities: readonly unknown[], more: object = {}) => ({ data: { _entities }, ...more });
const evil = (path: readonly unknown[]) => ({
  message: `duplicate key: ${PLANTED}`,
  path,
  locations: [{ line: 1, column: 1 }],
  extensions: { code: PLANTED, exception: { stacktrace: [`Error: ${PLANTED}`, ' at db.js:1'] }, nir: NIR, [MAIL]: NIR },
});

/** What a hostile or careless region does with the question for its figures or its network. */
const HOSTILE: readonly (readonly [string, Answer])[] = [
  [
    'an error page in HTML',
    (response) => response.writeHead(500, { 'content-type': 'text/html' }).end(`<h1>${PLANTED}`),
  ],
  ['a page that says it is fine', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(PLANTED)],
  ['a refusal with words', (response) => response.writeHead(403, { 'x-why': SECRET }).end(PLANTED)],
  ['a redirection', (response) => response.writeHead(302, { location: `http://${MAIL}/${NIR}` }).end()],
  ['text that is no JSON', (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(PLANTED)],
  [
    'an encoding of its own',
    (response) => response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': SECRET }).end(),
  ],
  ['a header that is no header', (response) => response.socket?.end(`HTTP/1.1 200 OK\r\n${PLANTED}\r\n\r\n`)],
  [
    'an error without a path',
    (response, entities) =>
      sendJson(
        response,
        data(
          entities.map(() => null),
          { errors: [evil([])] },
        ),
      ),
  ],
  [
    'an error of a field',
    (response, entities) =>
      sendJson(
        response,
        data(
          entities.map(() => null),
          { errors: [evil(['_entities', 0])] },
        ),
      ),
  ],
  [
    'an error at a place of its own',
    (response) => sendJson(response, { data: null, errors: [evil([SECRET, NIR, MAIL])] }),
  ],
  ['errors only', (response) => sendJson(response, { errors: [evil(['_entities'])] })],
  [
    'extensions and cookies',
    (response, entities) =>
      sendJson(
        response,
        data(
          entities.map(() => null),
          { extensions: { PLANTED } },
        ),
        { 'set-cookie': SECRET, 'x-request-id': NIR },
      ),
  ],
  ['fields that nobody asked for', (response) => sendJson(response, data([figures({ nir: NIR, [MAIL]: SECRET })]))],
  ['text in the place of a number', (response) => sendJson(response, data([figures({ hoursDone: PLANTED })]))],
  ['a claim for another scope', (response) => sendJson(response, data([figures({ answeredFor: `11:${PLANTED}` })]))],
  ['a type of its own', (response) => sendJson(response, data([figures({ __typename: PLANTED })]))],
  [
    'keys in the place of entities',
    (response) => sendJson(response, { data: { _entities: { [MAIL]: NIR }, [SECRET]: 1 } }),
  ],
];

/** Headers by which a client tries to be remembered. */
const CLIENT = {
  authorization: `Bearer ${SECRET}`,
  cookie: `session=${SECRET}`,
  'x-api-key': SECRET,
  traceparent: `00-${NIR}-${SECRET}-01`,
  tracestate: `a=${SECRET}`,
  baggage: `user=${MAIL}`,
  'maillage-client': `c-${NIR}`,
};

/** Requests that hold the canaries and are refused, or fail, in the client's own part. */
const REQUESTS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  [`query ($p: PeriodInput!) { consolidation(period: $p) { total { hoursDone } } }`, { p: { from: PLANTED, to: NIR } }],
  [`query n${NIR} { regions { code } }`, {}],
  [`query ($unused: String) { regions { code } }`, { unused: PLANTED }],
];

describe.each(['maillage', 'stock'] as const)('canaries in a gateway with the engine %s', (engine) => {
  const supergraph = supergraphOf(CODES);
  const log = captureLog();
  let answer: Answer = (response) => response.destroy();
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  let servers: readonly TestServer[];
  let nationalHeaders: () => string;
  let gateway: Awaited<ReturnType<typeof startGateway>>;
  let spans: Awaited<ReturnType<typeof captureSpans>>;

  beforeAll(async () => {
    folder = await createTemporaryFolder();
    const hostile = await startHttpServer(
      (request, response) => void readEntities(request).then((entities) => answer(response, entities)),
    );
    const national = await startNational(supergraph.nationalSdl, CODES);
    servers = [hostile, national];
    nationalHeaders = () => JSON.stringify(national.questions.map(({ headers }) => headers));
    spans = await captureSpans({ followsCaller: false });
    gateway = await startGateway(
      supergraph.supergraphSdl,
      networkOf(national.url, { '11': hostile.url, '53': hostile.url }),
      { ...impatience(2_000), engine, usageDirectory: folder.path },
      undefined,
      { tracing: spans.tracing, logger: log.logger },
    );
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
    await folder.remove();
  });

  it.each(HOSTILE)('are in no answer to a client: %s', async (_what, hostile) => {
    answer = hostile;
    for (const query of [TOTAL, NETWORKS]) {
      const text = JSON.stringify(await ask(gateway, query, {}, CLIENT));
      expect(text).toMatch(/REGION_\w+/);
      expect(text).not.toMatch(FOUND);
    }
  });

  it.each(REQUESTS)(
    'are in nothing that the national level is told beyond the question: %s',
    async (query, variables) => {
      await ask(gateway, query, variables, CLIENT);
      expect(nationalHeaders()).not.toMatch(FOUND);
    },
  );

  it('are in no metric', async () => {
    const text = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(text).toContain('maillage_region_questions_total{region="53",outcome="INVALID"}');
    expect(text).not.toMatch(FOUND);
  });

  it('are in no span', async () => {
    const facts = JSON.stringify(
      (await spans.spans()).map(({ name, attributes, events, links, status, resource, parentSpanContext }) => ({
        ...{ name, attributes, events, links, status, parentSpanContext },
        resource: resource.attributes,
      })),
    );
    expect(facts).toContain('"maillage.outcome":"INVALID"');
    expect(facts).not.toMatch(FOUND);
  });

  it('are in no line of the log, at the level where all is written', () => {
    expect(log.text()).toContain('a region gave nothing');
    expect(log.text()).toContain('a region answered errors');
    expect(log.text()).not.toMatch(FOUND);
  });

  it('are in no file of usage', async () => {
    await gateway.stop();
    const names = await readdir(folder.path);
    const text = (await Promise.all(names.map((name) => readFile(join(folder.path, name), 'utf8')))).join('');
    expect(text).toContain('Consolidation.coverage');
    expect(text).toContain('"name":"Networks"');
    expect(text).not.toMatch(FOUND);
  });
});

async function readEntities(request: IncomingMessage): Promise<readonly unknown[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as { variables?: { representations?: unknown[] } };
  return variables?.representations ?? [];
}
