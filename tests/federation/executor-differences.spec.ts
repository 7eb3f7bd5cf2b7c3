import { parse } from 'graphql';
import { asHubError } from '../../subgraphs/kit/errors';
import type { SubgraphService } from '../../gateway/executor';
import { type Asked, composeLocal, type LocalSubgraph, localServices } from '../support/local-subgraph';
import { type Answer, type EngineUnderTest, hubEngine, stockEngine } from '../support/two-engines';

const open: EngineUnderTest[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.stop()));
});

type Subgraphs = Readonly<Record<string, LocalSubgraph>>;
type Variables = Readonly<Record<string, unknown>>;

/** Asks both engines the same of the same subgraphs. */
async function both(
  subgraphs: Subgraphs,
  query: string,
  variables: Variables = {},
  serviceOf: (name: string) => SubgraphService = localServices(subgraphs),
): Promise<{ ours: Answer; stock: Answer }> {
  const supergraphSdl = composeLocal(subgraphs);
  const ours = await hubEngine(supergraphSdl, serviceOf);
  const stock = await stockEngine(supergraphSdl, serviceOf);
  open.push(ours, stock);
  const document = parse(query);
  return { ours: await ours.ask(document, variables), stock: await stock.ask(document, variables) };
}

const reference = { __resolveReference: (given: object) => given };

/** A shelf whose height only another subgraph knows, from its name and its hidden code. */
const SHELVES: Subgraphs = {
  rooms: {
    sdl: `type Query { shelves: [Shelf!]! }
      type Shelf @key(fields: "id") { id: ID! name: String colour: String code: String @inaccessible }`,
    resolvers: {
      Query: {
        shelves: () => [
          { id: '1', name: 'oak', colour: 'red', code: 'hidden-1' },
          { id: '2', name: 'elm', colour: 'blue', code: 'hidden-2' },
        ],
      },
    },
  },
  sizes: {
    sdl: `type Shelf @key(fields: "id") {
        id: ID!
        name: String @external
        code: String @external
        height: Int
        label: String @requires(fields: "name")
        place: String @requires(fields: "code")
      }`,
    resolvers: {
      Shelf: {
        ...reference,
        height: ({ id }: { id: string }) => Number(id) * 10,
        label: ({ name }: { name: string }) => `label of ${name}`,
        place: ({ code }: { code: string }) => `place of ${code}`,
      },
    },
  },
};

describe('an alias that the stock engine takes for something else', () => {
  it('may be the name of a key: the entity stays the one that was meant', async () => {
    const { ours, stock } = await both(SHELVES, '{ shelves { id: colour height } }');
    expect(ours.data).toEqual({
      shelves: [
        { id: 'red', height: 10 },
        { id: 'blue', height: 20 },
      ],
    });
    expect(stock.data).not.toEqual(ours.data);
  });

  it('may be the name of a required field: the field that requires it gets the right value', async () => {
    const { ours, stock } = await both(SHELVES, '{ shelves { name: colour label } }');
    expect(ours.data).toEqual({
      shelves: [
        { name: 'red', label: 'label of oak' },
        { name: 'blue', label: 'label of elm' },
      ],
    });
    expect(stock.data).not.toEqual(ours.data);
  });

  it('may be the name of a hidden field: it neither replaces nor shows it', async () => {
    const { ours, stock } = await both(SHELVES, '{ shelves { code: colour place } }');
    expect(ours.data).toEqual({
      shelves: [
        { code: 'red', place: 'place of hidden-1' },
        { code: 'blue', place: 'place of hidden-2' },
      ],
    });
    expect(stock.data).not.toEqual(ours.data);
  });
});

