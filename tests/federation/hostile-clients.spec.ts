import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { PUBLIC_CALLER } from '../../subgraphs/kit/identity';
import type { Gateway } from '../../gateway';
import { type GuardedNetwork, sendTo, startGuardedNetwork } from '../support/guarded-gateway';
import {
  getOf,
  HONEST_QUERY,
  OPEN_QUERY,
  type HostileRow,
  hostileRow,
  postJson,
  postText,
} from '../support/hostile-requests';
import { createTemporaryFolder } from '../support/temporary-folder';

const ANSWER = { consolidation: { total: { hoursDone: 20 } } };

let network: GuardedNetwork;
let gateway: Gateway;
beforeAll(async () => {
  network = await startGuardedNetwork();
  gateway = await network.start();
});
afterAll(async () => {
  await gateway.stop();
  await network.close();
});
beforeEach(() => network.questions.splice(0));

const post = (body: unknown, at: Gateway = gateway) => sendTo(at, postJson(body));

async function expectHonestAnswer(at: Gateway = gateway): Promise<void> {
  const seen = await post({ query: HONEST_QUERY }, at);
  expect([seen.status, seen.body.data]).toEqual([200, ANSWER]);
}

/** One test for each hostile request of a row: refused before any subgraph is asked, and the next one is answered. */
function refusesAll(row: HostileRow): void {
  it.each(hostileRow(row).map((request) => [request.name, request] as const))(
    'refuses %s',
    async (_name, { status, code, make }) => {
      const seen = await sendTo(gateway, make(1));
      expect([seen.status, seen.code]).toEqual([status, code]);
      expect(seen.body.data).toBeUndefined();
      expect(network.questions).toEqual([]);
      await expectHonestAnswer();
    },
  );
}

describe('a client that asks for much in one document', () => {
  refusesAll('volume');

  it('is told the limit and what it asked', async () => {
    const seen = await post({ query: `{ ${'a: __typename '.repeat(21)} }` });
    expect(seen.body.errors?.[0]?.message).toContain('21 fields at the root; 20 are allowed');
  });

  it('is stopped by the page size in a variable, and let through with a small one', async () => {
    const query = `query($first: Int!) { contracts(first: $first) { edges { node { region { network { desks { territories { name } } } } } } } }`;
    expect((await post({ query, variables: { first: 100 } })).code).toBe('QUERY_TOO_COSTLY');
    expect((await post({ query, variables: { first: 1_000_000_000 } })).code).toBe('QUERY_TOO_COSTLY');
    expect((await post({ query, variables: { first: 1 } })).code).not.toBe('QUERY_TOO_COSTLY');
  });
});

describe('a client that makes fragments grow', () => {
  refusesAll('expansion');
});

