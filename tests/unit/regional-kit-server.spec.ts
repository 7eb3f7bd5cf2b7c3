import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { createGroupLoader, createRowLoader } from '../../subgraphs/kit/loaders';
import { createLogger } from '../../subgraphs/kit/log';
import { SCALARS } from '../../subgraphs/kit/scalars';
import { trusting } from '../support/callers';
import { createSubgraphServer, type SubgraphServer } from '../../subgraphs/kit/server';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar Month scalar Siren scalar CommuneCode scalar HourHundredths scalar Count scalar Date scalar DateTime
  input PeriodInput { from: Month! to: Month! }
  type Query {
    period(period: PeriodInput!): String
    siren(siren: Siren!): String
    commune(code: CommuneCode!): String
    hours: HourHundredths
    half: Count
    below: Count
    day: Date
    moment: DateTime
    unknown: String
  }`;

const logger = createLogger('test', 'silent');

describe('a subgraph server', () => {
  let server: SubgraphServer;

  beforeAll(async () => {
    server = await createSubgraphServer({
      name: 'test',
      typeDefs: SDL,
      resolvers: {
        ...SCALARS,
        Query: {
          period: () => 'fine',
          siren: () => 'fine',
          commune: () => 'fine',
          hours: () => 2 ** 53,
          half: () => 1.5,
          below: () => -1,
          day: () => '2021-02-28',
          moment: () => new Date('2021-02-28T12:00:00.5Z'),
          unknown: () => {
            throw new TypeError('password=hunter2');
          },
        },
      },
      createContext: () => ({}),
      tokens: trusting(),
      logger,
      port: 0,
      limits: { drainDelay: 0 },
    });
  });
  afterAll(() => server.stop());

  const ask = async (query: string, variables: object = {}) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as {
      data?: Record<string, unknown>;
      errors?: { message: string; extensions: Record<string, unknown> }[];
    };
  };
  const codeOf = async (query: string, variables?: object) =>
    (await ask(query, variables)).errors?.[0]?.extensions['code'];

  it.each([
    ['{ period(period: { from: "2021-13", to: "2021-12" }) }', 'PERIOD_MALFORMED'],
    ['{ period(period: { from: 2021, to: "2021-12" }) }', 'PERIOD_MALFORMED'],
    ['{ siren(siren: "123456789") }', 'SIREN_MALFORMED'],
    ['{ commune(code: "2920") }', 'COMMUNE_MALFORMED'],
    ['{ period(period: { from: "2021-01" }) }', 'GRAPHQL_VALIDATION_FAILED'],
    ['{ ', 'GRAPHQL_PARSE_FAILED'],
  ])('names what is wrong with the literals of %s', async (query, code) => {
    expect(await codeOf(query)).toBe(code);
  });

  it('names what is wrong with variables, deep inside an input too', async () => {
    const period = 'query ($period: PeriodInput!) { period(period: $period) }';
    expect(await codeOf(period, { period: { from: '2021-01', to: 'soon' } })).toBe('PERIOD_MALFORMED');
    expect(await codeOf(period, { period: { from: '2021-01' } })).toBe('BAD_USER_INPUT');
    expect(await codeOf('query ($s: Siren!) { siren(siren: $s) }', { s: 356000001 })).toBe('SIREN_MALFORMED');
    expect(await codeOf('query ($c: CommuneCode!) { commune(code: $c) }', { c: '29232 ' })).toBe('COMMUNE_MALFORMED');
  });

  it('takes what is well written', async () => {
    const { data } = await ask(
      '{ period(period: { from: "2021-01", to: "2021-12" }) siren(siren: "552081317") commune(code: "2A004") day moment }',
    );
    expect(data).toEqual({
      period: 'fine',
      siren: 'fine',
      commune: 'fine',
      day: '2021-02-28',
      moment: '2021-02-28T12:00:00.500Z',
    });
  });

  it('never rounds a number: beyond 2^53, a half or below zero is an error', async () => {
    const { data, errors } = await ask('{ hours half below }');
    expect(data).toEqual({ hours: null, half: null, below: null });
    expect(errors?.map((error) => error.extensions['code'])).toEqual(Array(3).fill('INTERNAL_SERVER_ERROR'));
  });

  it('keeps the words of an unexpected error to itself', async () => {
    expect(JSON.stringify(await ask('{ unknown }'))).not.toContain('hunter2');
  });

  it('frees its port when it stops, and can be stopped twice', async () => {
    const other = await createSubgraphServer({
      name: 'other',
      typeDefs: SDL,
      resolvers: SCALARS,
      createContext: () => ({}),
      tokens: trusting(),
      logger,
      port: 0,
      limits: { drainDelay: 0 },
    });
    await Promise.all([other.stop(), other.stop()]);
    const next = createServer().listen(Number(new URL(other.url).port), '127.0.0.1');
    await new Promise((resolve) => next.once('listening', resolve));
    expect((next.address() as AddressInfo).port).toBe(Number(new URL(other.url).port));
    await new Promise((resolve) => next.close(resolve));
  });
});

describe('a loader', () => {
  it('gives rows in the order of the keys, null for the missing, from one batch', async () => {
    const batches: string[][] = [];
    const loader = createRowLoader({
      name: 'rowById',
      read: (keys: readonly string[]) => {
        batches.push([...keys]);
        return Promise.resolve([{ id: 'b' }, { id: 'a' }]);
      },
      keyOf: (row) => row.id,
    });
    expect(await loader.loadMany(['a', 'x', 'b'])).toEqual([{ id: 'a' }, null, { id: 'b' }]);
    expect(batches).toEqual([['a', 'x', 'b']]);
    expect(loader.name).toBe('rowById');
  });

  it('gives every row of a key, an empty list for none', async () => {
    const loader = createGroupLoader({
      name: 'rowsByKey',
      read: () =>
        Promise.resolve([
          { key: 'a', value: 1 },
          { key: 'b', value: 2 },
          { key: 'a', value: 3 },
        ]),
      keyOf: (row) => row.key,
    });
    const values = (await loader.loadMany(['a', 'x'])).map((rows) => (rows instanceof Error ? rows : rows.length));
    expect(values).toEqual([2, 0]);
  });
});