describe('a supergraph that the stock engine runs wrongly', () => {
  const priced: Subgraphs = {
    shop: {
      sdl: `type Query { item: Item }
        type Item @key(fields: "id") { id: ID! price(currency: String): String }`,
      resolvers: {
        Query: { item: () => ({ id: '1' }) },
        Item: { price: (_item: unknown, { currency }: { currency?: string }) => `in ${currency}` },
      },
    },
    tax: {
      sdl: `type Item @key(fields: "id") {
        id: ID!
        price(currency: String): String @external
        tax: String @requires(fields: "price(currency: \\"EUR\\")")
      }`,
      resolvers: { Item: { ...reference, tax: ({ price }: { price: string }) => `tax on ${price}` } },
    },
  };

  it('is refused when a required field takes arguments, before it serves', async () => {
    const supergraphSdl = composeLocal(priced);
    const refusal = await hubEngine(supergraphSdl, localServices(priced)).catch((error: unknown) => error);
    expect(asHubError(refusal)?.code).toBe('SUPERGRAPH_UNSUPPORTED');
    const stock = await stockEngine(supergraphSdl, localServices(priced));
    open.push(stock);
    const { data, errors } = await stock.ask(parse('{ item { price(currency: "USD") tax } }'));
    expect({ data, errors }).not.toEqual({ data: { item: { price: 'in USD', tax: 'tax on in EUR' } }, errors: [] });
  });
});

const regionOf = (prefix: string, desk: object): LocalSubgraph => ({
  sdl: `type ${prefix}Network @key(fields: "id") { id: ID! desks: [${prefix}Desk!] }
    type ${prefix}Desk @key(fields: "id") { id: ID! name: String open: Boolean }`,
  resolvers: { [`${prefix}Network`]: { ...reference, desks: () => [desk] } },
});
const counterpartsOf = (prefix: string) => `
  type ${prefix}Network implements Network @key(fields: "id") { id: ID! desks: [${prefix}Desk!] @external }
  type ${prefix}Desk implements Desk @key(fields: "id") { id: ID! name: String @external }`;

/** Interfaces of the national level over types that one region each owns. */
const NETWORKS: Subgraphs = {
  national: {
    sdl: `type Query { networks: [Network!]! }
      interface Network { desks: [Desk!] }
      interface Desk { name: String } ${counterpartsOf('Breton')} ${counterpartsOf('Occitan')}`,
    resolvers: {
      Query: {
        networks: () => [
          { __typename: 'BretonNetwork', id: '53' },
          { __typename: 'OccitanNetwork', id: '76' },
        ],
      },
    },
  },
  bretagne: regionOf('Breton', { id: '1', name: 'Brest', open: true }),
  occitanie: regionOf('Occitan', { id: '1', name: 'Albi', open: false }),
};

describe('values that the stock engine loses', () => {
  it('are lists of lists in what is required', async () => {
    const subgraphs: Subgraphs = {
      grids: {
        sdl: `type Query { grid: Grid }
          type Grid @key(fields: "id") { id: ID! rows: [[Cell!]!] }
          type Cell { value: Int }`,
        resolvers: { Query: { grid: () => ({ id: '1', rows: [[{ value: 1 }, { value: 2 }], [], [{ value: 4 }]] }) } },
      },
      sums: {
        sdl: `type Grid @key(fields: "id") { id: ID! rows: [[Cell!]!] @external sum: Int @requires(fields: "rows { value }") }
          type Cell { value: Int @external }`,
        resolvers: {
          Grid: {
            ...reference,
            sum: ({ rows }: { rows: (({ value: number } | null)[] | null)[] }) =>
              rows.flat().reduce((sum, cell) => sum + (cell?.value ?? 0), 0),
          },
        },
      },
    };
    const { ours, stock } = await both(subgraphs, '{ grid { sum } }');
    expect(ours.data).toEqual({ grid: { sum: 7 } });
    expect(stock.data).toEqual({ grid: { sum: 0 } });
  });

  it('are fields of a fragment on the type of an object, when that type was not fetched', async () => {
    const { ours, stock } = await both(NETWORKS, '{ networks { desks { name ... on BretonDesk { open } } } }');
    expect(ours.data).toEqual({
      networks: [{ desks: [{ name: 'Brest', open: true }] }, { desks: [{ name: 'Albi' }] }],
    });
    expect(stock.data).toEqual({ networks: [{ desks: [{ name: 'Brest' }] }, { desks: [{ name: 'Albi' }] }] });
  });

  it('are objects of which only the fields of other types are asked', async () => {
    const { ours, stock } = await both(NETWORKS, '{ networks { desks { ... on OccitanDesk { open } } } }');
    expect(ours.data).toEqual({ networks: [{ desks: [{}] }, { desks: [{ open: false }] }] });
    expect(stock.data).toEqual({ networks: [{ desks: null }, { desks: [{}] }] });
  });

  it('are zero, false and the empty text of a field that the plan had to rename', async () => {
    const subgraphs: Subgraphs = {
      items: {
        sdl: `type Query { things: [Thing!]! }
          union Thing = Box | Leaf
          type Box { size: Int! @shareable full: Boolean! @shareable note: String! @shareable }
          type Leaf { size: Int full: Boolean note: String }`,
        resolvers: {
          Query: {
            things: () => [
              { __typename: 'Box', size: 0, full: false, note: '' },
              { __typename: 'Leaf', size: 0, full: false, note: '' },
            ],
          },
        },
      },
      others: {
        sdl: `type Query { box: Box }
          type Box { size: Int @shareable full: Boolean @shareable note: String @shareable }`,
        resolvers: {},
      },
    };
    const fields = 'size full note';
    const { ours, stock } = await both(subgraphs, `{ things { ... on Box { ${fields} } ... on Leaf { ${fields} } } }`);
    const empty = { size: 0, full: false, note: '' };
    expect(ours).toMatchObject({ data: { things: [empty, empty] }, errors: [] });
    expect(stock.data).not.toEqual(ours.data);
  });
});