describe('a client that nests without end', () => {
  refusesAll('depth');

  it('may still send the introspection that tools send, and ask for the directory of all desks', async () => {
    expect((await post({ query: getIntrospectionQuery() })).status).toBe(200);
    const query = '{ regions { code network { desks { id name territories { code } facilitators { name } } } } }';
    expect((await post({ query })).status).toBe(200);
  });

  it('is given no suggestion for a wrong name', async () => {
    for (const query of [
      '{ region { code } regions { cod } }',
      '{ regions(code: "53") { code } }',
      '{ ... on Regio { code } }',
    ]) {
      const seen = await post({ query });
      expect([seen.status, seen.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      expect(JSON.stringify(seen.body)).not.toMatch(/did you mean/i);
    }
  });

  it('learns nothing of the schema where introspection is off', async () => {
    const closed = await network.start({}, false);
    for (const query of [
      '{ __schema { types { name } } }',
      '{ ...A } fragment A on Query { x: __type(name: "Query") { name } }',
    ]) {
      const seen = await post({ query }, closed);
      expect([seen.status, seen.code]).toEqual([400, 'INTROSPECTION_REFUSED']);
    }
    await expectHonestAnswer(closed);
    await closed.stop();
  });

  it('learns nothing of the schema when it is anonymous', async () => {
    const open = await network.start({}, true, PUBLIC_CALLER);
    const seen = await post({ query: '{ __schema { types { name } } }' }, open);
    expect([seen.status, seen.code]).toEqual([400, 'INTROSPECTION_REFUSED']);
    await open.stop();
  });
});

describe('a client that sends much', () => {
  refusesAll('size');
});

describe('a client that sends no single request of its own', () => {
  refusesAll('form');

  it('finds nothing kept under the hash that it sent a text for', async () => {
    const query = '{ regions { code } }';
    const sha256Hash = createHash('sha256').update(HONEST_QUERY).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    await post({ query, extensions });
    expect((await post({ extensions })).code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
    expect((await post({ documentId: sha256Hash })).code).toBe('OPERATION_NOT_REGISTERED');
  });

  it('may name one of several operations', async () => {
    const query = 'query A { regions { code } } query B { regions { name } }';
    expect((await post({ query, operationName: 'B' })).body.data).toMatchObject({ regions: [{}, {}] });
  });

  it('may send registered documents only where the public has a safelist, by text or by hash', async () => {
    const folder = await createTemporaryFolder();
    const file = join(folder.path, 'operations.json');
    // The key is not the hash of the document: it must not be believed.
    await writeFile(file, JSON.stringify({ ['0'.repeat(64)]: OPEN_QUERY }));
    const listed = await network.start(
      { publicOperations: 'safelist', publicOperationsFile: file },
      true,
      PUBLIC_CALLER,
    );
    const documentId = `sha256:${createHash('sha256').update(OPEN_QUERY).digest('hex')}`;
    for (const request of [postJson({ query: OPEN_QUERY }), postJson({ documentId }), getOf({ documentId })]) {
      const seen = await sendTo(listed, request);
      expect([seen.status, seen.body.data]).toEqual([200, { regions: [{ code: '11' }, { code: '53' }] }]);
    }
    for (const body of [
      { query: `${OPEN_QUERY} ` },
      { documentId: '0'.repeat(64) },
      { query: OPEN_QUERY, documentId: '1'.repeat(64) },
    ]) {
      expect(await post(body, listed)).toMatchObject({ status: 400, code: 'OPERATION_NOT_REGISTERED' });
    }
    await listed.stop();
    await folder.remove();
  });
});

describe('a client that uses HTTP as no client of the hub does', () => {
  refusesAll('method');

  it('is told which method to use for a mutation', async () => {
    const seen = await sendTo(gateway, getOf({ query: 'mutation { anything }' }));
    expect(seen.headers.get('allow')).toBe('POST');
  });

  it('may read by GET with a header that no foreign page can send', async () => {
    const seen = await sendTo(gateway, getOf({ query: HONEST_QUERY }));
    expect([seen.status, seen.body.data]).toEqual([200, ANSWER]);
  });

  it('is given no cookie, whether it sends one or not', async () => {
    const seen = await sendTo(gateway, postJson({ query: HONEST_QUERY }, { cookie: 'session=1' }));
    expect([seen.status, seen.headers.get('set-cookie')]).toEqual([200, null]);
  });

  it('finds no event stream: the answer is one JSON text', async () => {
    const accept = { accept: 'text/event-stream', 'maillage-client': 'test' };
    const seen = await sendTo(gateway, getOf({ query: HONEST_QUERY }, accept));
    expect(seen.headers.get('content-type')).toContain('application/json');
    const stream = await fetch(`${gateway.url}/graphql/stream`, { headers: { accept: 'text/event-stream' } });
    expect([stream.status, stream.headers.get('content-type')]).toEqual([400, 'application/json; charset=utf-8']);
  });

  it.each(['/graphql', '/graphql/ws', '/subscriptions'])('finds no WebSocket at %s', async (path) => {
    expect(await statusOfUpgrade(`${gateway.url}${path}`)).toBeGreaterThanOrEqual(400);
    await expectHonestAnswer();
  });
});

/** The status that an attempt to open a WebSocket gets: 101 if it were opened. */
function statusOfUpgrade(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-version': '13',
        'sec-websocket-protocol': 'graphql-transport-ws',
      },
    });
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode);
    });
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    request.end();
  });
}

describe('a client that sends values that no database should see', () => {
  refusesAll('values');

  it('may send text of any language, and emoji, which are whole surrogate pairs', async () => {
    const query = 'query($codes: [RegionCode!]) { regions(codes: $codes) { code } }';
    expect((await post({ query, variables: { codes: ['Été', '𝔐', '👷'] } })).code).not.toBe('TEXT_INVALID');
    expect((await post({ query: '{ regions(codes: ["👷"]) { code } }' })).code).not.toBe('TEXT_INVALID');
  });
});

describe('a client that reaches for JavaScript objects', () => {
  refusesAll('names of JavaScript objects');

  const before = Object.getOwnPropertyNames(Object.prototype).sort();

  it.each([
    ['as variables', '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "codes": ["53"]}'],
    ['inside a variable', '{"codes": ["53"], "other": {"__proto__": {"polluted": 1}, "constructor": {"polluted": 1}}}'],
  ])('finds __proto__ and constructor inert %s', async (_where, variables) => {
    const query = 'query($codes: [RegionCode!]) { regions(codes: $codes) { code } }';
    const seen = await sendTo(gateway, postText(`{"query": ${JSON.stringify(query)}, "variables": ${variables}}`));
    expect([seen.status, seen.body.errors]).toEqual([200, undefined]);
    expect({}).not.toHaveProperty('polluted');
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  });

  it('gets values, not inherited functions, under the names of methods of objects', async () => {
    const query = '{ toString: regions { hasOwnProperty: code valueOf: name __defineGetter__: name } }';
    const seen = await post({ query });
    expect(seen.body.data).toEqual({
      toString: [
        { hasOwnProperty: '11', valueOf: 'Île-de-France', __defineGetter__: 'Île-de-France' },
        { hasOwnProperty: '53', valueOf: 'Bretagne', __defineGetter__: 'Bretagne' },
      ],
    });
  });

  it.each(['constructor', 'toString', '__proto__'])('may call an operation or a fragment %s', async (name) => {
    const query = `query ${name} { regions { ...${name} } } fragment ${name} on Region { code }`;
    const seen = await post({ query, operationName: name });
    expect(seen.body.data).toEqual({ regions: [{ code: '11' }, { code: '53' }] });
  });

  it('leaves Object.prototype as it was after every hostile request', async () => {
    for (const { make } of hostileRow('names of JavaScript objects')) await sendTo(gateway, make(2));
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});
