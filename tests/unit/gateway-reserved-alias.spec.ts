import { buildSchema, parse, validate } from 'graphql';
import { readSupergraph, reservedAliasRule } from '../../gateway/supergraph';
import { asHubError } from '../../subgraphs/kit/errors';

const { reservedNames } = readSupergraph(`
  directive @join__type(graph: String!, key: String) repeatable on OBJECT | INTERFACE
  directive @join__field(graph: String, requires: String, external: Boolean) repeatable on FIELD_DEFINITION
  directive @inaccessible on FIELD_DEFINITION | OBJECT
  type Query { desk: BretagneDesk desks: [Desk!] operation: Operation label: Label }
  interface Desk { id: ID! name: String email: String }
  type BretagneDesk implements Desk @join__type(graph: "A", key: "id") { id: ID! name: String email: String }
  type Operation @join__type(graph: "A", key: "code owner { siren }") {
    code: ID!
    owner: Owner
    secret: String @inaccessible
    planned: Int
    rate: Float @join__field(graph: "B", requires: "planned owner { size }")
  }
  type Owner { siren: ID! size: Int name: String }
  type Label { id: ID! text: String }
`);
const API = buildSchema(`
  type Query { desk: BretagneDesk desks: [Desk!] operation: Operation label: Label }
  interface Desk { id: ID! name: String email: String }
  type BretagneDesk implements Desk { id: ID! name: String email: String }
  type Operation { code: ID! owner: Owner planned: Int rate: Float }
  type Owner { siren: ID! size: Int name: String }
  type Label { id: ID! text: String }
`);

const codesOf = (query: string) =>
  validate(API, parse(query), [reservedAliasRule(() => reservedNames)]).map((error) => asHubError(error)?.code);

describe('the rule of reserved aliases', () => {
  it.each([
    ['a key field', '{ desk { id: name } }'],
    ['a key field through the interface', '{ desks { id: name } }'],
    ['a key field through a fragment', '{ desks { ... on BretagneDesk { id: name } } }'],
    ['a key field inside a key', '{ operation { owner { siren: name } } }'],
    ['a required field', '{ operation { planned: rate } }'],
    ['a required field inside another', '{ operation { owner { size: name } } }'],
    ['a hidden field', '{ operation { secret: rate } }'],
    ['__typename', '{ label { __typename: text } }'],
    ['__proto__', '{ label { __proto__: text } }'],
    ['constructor on the root', '{ constructor: label { text } }'],
    ['prototype', '{ label { prototype: text } }'],
  ])('refuses an alias that takes the name of %s', (_what, query) => {
    expect(codesOf(query)).toEqual(['ALIAS_RESERVED']);
  });

  it.each([
    ['of any other name', '{ desk { title: name } operation { rate2: rate } }'],
    ["that is the field's own name", '{ desk { id: id name: name } }'],
    ['that is a key of another type only', '{ label { code: text id2: id } }'],
    ['that is a plain field of the type', '{ desk { email: name } }'],
  ])('allows an alias %s', (_what, query) => {
    expect(codesOf(query)).toEqual([]);
  });
});