describe('what the stock engine says of failures', () => {
  const split: Subgraphs = {
    list: {
      sdl: `type Query { things: [Thing!]! }
        union Thing = Box | Leaf
        type Box @key(fields: "id") { id: ID! }
        type Leaf @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          things: () => [
            { __typename: 'Leaf', id: 'a' },
            { __typename: 'Leaf', id: 'b' },
            { __typename: 'Box', id: 'c' },
          ],
        },
      },
    },
    boxes: {
      sdl: 'type Box @key(fields: "id") { id: ID! weight: Int }',
      resolvers: {
        Box: {
          ...reference,
          weight: () => {
            throw new Error('no scales');
          },
        },
      },
    },
  };

  it('points at the wrong item of a list; ours points at the one that failed', async () => {
    const { ours, stock } = await both(split, '{ things { ... on Box { weight } } }');
    expect(ours.errors.map(({ path }) => path)).toEqual([['things', 2, 'weight']]);
    expect(stock.errors.map(({ path }) => path)).not.toEqual([['things', 2, 'weight']]);
  });

  it('leaves a missing value that must be there out of the errors; ours is an error with a code', async () => {
    const subgraphs: Subgraphs = {
      only: { sdl: 'type Query { box: Box } type Box { weight: Int! }', resolvers: {} },
    };
    const service: SubgraphService = { process: async () => ({ data: { box: { weight: null } } }) };
    const { ours, stock } = await both(subgraphs, '{ box { weight } }', {}, () => service);
    expect(ours.data).toEqual({ box: null });
    expect(ours.errors.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['box', 'weight'], 'VALUE_INVALID'],
    ]);
    expect(stock.whispered).toBe(true);
  });
});

describe('what neither engine can do, and ours refuses', () => {
  it('is a variable that has the name of the one that carries entities', async () => {
    const subgraphs: Subgraphs = {
      rooms: {
        sdl: 'type Query { shelf(id: ID!): Shelf } type Shelf @key(fields: "id") { id: ID! }',
        resolvers: { Query: { shelf: (_root: unknown, { id }: { id: string }) => ({ id }) } },
      },
      sizes: {
        sdl: 'type Shelf @key(fields: "id") { id: ID! height(unit: String): String }',
        resolvers: { Shelf: { ...reference, height: (_shelf: unknown, { unit }: { unit: string }) => `1 ${unit}` } },
      },
    };
    const asked: Asked[] = [];
    const query = 'query ($representations: String) { shelf(id: "1") { height(unit: $representations) } }';
    const variables = { representations: 'm' };
    const { ours, stock } = await both(subgraphs, query, variables, localServices(subgraphs, asked));
    expect(ours.errors.map(({ extensions }) => extensions['code'])).toEqual(['OPERATION_UNSUPPORTED']);
    expect(stock.data).not.toEqual({ shelf: { height: '1 m' } });
  });
});
