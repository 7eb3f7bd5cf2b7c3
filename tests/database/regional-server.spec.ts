import { request } from 'node:http';
import { regionalSchema } from '../../schema';
import { createLogger } from '../../subgraphs/kit/log';
import { createRegionalSubgraph } from '../../subgraphs/regional';
import { trusting } from '../support/callers';
import { createTestDatabase } from '../support/database';
import { createRegionalTester, regionOf, type RegionalTester } from '../support/regional-tester';

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

describe('the server of a regional subgraph', () => {
  let tester: RegionalTester;

  beforeAll(async () => {
    tester = await createRegionalTester({ limits: { drainDelay: 0, bodyBytes: 4096 } });
  });
  afterAll(() => tester.close());

  const healthUrl = (path: string) => new URL(`/health/${path}`, tester.subgraph.url);

  it('publishes exactly its version of the regional schema', async () => {
    const answer = await tester.ask<{ _service: { sdl: string } }>('{ _service { sdl } }');
    const names = (sdl: string) => [...sdl.matchAll(/\b(?:type|scalar) (\w+)/g)].map((match) => match[1]);
    const published = new Set(names(answer.data?._service.sdl ?? ''));
    for (const name of names(regionalSchema(tester.region, '2'))) expect(published).toContain(name);
    expect(answer.data?._service.sdl).toContain('qpvParticipants');
  });

  it('publishes version 1 without what version 2 added', async () => {
    const old = await createRegionalTester({ region: regionOf('28'), schemaVersion: '1' });
    const answer = await old.ask<{ _service: { sdl: string } }>('{ _service { sdl } }');
    const network = await old.entities('Network', [{ region: '28' }], 'region facilitatorCount');
    await old.close();
    expect(answer.data?._service.sdl).not.toContain('qpvParticipants');
    expect(answer.data?._service.sdl).toContain('NormandieFigures');
    expect(network).toEqual([{ region: '28', facilitatorCount: 0 }]);
  });

  it('masks what it did not expect and quotes the request identifier', async () => {
    await tester.dataSource.query('ALTER TABLE coordination RENAME TO secret_table');
    const response = await post(
      tester.subgraph.url,
      JSON.stringify({
        query: `{ _entities(representations: [{ __typename: "BretagneNetwork", region: "53" }]) {
          ... on BretagneNetwork { region coordinationName } } }`,
      }),
      { 'x-request-id': 'question-7' },
    );
    await tester.dataSource.query('ALTER TABLE secret_table RENAME TO coordination');
    const text = await response.text();
    expect(response.headers.get('x-request-id')).toBe('question-7');
    expect(text).not.toMatch(/coordination"|secret|relation|stack/i);
    expect(JSON.parse(text)).toEqual({
      data: { _entities: [{ region: '53', coordinationName: null }] },
      errors: [
        {
          message: expect.stringContaining('question-7'),
          locations: expect.anything(),
          path: ['_entities', 0, 'coordinationName'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'question-7' },
        },
      ],
    });
  });

  it('refuses a body beyond the limit, whatever it was compressed to', async () => {
    const response = await post(tester.subgraph.url, JSON.stringify({ query: '{ a }', padding: 'x'.repeat(5000) }));
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({
      errors: [{ message: expect.stringContaining('4096'), extensions: { code: 'BODY_TOO_LARGE', limit: 4096 } }],
    });
  });

  it('refuses a body that is no JSON, without a stack trace', async () => {
    const response = await post(tester.subgraph.url, '{ not json');
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('at ');
  });

  it('answers POST only', async () => {
    const response = await fetch(`${tester.subgraph.url}?query={__typename}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('refuses forms, which browsers send across sites', async () => {
    const response = await post(tester.subgraph.url, 'query=%7B__typename%7D', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  });

  it('says what is wrong with a query', async () => {
    const answer = await tester.ask('{ nothingLikeIt }');
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  it('is live, and ready while its database answers', async () => {
    const states = await Promise.all(['live', 'ready'].map(async (path) => (await fetch(healthUrl(path))).status));
    expect(states).toEqual([200, 200]);
  });

  it('says in a header that the database holds demonstration rows', async () => {
    const before = await post(tester.subgraph.url, '{"query":"{__typename}"}');
    const other = await createRegionalTester();
    await other.buildDesk({ origin: 'DEMONSTRATION' });
    const after = await post(other.subgraph.url, '{"query":"{__typename}"}');
    await other.close();
    expect(before.headers.get('maillage-demonstration')).toBeNull();
    expect(after.headers.get('maillage-demonstration')).toBe('true');
  });

  it('ends requests under way when it stops, then answers nobody', async () => {
    const stopping = await createRegionalTester({ limits: { drainDelay: 0, stopGrace: 5_000 } });
    const { url } = stopping.subgraph;
    const slow = new Promise<number | undefined>((resolve, reject) => {
      const sending = request(url, { method: 'POST', headers: { 'content-type': 'application/json' } }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      });
      sending.on('error', reject);
      sending.write('{"query":"{__type');
      setTimeout(() => sending.end('name}"}'), 200);
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = stopping.subgraph.stop();
    expect(await slow).toBe(200);
    await stopped;
    await expect(fetch(url)).rejects.toThrow();
    await stopping.close();
  });

  it('does not start on a taken port', async () => {
    const database = await createTestDatabase('regional');
    const starting = createRegionalSubgraph(
      { region: tester.region, databaseUrl: database.url, port: Number(new URL(tester.subgraph.url).port) },
      { logger: createLogger('test', 'silent'), tokensFor: () => trusting() },
    );
    await expect(starting).rejects.toMatchObject({ code: 'PORT_IN_USE' });
    await database.close();
  });

  it('does not start without its database', async () => {
    const starting = createRegionalSubgraph(
      { region: tester.region, databaseUrl: 'postgres://nobody:secret@127.0.0.1:1/none', port: 0 },
      { logger: createLogger('test', 'silent'), tokensFor: () => trusting() },
    );
    await expect(starting).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: expect.not.stringContaining('secret'),
    });
  });
});
