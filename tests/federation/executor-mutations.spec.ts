import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'graphql';
import type { SubgraphService } from '../../gateway/executor';
import { composeLocal, type LocalSubgraph, localServices } from '../support/local-subgraph';
import { type EngineUnderTest, hubEngine, stockEngine } from '../support/two-engines';

const happened: string[] = [];

/** Each mutation notes when it begins and ends, and takes the longer the earlier it is. */
function mutation(name: string, milliseconds: number, result: () => unknown): () => Promise<unknown> {
  return async () => {
    happened.push(`${name} begins`);
    await pause(milliseconds);
    happened.push(`${name} ends`);
    return result();
  };
}

const fails = () => {
  throw new Error('refused');
};

const SUBGRAPHS: Readonly<Record<string, LocalSubgraph>> = {
  desks: {
    sdl: `type Query { desk: Desk }
      type Mutation { openDesk: Desk closeDesk: Desk! moveDesk: Desk }
      type Desk @key(fields: "id") { id: ID! }`,
    resolvers: {
      Mutation: {
        openDesk: mutation('openDesk', 30, () => ({ id: '1' })),
        closeDesk: mutation('closeDesk', 5, () => ({ id: '2' })),
        moveDesk: mutation('moveDesk', 10, fails),
      },
    },
  },
  hours: {
    sdl: `type Mutation { declareHours: Desk refuseHours: Int! }
      type Desk @key(fields: "id") { id: ID! hours: Int }`,
    resolvers: {
      Mutation: {
        declareHours: mutation('declareHours', 20, () => ({ id: '3', hours: 30 })),
        refuseHours: mutation('refuseHours', 5, fails),
      },
      Desk: {
        __resolveReference: ({ id }: { id: string }) => {
          happened.push(`hours of desk ${id}`);
          return { id, hours: Number(id) * 10 };
        },
      },
    },
  },
};

const ended = (...names: string[]) => names.flatMap((name) => [`${name} begins`, `${name} ends`]);

describe('the fields at the root of a mutation', () => {
  let ours: EngineUnderTest;
  let stock: EngineUnderTest;
  beforeAll(async () => {
    const supergraphSdl = composeLocal(SUBGRAPHS);
    const services = localServices(SUBGRAPHS);
    const service = (name: string): SubgraphService => services(name);
    ours = await hubEngine(supergraphSdl, service);
    stock = await stockEngine(supergraphSdl, service);
  });
  afterAll(async () => {
    await Promise.all([ours.stop(), stock.stop()]);
  });
  beforeEach(() => happened.splice(0));

  it('are carried out one after the other in their order, over several subgraphs', async () => {
    const query = parse('mutation { a: openDesk { hours } b: declareHours { hours } c: closeDesk { hours } }');
    const { data, errors } = await ours.ask(query);
    expect({ data, errors }).toEqual({ data: { a: { hours: 10 }, b: { hours: 30 }, c: { hours: 20 } }, errors: [] });
    const mutations = happened.filter((event) => !event.startsWith('hours'));
    expect(mutations).toEqual(ended('openDesk', 'declareHours', 'closeDesk'));
    expect((await stock.ask(query)).data).toEqual(data);
  });

  it('are carried out after one that failed, which is null and named', async () => {
    const query = parse('mutation { moveDesk { id } declareHours { hours } }');
    const { data, errors } = await ours.ask(query);
    expect(data).toEqual({ moveDesk: null, declareHours: { hours: 30 } });
    expect(errors.map(({ path }) => path)).toEqual([['moveDesk']]);
    expect(happened.slice(0, 4)).toEqual(ended('moveDesk', 'declareHours'));
  });

  it('take the whole answer with them when one that must not be null fails, after all were carried out', async () => {
    const query = parse('mutation { openDesk { id } refuseHours closeDesk { id } }');
    const { data, errors } = await ours.ask(query);
    expect(data).toBeNull();
    expect(errors.map(({ path }) => path)).toEqual([['refuseHours']]);
    expect(happened).toEqual(ended('openDesk', 'refuseHours', 'closeDesk'));
  });

  it('are left out by conditions, and carried out once under each alias', async () => {
    const query = parse(
      'mutation ($no: Boolean! = false) { a: openDesk @include(if: $no) { id } b: closeDesk { id } c: closeDesk { id } }',
    );
    const { data } = await ours.ask(query);
    expect(data).toEqual({ b: { id: '2' }, c: { id: '2' } });
    expect(happened).toEqual(ended('closeDesk', 'closeDesk'));
  });
});
