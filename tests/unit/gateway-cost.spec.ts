import {
  buildASTSchema,
  buildSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  parse,
} from 'graphql';
import { checkDocument, UNMETERED_LIMITS } from '../../gateway/limits';
import { costDirectivesOf } from '../../gateway/limits/cost-directives';
import { nationalTemplate } from '../../schema/generator/national-schema';

const SCHEMA = buildSchema(`
  directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
  directive @listSize(
    assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true
  ) on FIELD_DEFINITION
  type Query {
    items: [Item!]! @listSize(assumedSize: 7)
    unnamed: [Item]
    names: [String!]! @listSize(assumedSize: 9)
    total: Item @cost(weight: 40)
    dear: Dear
    page(first: Int! = 50, last: Int): Page! @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges"])
    some(first: Int): [Item!] @listSize(assumedSize: 3, slicingArguments: ["first"])
    box: Box
  }
  type Dear @cost(weight: 5) { name: String }
  type Item { name: String price: Float @cost(weight: 2) parts: [Item!] @listSize(assumedSize: 2) }
  type Page { edges: [Edge!]! others: [Item!] @listSize(assumedSize: 4) }
  type Edge { node: Item }
  interface Container { items: [Item!] @listSize(assumedSize: 11) }
  type Box implements Container { items: [Item!] }
`);

function costOf(query: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const [operation] = checkDocument(query, SCHEMA, UNMETERED_LIMITS.document).operations;
  return operation?.costOf(variables) ?? NaN;
}

describe('the estimated cost of an operation', () => {
  it.each([
    ['one for each object', '{ total { parts { name } } }', 40 + 1 + 2],
    ['as many objects as @listSize assumes', '{ items { name } }', 7],
    ['the product of nested lists', '{ items { parts { name } } }', 7 * (1 + 2)],
    ['twenty objects for a list that says nothing', '{ unnamed { name } }', 20],
    ['nothing for lists of plain values', '{ names }', 0],
    ['the weight of a field once, and of fields below as often as they come', '{ items { price } }', 7 * (1 + 2)],
    ['the weight of a type', '{ dear { name } }', 5],
    ['the length of an interface where the type says none', '{ box { items { name } } }', 1 + 11],
    [
      'fields of fragments, as often as they are used',
      '{ ...A ... on Query { ...A } } fragment A on Query { items { name } }',
      14,
    ],
  ])('is %s', (_what, query, cost) => {
    expect(costOf(query)).toBe(cost);
  });

  it.each([
    ['the number of the argument', '{ page(first: 10) { edges { node { name } } } }', {}, 1 + 10 * 2],
    ['its default', '{ page { edges { node { name } } } }', {}, 1 + 50 * 2],
    ['the larger of two', '{ page(first: 3, last: 8) { edges { node { name } } } }', {}, 1 + 8 * 2],
    ['the variable', 'query ($n: Int!) { page(first: $n) { edges { node { name } } } }', { n: 4 }, 1 + 4 * 2],
    [
      'the default of the variable',
      'query ($n: Int = 6) { page(first: $n) { edges { node { name } } } }',
      {},
      1 + 6 * 2,
    ],
    ['the assumed size for null', 'query ($n: Int) { some(first: $n) { name } }', { n: null }, 3],
    ['nothing below zero', 'query ($n: Int) { some(first: $n) { name } }', { n: -5 }, 0],
  ])('takes the length of a sliced list from %s', (_what, query, variables, cost) => {
    expect(costOf(query, variables)).toBe(cost);
  });

  it('leaves lists that no argument slices to their own size', () => {
    expect(costOf('{ page(first: 10) { others { name } } }')).toBe(1 + 4);
  });
});

describe('the national schema', () => {
  it('says of every list of objects how long it is', () => {
    const template = nationalTemplate();
    const directives = parse(
      'directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean) on FIELD_DEFINITION',
    );
    const schema = buildASTSchema(
      { ...template, definitions: [...template.definitions, ...directives.definitions] },
      { assumeValid: true, assumeValidSDL: true },
    );
    const { listSizeOf } = costDirectivesOf(schema);
    const silent = Object.values(schema.getTypeMap())
      .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'))
      .flatMap((type) =>
        (isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [])
          .filter((field) => isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type)))
          .filter((field) => !field.astNode?.directives?.some(({ name }) => name.value === 'inaccessible'))
          .filter((field) => listSizeOf(type, field) === undefined)
          .map((field) => `${type.name}.${field.name}`),
      );
    // Pages that a field of the root slices.
    expect(silent).toEqual([
      'ContractConnection.edges',
      'MobilisationRequestConnection.edges',
      'TrainingConnection.nodes',
      'SharedResourceConnection.nodes',
    ]);
  });
});
