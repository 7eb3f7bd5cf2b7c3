import { readFileSync } from 'node:fs';
import { createSchema } from 'graphql-yoga';
import { refusal } from './errors.mjs';
import { fieldsOf, referencesOf } from './resolvers.mjs';

/** What this region publishes: the regional schema with its prefix, and a field of its own. */
const SDL = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** What the Federation 2 subgraph specification adds to it. A dozen lines: no library is needed. */
const FEDERATION = `
  scalar FieldSet
  scalar link__Import
  scalar _Any
  directive @link(url: String!, import: [link__Import]) repeatable on SCHEMA
  directive @key(fields: FieldSet!) repeatable on OBJECT
  directive @inaccessible on OBJECT
  directive @authenticated on OBJECT
  directive @requiresScopes(scopes: [[String!]!]!) on OBJECT
  directive @policy(policies: [[String!]!]!) on OBJECT
  type _Service { sdl: String! }
  union _Entity = CorseFigures | CorseContractPage | CorseDirectory | CorseNetwork | CorseDesk | CorseTerritory
    | CorseFacilitator | CorseContract | CorseBuyer
  type Query {
    _service: _Service!
    _entities(representations: [_Any!]!): [_Entity]!
  }`;

/** Type of every row that a reference led to: rows are compared by identity, so nothing is written into them. */
const typeOf = new WeakMap();

/** The subgraph's schema over the books of the region. */
export function subgraphSchema(books) {
  const references = referencesOf(books);
  return createSchema({
    typeDefs: SDL + FEDERATION,
    resolvers: {
      ...fieldsOf(books),
      Query: {
        _service: () => ({ sdl: SDL }),
        _entities: (_, { representations }, { caller }) =>
          representations.map((reference) => entityOf(references, reference, caller)),
      },
      _Entity: { __resolveType: (row) => typeOf.get(row) },
    },
  });
}

/** One reference. What it throws becomes the error of this entity alone, so it is given back rather than thrown. */
function entityOf(references, reference, caller) {
  try {
    const { __typename } = reference;
    if (!Object.hasOwn(references, String(__typename))) {
      throw refusal('BAD_USER_INPUT', 'This region has no entity of that type.');
    }
    const row = references[__typename](reference, caller);
    if (row !== null) typeOf.set(row, __typename);
    return row;
  } catch (error) {
    return error;
  }
}
