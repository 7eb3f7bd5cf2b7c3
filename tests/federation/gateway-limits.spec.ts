import { PUBLIC_CALLER } from '../../subgraphs/kit/identity';
import type { Gateway } from '../../gateway';
import { UNMETERED_LIMITS } from '../../gateway/limits';
import { type GuardedNetwork, type Seen, sendTo, startGuardedNetwork } from '../support/guarded-gateway';
import { HONEST_QUERY, OPEN_QUERY, postJson } from '../support/hostile-requests';

let network: GuardedNetwork;
beforeAll(async () => {
  network = await startGuardedNetwork();
});
afterAll(() => network.close());

const post = (at: Gateway, headers: Record<string, string> = {}, query = HONEST_QUERY): Promise<Seen> =>
  sendTo(at, postJson({ query }, headers));

describe('a client that asks too often', () => {
  it('is told to wait, in JSON, once its minute is used up', async () => {
    const metered = await network.start({ requestsPerMinute: 3 });
    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await post(metered)).status);
    const seen = await post(metered);
    expect([...statuses, seen.status, seen.code]).toEqual([200, 200, 200, 429, 'RATE_LIMITED']);
    expect(Number(seen.headers.get('retry-after'))).toBeGreaterThan(0);
    // Health is asked by probes, which are no clients.
    expect((await fetch(`${metered.url}/health/live`)).status).toBe(200);
    await metered.stop();
  });

  it('is told to wait while too many of its requests are under way, and let in again after', async () => {
    const metered = await network.start({ requestsInFlight: 2 });
    const all = await Promise.all(Array.from({ length: 12 }, () => post(metered)));
    const codes = new Set(all.map(({ status, code }) => `${status} ${code}`));
    expect(codes).toEqual(new Set(['200 undefined', '429 RATE_LIMITED']));
    expect((await post(metered)).status).toBe(200);
    await metered.stop();
  });

  it('is another one behind a trusted proxy, and nobody by a header of its own', async () => {
    const behind = await network.start({ requestsPerMinute: 1, trustedProxies: ['127.0.0.1'] }, true, PUBLIC_CALLER);
    const open = await network.start({ requestsPerMinute: 1 }, true, PUBLIC_CALLER);
    const from = async (address: string, at: Gateway) =>
      (await post(at, { 'x-forwarded-for': address }, OPEN_QUERY)).status;
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
    const allowing = await network.start({ allowedOrigins: ['https://carte.example.org'] });
    const ask = (origin: string) => post(allowing, { origin });
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
    const closed = await network.start();
    const seen = await post(closed, { origin: 'https://carte.example.org' });
    expect(seen.headers.get('access-control-allow-origin')).toBeNull();
    await closed.stop();
  });
});

describe('what a setting says', () => {
  it.each([
    [
      'LIMIT_DEPTH',
      { depth: 2 },
      '{ consolidation(period: {from: "2024-01", to: "2024-12"}) { total { hoursDone } } }',
      'QUERY_TOO_DEEP',
    ],
    ['LIMIT_ALIASES', { aliases: 1 }, '{ a: regions { b: code } }', 'TOO_MANY_ALIASES'],
    ['LIMIT_ROOT_FIELDS', { rootFields: 1 }, '{ __typename regions { code } }', 'TOO_MANY_ROOT_FIELDS'],
    [
      'LIMIT_DIRECTIVES',
      { directives: 1 },
      '{ regions @include(if: true) { code @skip(if: false) } }',
      'TOO_MANY_DIRECTIVES',
    ],
    ['LIMIT_LENGTH', { tokens: 5 }, '{ regions { code name } }', 'TOO_MANY_TOKENS'],
    ['LIMIT_SELECTIONS', { selections: 2 }, '{ regions { code name } }', 'TOO_MANY_SELECTIONS'],
    ['LIMIT_MERGED_PAIRS', { mergedPairs: 2 }, '{ regions { code code code } }', 'TOO_MANY_REPEATED_FIELDS'],
    ['LIMIT_COST', { cost: 17 }, '{ regions { code } }', 'QUERY_TOO_COSTLY'],
  ])('%s bounds what it names', async (_setting, limit, query, code) => {
    const [[name, most] = ['', 0]] = Object.entries(limit);
    const strict = await network.start({ document: { ...UNMETERED_LIMITS.document, ...limit } });
    const wider = await network.start({ document: { ...UNMETERED_LIMITS.document, [name]: most + 5 } });
    expect((await sendTo(strict, postJson({ query }))).code).toBe(code);
    expect((await sendTo(wider, postJson({ query }))).status).toBe(200);
    await strict.stop();
    await wider.stop();
  });

  it('LIMIT_VARIABLE_DEPTH and LIMIT_VARIABLE_VALUES bound variables', async () => {
    const strict = await network.start({
      document: { ...UNMETERED_LIMITS.document, variableDepth: 2, variableValues: 6 },
    });
    const ask = (variables: object) => sendTo(strict, postJson({ query: HONEST_QUERY, variables }));
    expect((await ask({ a: [1] })).status).toBe(200);
    expect((await ask({ a: [[1]] })).code).toBe('VARIABLES_TOO_LARGE');
    expect((await ask({ a: [1, 2, 3, 4, 5, 6] })).code).toBe('VARIABLES_TOO_LARGE');
    await strict.stop();
  });
});
