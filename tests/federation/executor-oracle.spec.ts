import fc from 'fast-check';
import { parse, specifiedRules, validate } from 'graphql';
import { regionalSchema } from '../../schema';
import type { SubgraphService } from '../../gateway/executor';
import { readSupergraph, reservedAliasRule } from '../../gateway/supergraph';
import { supergraphOf } from '../support/gateway-network';
import { region } from '../support/gateway-servers';
import { type Behaviour, madeUpSubgraph } from '../support/made-up-subgraphs';
import { randomOperation } from '../support/random-operation';
import { type EngineUnderTest, exchangeable, hubEngine, stockEngine } from '../support/two-engines';

const CODES = ['53', '76', '11'];
const BEHAVIOURS: readonly Behaviour[] = ['healthy', 'down', 'flaky'];
/** Operations that are compared; a longer run sets ORACLE_RUNS. */
const RUNS = Number(process.env['ORACLE_RUNS'] ?? 100);

describe('the hub executes plans as the stock engine does', () => {
  const { supergraphSdl, nationalSdl } = supergraphOf(CODES);
  const members = CODES.map(region);
  const reserved = reservedAliasRule(() => readSupergraph(supergraphSdl).reservedNames);
  const subgraphs = new Map<string, SubgraphService>();
  for (const behaviour of BEHAVIOURS) {
    subgraphs.set(`national ${behaviour}`, madeUpSubgraph(nationalSdl, members, behaviour));
    for (const member of members) {
      const sdl = regionalSchema(member, '2');
      subgraphs.set(`${member.subgraph} ${behaviour}`, madeUpSubgraph(sdl, members, behaviour, member));
    }
  }
  let behaviours: Readonly<Record<string, Behaviour>> = {};
  let ours: EngineUnderTest;
  let stock: EngineUnderTest;

  beforeAll(async () => {
    const service = exchangeable(() => (name) => {
      const found = subgraphs.get(`${name} ${behaviours[name] ?? 'healthy'}`);
      if (found === undefined) throw new Error(`no subgraph ${name}`);
      return found;
    });
    ours = await hubEngine(supergraphSdl, service);
    stock = await stockEngine(supergraphSdl, service);
  });
  afterAll(async () => {
    await Promise.all([ours.stop(), stock.stop()]);
  });

  async function compare(seed: number, size: number): Promise<void> {
    const { query, variables } = randomOperation(ours.schema, seed, size);
    const document = parse(query);
    fc.pre(validate(stock.schema, document, [...specifiedRules, reserved]).length === 0);
    const expected = await stock.ask(document, variables);
    const found = await ours.ask(document, variables);
    expect({ query, variables, faults: found.faults }).toEqual({ query, variables, faults: expected.faults });
    // The one known difference, named below: the stock engine may lose fields, and never gives others.
    expect({ query, variables, data: found.data }).toMatchObject({ query, variables, data: expected.data });
  }
  const sizes = fc.integer({ min: 1, max: 40 });

  it('gives the same data when every region is sound', async () => {
    behaviours = {};
    await fc.assert(fc.asyncProperty(fc.nat(), sizes, compare), { numRuns: RUNS });
  });

  it('gives the same data and blames the same regions when some fail', async () => {
    const names = members.map(({ subgraph }) => subgraph);
    const states = fc.tuple(fc.constantFrom(...BEHAVIOURS), ...names.map(() => fc.constantFrom(...BEHAVIOURS)));
    const property = fc.asyncProperty(fc.nat(), sizes, states, async (seed, size, [national, ...regional]) => {
      behaviours = {
        national,
        ...Object.fromEntries(names.map((name, index) => [name, regional[index] ?? 'healthy'])),
      };
      await compare(seed, size);
    });
    await fc.assert(property, { numRuns: RUNS });
  });

  it('keeps the fields of a fragment on the type of an object, where the stock engine loses them', async () => {
    behaviours = {};
    // Found by the comparison: the plan fetches no __typename for desks whose type it knows.
    const { query, variables } = randomOperation(ours.schema, 1_241_570_811, 9);
    const read = (data: unknown) =>
      (data as { a1_10: { a2_66: { desks: { isDemonstration?: boolean }[] } | null }[] }).a1_10[0]?.a2_66?.desks[0];
    const document = parse(query);
    expect(read((await ours.ask(document, variables)).data)?.isDemonstration).toBe(false);
    expect(read((await stock.ask(document, variables)).data)).not.toHaveProperty('isDemonstration');
  });
});
