import {
  buildSchema,
  type DocumentNode,
  executeSync,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  validate,
  visit,
} from 'graphql';
import { withoutNestedAbstract } from '../../gateway/executor/narrow-fragments';
import { randomOperation } from '../support/random-operation';

/** Unions that overlap, interfaces on some of their objects, and objects of no union. */
const SCHEMA = buildSchema(`
  union Thing = Box | Leaf | Stone
  union Other = Leaf | Tree
  union Alone = Tree
  interface Node { id: ID! peers: [Node] things: [Thing] }
  interface Grown implements Node { id: ID! peers: [Node] things: [Thing] age: Int }
  type Query { things: [Thing] others: [Other] alone: Alone nodes: [Node] grown: [Grown] box: Box stone: Stone }
  type Box implements Node { id: ID! peers: [Node] things: [Thing] lid: String }
  type Leaf implements Node & Grown { id: ID! peers: [Node] things: [Thing] age: Int others: [Other] }
  type Tree implements Node & Grown { id: ID! peers: [Node] things: [Thing] age: Int leaves: [Leaf] }
  type Stone { weight: Int things: [Thing] }
`);
const OBJECTS = ['Box', 'Leaf', 'Tree', 'Stone'];

/** Objects without end: every list holds one of each type that may stand there. */
function objectOf(name: string, depth: number): Record<string, unknown> {
  const some =
    (...names: string[]) =>
    () =>
      depth > 6 ? [] : names.map((one) => objectOf(one, depth + 1));
  const things = some('Box', 'Leaf', 'Stone');
  return {
    __typename: name,
    id: `${name}-${depth}`,
    age: depth,
    weight: depth,
    lid: 'lid',
    things,
    others: some('Leaf', 'Tree'),
    nodes: some('Box', 'Leaf', 'Tree'),
    peers: some('Box', 'Leaf', 'Tree'),
    grown: some('Leaf', 'Tree'),
    leaves: some('Leaf'),
    alone: () => objectOf('Tree', depth + 1),
    box: () => objectOf('Box', depth + 1),
    stone: () => objectOf('Stone', depth + 1),
  };
}

function answerOf(schema: GraphQLSchema, document: DocumentNode, variableValues: Readonly<Record<string, unknown>>) {
  const rootValue = objectOf('Query', 0);
  // A variable may be used no more where only what is dropped used it.
  return executeSync({ schema, document, rootValue, variableValues });
}

/** Conditions on a union or interface below another fragment, within one selection of a field. */
function nestedAbstract(document: DocumentNode): readonly string[] {
  const found: string[] = [];
  const named = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const look = (on: string | undefined, within: string | undefined) => {
    if (on !== undefined && within !== undefined && on !== within && !OBJECTS.includes(on))
      found.push(`${on} in ${within}`);
  };
  visit(document, {
    enter(node, _key, _parent, _path, ancestors) {
      const on =
        node.kind === Kind.INLINE_FRAGMENT
          ? node.typeCondition?.name.value
          : node.kind === Kind.FRAGMENT_SPREAD
            ? named.get(node.name.value)?.typeCondition.name.value
            : undefined;
      const above = [...ancestors].reverse().flatMap((one) => ('kind' in one ? [one] : []));
      const until = above.findIndex(({ kind }) => kind === Kind.FIELD || kind === Kind.OPERATION_DEFINITION);
      const fragment = above
        .slice(0, until === -1 ? undefined : until)
        .find(
          (one) => one.kind === Kind.FRAGMENT_DEFINITION || (one.kind === Kind.INLINE_FRAGMENT && one.typeCondition),
        );
      const condition =
        fragment?.kind === Kind.FRAGMENT_DEFINITION || fragment?.kind === Kind.INLINE_FRAGMENT
          ? fragment.typeCondition?.name.value
          : undefined;
      look(on, condition);
    },
  });
  return found;
}

describe('a document without fragments on abstract types within fragments on others', () => {
  it('asks the same: over six hundred random operations graphql-js answers both alike', () => {
    let changed = 0;
    let asked = 0;
    for (let seed = 1; seed <= 600; seed += 1) {
      const { query, variables } = randomOperation(SCHEMA, seed, 5 + (seed % 30));
      const document = parse(query, { noLocation: true });
      if (validate(SCHEMA, document).length > 0) continue;
      asked += 1;
      const narrowed = withoutNestedAbstract(document, SCHEMA);
      expect(nestedAbstract(narrowed)).toEqual([]);
      if (narrowed === document) {
        expect(nestedAbstract(document)).toEqual([]);
        continue;
      }
      changed += 1;
      expect(validate(SCHEMA, narrowed).filter(({ message }) => !message.includes('is never used'))).toEqual([]);
      const expected = answerOf(SCHEMA, document, variables);
      expect(expected.errors).toBeUndefined();
      const found = answerOf(SCHEMA, narrowed, variables);
      expect({ query, variables, found }).toEqual({ query, variables, found: withSameKeys(expected, found) });
    }
    expect(asked).toBeGreaterThan(150);
    expect(changed).toBeGreaterThan(30);
  });

  it('is the very document when there is nothing to narrow', () => {
    const document = parse('{ things { ... on Box { id } ... on Leaf { peers { ... on Grown { age } } } } }');
    expect(withoutNestedAbstract(document, SCHEMA)).toBe(document);
  });

  it('keeps conditions, and drops what can be nothing there', () => {
    const document = parse(`query ($yes: Boolean!) {
      things { ... on Other @include(if: $yes) { __typename } ... on Box { ... on Other { ... on Tree { age } } id } } }`);
    const [, inner] = print(withoutNestedAbstract(document, SCHEMA)).split('... on Box');
    expect(inner).not.toContain('Other');
    expect(print(withoutNestedAbstract(document, SCHEMA))).toContain('... on Other @include(if: $yes)');
  });
});

/** A selection that was left empty asks for a type that the client did not: nothing else may be there. */
function withSameKeys<Value>(expected: Value, found: unknown): Value {
  if (Array.isArray(expected) && Array.isArray(found)) {
    return expected.map((one, index) => withSameKeys(one as unknown, found[index])) as Value;
  }
  if (typeof expected !== 'object' || expected === null || typeof found !== 'object' || found === null) return expected;
  const typename = (found as Record<string, unknown>)['__typename'];
  const more = typename !== undefined && !('__typename' in expected) ? { __typename: typename } : {};
  const inner = Object.entries(expected).map(([key, value]) => [
    key,
    withSameKeys(value as unknown, (found as Record<string, unknown>)[key]),
  ]);
  return { ...(Object.fromEntries(inner) as Value), ...more };
}
