import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { clientOf } from '../../gateway/usage';
import { recordableName } from '../../gateway/usage/client-of';
import { coordinatesOf } from '../../subgraphs/kit/coordinates';

const SCHEMA = buildSchema(`
  enum Sex { F M }
  enum Dimension { REGION SEX }
  input Period { from: String! to: String, within: Period }
  input Filter { period: Period, sex: Sex, codes: [String!] }
  interface Node { id: ID! }
  type Figures implements Node { id: ID! hours(unit: String): Int sex: Sex }
  type Other implements Node { id: ID! }
  union Found = Figures | Other
  type Query { figures(filter: Filter, by: [Dimension!]): Figures node(id: ID!): Node found: [Found!] unused: Int }
`);

function used(text: string, index = 0): readonly string[] {
  const document = parse(text);
  const operations = document.definitions.filter(({ kind }) => kind === 'OperationDefinition');
  return coordinatesOf(SCHEMA, document, operations[index] as OperationDefinitionNode);
}

describe('the coordinates that an operation uses', () => {
  it('are fields with their arguments, input fields and enumeration values of literals', () => {
    const text =
      '{ alias: figures(filter: {period: {from: "x"}, sex: F}, by: [REGION]) { hours(unit: "h") __typename } }';
    expect(used(text)).toEqual([
      'Dimension.REGION',
      'Figures.hours',
      'Figures.hours(unit:)',
      'Filter.period',
      'Filter.sex',
      'Period.from',
      'Query.figures',
      'Query.figures(by:)',
      'Query.figures(filter:)',
      'Sex.F',
    ]);
  });

  it('are every field of the input type of a variable, and of those in it', () => {
    const text = 'query ($filter: Filter!) { figures(filter: $filter) { id } }';
    expect(used(text).filter((coordinate) => /^(?:Filter|Period|Sex)\./.test(coordinate))).toEqual([
      'Filter.codes',
      'Filter.period',
      'Filter.sex',
      'Period.from',
      'Period.to',
      'Period.within',
      'Sex.F',
      'Sex.M',
    ]);
  });

  it('are every value of an enumeration that a field gives', () => {
    expect(used('{ figures { sex } }')).toEqual(['Figures.sex', 'Query.figures', 'Sex.F', 'Sex.M']);
  });

  it('are those of fragments on interfaces and unions, and of the chosen operation only', () => {
    const text = `query a { node(id: "1") { id ...f } found { ... on Other { id } } } query b { unused }
      fragment f on Figures { hours @include(if: true) }`;
    const ofA = ['Figures.hours', 'Node.id', 'Other.id', 'Query.found', 'Query.node', 'Query.node(id:)'];
    expect(used(text)).toEqual(ofA);
    expect(used(text, 1)).toEqual(['Query.unused']);
  });

  it('are none for what asks of the schema itself', () => {
    expect(used('{ __typename __schema { types { name } } __type(name: "Query") { kind } }')).toEqual([]);
  });
});

describe('the header of a client', () => {
  it.each([
    ['tableau-de-bord/1.12.0', { name: 'tableau-de-bord', version: '1.12.0' }],
    ['carte', { name: 'carte', version: null }],
    ['carte2/3-beta.1', { name: 'carte2', version: '3-beta.1' }],
  ])('"%s" names it', (header, client) => expect(clientOf(header)).toEqual(client));

  it.each([
    undefined,
    '',
    '185057800608436',
    'zoe@example.fr',
    'nir-185057800608436',
    'Carte',
    'a b',
    'carte/',
    'carte/1.2.3.4',
    'carte/latest',
    'carte/1\n',
    `a${'b'.repeat(40)}`,
    '<script>',
  ])('"%s" does not', (header) => expect(clientOf(header)).toBeUndefined());
});

it('names of operations are recorded unless they are long or hold a long number', () => {
  expect(['Total', undefined, `a${'b'.repeat(80)}`, 'nir185057800608436'].map(recordableName)).toEqual([
    'Total',
    null,
    null,
    null,
  ]);
});
