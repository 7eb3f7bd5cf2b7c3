import fc from 'fast-check';
import {
  type DocumentNode,
  isInterfaceType,
  isObjectType,
  Kind,
  print,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import { LEAST_RESERVED, readSupergraph, reservedAliasRule } from '../../gateway/supergraph';
import { supergraphOf } from '../support/gateway-network';
import { drawn } from '../support/made-up-subgraphs';
import { BEHAVIOURS, type Oracle, startHubOracle, startMadeUpOracle } from '../support/oracle';

/** Operations in each test; a longer run sets ORACLE_RUNS. */
const RUNS = Number(process.env['ORACLE_RUNS'] ?? 40);
const PARAMETERS = { numRuns: RUNS };
const sizes = fc.integer({ min: 1, max: 40 });

/** Keys, required and hidden fields of either schema, names that the planner gives, names of JavaScript objects. */
const COVETED = [
  ...['shards', 'scope', 'answeredFor', 'region', 'code', 'id', 'asOf', 'hoursDone', 'breakdown', 'entries', 'deskIds'],
  ...['secret', 'label', 'lid', 'name', 'size', '_entities', '_alias_id', '_alias_scope', 'name__alias_0'],
  ...['toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'],
];

type Renaming = ReadonlyMap<string, string>;

/** Gives the names of answers to each other, and coveted ones to some: a different name for each. */
function renamingOf(document: DocumentNode, seed: number): Renaming {
  const names = new Set<string>();
  visit(document, {
    Field(node) {
      names.add(node.alias?.value ?? node.name.value);
    },
  });
  names.delete('__typename');
  const shuffled = (items: Iterable<string>, salt: string) =>
    [...items].sort((left, right) => drawn(`${salt}${seed}${left}`) - drawn(`${salt}${seed}${right}`));
  const wanted = [...new Set([...shuffled(COVETED, 'coveted'), ...shuffled(names, 'names')])];
  return new Map(shuffled(names, 'order').map((name, index) => [name, wanted[index] ?? name]));
}

/** The same operation under other aliases, and with coveted names for its variables and fragments. */
function renamed(document: DocumentNode, names: Renaming): DocumentNode {
  const others = new Map<string, string>();
  const otherName = (kind: string, name: string) => {
    const key = `${kind} ${name}`;
    const index = [...others.keys()].filter((known) => known.startsWith(kind)).length;
    const chosen = others.get(key) ?? COVETED[index] ?? name;
    others.set(key, chosen);
    return { kind: Kind.NAME, value: chosen } as const;
  };
  return visit(document, {
    Field: {
      leave(node) {
        const name = node.alias?.value ?? node.name.value;
        const value = names.get(name) ?? name;
        return { ...node, alias: value === node.name.value ? undefined : ({ kind: Kind.NAME, value } as const) };
      },
    },
    Variable: (node) => ({ ...node, name: otherName('variable', node.name.value) }),
    FragmentSpread: (node) => ({ ...node, name: otherName('fragment', node.name.value) }),
    FragmentDefinition: (node) => ({ ...node, name: otherName('fragment', node.name.value) }),
  });
}

function renamedVariables(
  before: DocumentNode,
  after: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const namesIn = (document: DocumentNode) =>
    document.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION
        ? (node.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
        : [],
    );
  const to = namesIn(after);
  const entries = namesIn(before).map((name, index): [string, unknown] => [to[index] ?? name, variables[name]]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** An answer under the names before, its keys in no order. */
function underNamesBefore(value: unknown, before: Renaming): unknown {
  if (Array.isArray(value)) return value.map((item) => underNamesBefore(item, before));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [before.get(key) ?? key, underNamesBefore(inner, before)]),
  );
}

describe.each([
  ['the schema of the hub', startHubOracle],
  ['a schema with unions, lists of lists and mutations', startMadeUpOracle],
])('over %s', (_schema, start) => {
  let oracle: Oracle;
  beforeAll(async () => {
    oracle = await start();
  });
  afterAll(() => oracle.stop());

  it('names that clients choose, whatever they are, change nothing but the names of the answer', async () => {
    const states = fc.tuple(...oracle.subgraphs.map(() => fc.constantFrom(...BEHAVIOURS)));
    const rules = [...specifiedRules, reservedAliasRule(() => LEAST_RESERVED)];
    const property = fc.asyncProperty(fc.nat(), sizes, states, async (seed, size, state) => {
      oracle.behave(Object.fromEntries(oracle.subgraphs.map((name, index) => [name, state[index] ?? 'healthy'])));
      const { document, variables } = oracle.draw(seed, size);
      // Introspection names fields of its own, and takes no part.
      fc.pre(!/__(?:schema|type)\b/.test(print(document)));
      const names = renamingOf(document, seed);
      const hostile = renamed(document, names);
      expect(validate(oracle.ours.schema, hostile, rules)).toEqual([]);
      const honest = await oracle.ours.ask(document, variables);
      const found = await oracle.ours.ask(hostile, renamedVariables(document, hostile, variables));
      const query = print(hostile);
      const before = new Map([...names].map(([from, to]) => [to, from]));
      expect({ query, faults: found.faults }).toEqual({ query, faults: honest.faults });
      expect({ query, data: underNamesBefore(found.data, before) }).toEqual({ query, data: honest.data });
    });
    await fc.assert(property, PARAMETERS);
  });
});

describe('the schema that clients see', () => {
  it('has no hidden type, field or enumeration value of the supergraph, by introspection or otherwise', async () => {
    const oracle = await startHubOracle();
    const { schema: whole } = readSupergraph(supergraphOf(['53', '76', '11']).supergraphSdl);
    const isHidden = (node: { astNode?: { directives?: readonly { name: { value: string } }[] } | null }) =>
      node.astNode?.directives?.some(({ name }) => name.value === 'inaccessible') === true;
    const types = Object.values(whole.getTypeMap());
    const hiddenTypes = types.filter(isHidden).map(({ name }) => name);
    const hiddenFields = types.flatMap((type) =>
      isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields())
            .filter(isHidden)
            .map(({ name }) => [type.name, name] as const)
        : [],
    );
    expect(hiddenTypes).toEqual(expect.arrayContaining(['FiguresShard', 'BretagneFigures', 'OccitanieContractPage']));
    expect(hiddenFields).toEqual(
      expect.arrayContaining([
        ['Consolidation', 'shards'],
        ['Consolidation', 'scope'],
      ]),
    );
    const seen = oracle.ours.schema;
    expect(hiddenTypes.filter((name) => seen.getType(name) !== undefined)).toEqual([]);
    const shown = hiddenFields.filter(([typeName, name]) => {
      const type = seen.getType(typeName);
      return (isObjectType(type) || isInterfaceType(type)) && Object.hasOwn(type.getFields(), name);
    });
    expect(shown).toEqual([]);
    await oracle.stop();
  });
});
