import { DECLARATIONS_SDL } from '../declarations/declarations-sdl';
import { DECP_SDL } from '../decp/decp-sdl';
import { BOOK_NOUNS, type BookField, type BookNoun } from '../nouns';
import { PERSONS_SDL } from '../persons/persons-sdl';
import { FIXED_SDL } from './fixed-sdl';

/** SDL of the region's own API, from its nouns: printed as schema/books.graphql, and served. */
export function booksSchema(): string {
  return (
    [FIXED_SDL, DECLARATIONS_SDL, DECP_SDL, PERSONS_SDL, queries(), mutations(), ...BOOK_NOUNS.map(typesOf)].join(
      '\n\n',
    ) + '\n'
  );
}

/** Mutations that a noun has. */
export function has(noun: BookNoun, mutation: 'create' | 'update' | 'delete'): boolean {
  return noun.without?.includes(mutation) !== true;
}

/** Name of the field that gives one row: "workContract". */
export function singularOf({ name }: BookNoun): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function queries(): string {
  const fields = BOOK_NOUNS.map(
    (noun) => `
  ${quoted(`One row: ${noun.description}`)}
  ${singularOf(noun)}(id: ID!): ${noun.name}
  ${quoted(`A page, in the order in which rows were made: ${noun.description}`)}
  ${noun.plural}(${filtersOf(noun).length > 0 ? `filter: ${noun.name}Filter, ` : ''}first: Int = 50, after: String): ${noun.name}Connection!`,
  );
  return `extend type Query {${fields.join('')}\n}`;
}

function mutations(): string {
  const fields = BOOK_NOUNS.flatMap((noun) => [
    has(noun, 'create')
      ? `  ${quoted(`Adds a row: ${noun.description}`)}\n  create${noun.name}(input: Create${noun.name}Input!): Create${noun.name}Result!`
      : '',
    has(noun, 'update')
      ? `  ${quoted('Changes what the input names, and nothing else; null empties a field.')}\n  update${noun.name}(input: Update${noun.name}Input!): Update${noun.name}Result!`
      : '',
    has(noun, 'delete')
      ? `  ${quoted('Deletes a row that nothing refers to. The history keeps it.')}\n  delete${noun.name}(input: DeleteRowInput!): Delete${noun.name}Result!`
      : '',
  ]).filter((text) => text !== '');
  return `extend type Mutation {\n${fields.join('\n')}\n}`;
}

function typesOf(noun: BookNoun): string {
  return [objectOf(noun), connectionOf(noun), filterOf(noun), ...inputsOf(noun), ...resultsOf(noun)]
    .filter((text) => text !== '')
    .join('\n\n');
}

function objectOf({ name, description, fields }: BookNoun): string {
  const lines = fields.map((each) => `  ${quoted(each.description)}\n  ${each.name}: ${outputType(each)}`);
  return `${quoted(description)}
type ${name} implements BookRow {
  "Global identifier: region code and local identifier."
  id: ID!
  "One more with every change; an update says which version it was made from."
  version: Int!
  "When the row was made."
  createdAt: DateTime!
  "When it was changed last."
  updatedAt: DateTime!
  "Where the row comes from; code list ORIGIN."
  origin: Code!
${lines.join('\n')}
}`;
}

function connectionOf({ name }: BookNoun): string {
  return `type ${name}Connection {
  edges: [${name}Edge!]!
  pageInfo: PageInfo!
  "Rows that match the filter, on all pages."
  totalCount: Int!
}

type ${name}Edge {
  cursor: String!
  node: ${name}!
}`;
}

function filtersOf({ fields }: BookNoun): readonly BookField[] {
  return fields.filter(({ isFilter }) => isFilter);
}

function filterOf(noun: BookNoun): string {
  const filters = filtersOf(noun);
  if (filters.length === 0) return '';
  const lines = filters.map((each) => `  ${quoted(each.description)}\n  ${each.name}: ${inputType(each)}`);
  return `${quoted('Rows that have all of these; what is left out excludes nothing.')}\ninput ${noun.name}Filter {\n${lines.join('\n')}\n}`;
}

function inputsOf(noun: BookNoun): string[] {
  const lineOf = (each: BookField, isRequired: boolean) =>
    `  ${quoted(each.description)}\n  ${each.name}: ${inputType(each)}${isRequired ? '!' : ''}`;
  const given = noun.fields.filter((each) => each.given !== 'never');
  // A desk writes in its own name only, so that it need not say so.
  const isSaid = (each: BookField) => each.isRequired && each.name !== 'desk';
  const create = `input Create${noun.name}Input {\n${given.map((each) => lineOf(each, isSaid(each))).join('\n')}\n}`;
  const changed = given.filter((each) => each.given === 'always');
  const update = `input Update${noun.name}Input {
  id: ID!
  "Version that was read."
  version: Int!
${changed.map((each) => lineOf(each, false)).join('\n')}
}`;
  return [has(noun, 'create') ? create : '', has(noun, 'update') ? update : ''];
}

function resultsOf(noun: BookNoun): string[] {
  const { name } = noun;
  const row = singularOf(noun);
  const success = (verb: string) => `type ${verb}${name}Success {
  ${row}: ${name}!
  "What was taken and may still be wrong: a possible duplicate, a threshold."
  warnings: [InputProblem!]!
}`;
  const conflict = `"Somebody else changed the row in between."
type ${name}VersionConflict implements Refusal {
  message: String!
  "The row as it is now."
  current: ${name}!
}`;
  return [
    ...(has(noun, 'create')
      ? [success('Create'), `union Create${name}Result = Create${name}Success | InvalidInput`]
      : []),
    ...(has(noun, 'update')
      ? [
          success('Update'),
          `union Update${name}Result = Update${name}Success | InvalidInput | ${name}VersionConflict | RowNotFound`,
        ]
      : []),
    ...(has(noun, 'delete')
      ? [`union Delete${name}Result = DeleteRowSuccess | RowInUse | ${name}VersionConflict | RowNotFound`]
      : []),
    ...(has(noun, 'update') || has(noun, 'delete') ? [conflict] : []),
  ];
}

function outputType(each: BookField): string {
  return each.kind.is === 'reference' ? each.kind.to : `${scalarOf(each)}${each.isRequired ? '!' : ''}`;
}

function inputType(each: BookField): string {
  return each.kind.is === 'reference' ? 'ID' : scalarOf(each);
}

function scalarOf({ kind }: BookField): string {
  switch (kind.is) {
    case 'boolean':
      return 'Boolean';
    case 'date':
      return 'Date';
    case 'month':
      return 'Month';
    case 'moment':
      return 'DateTime';
    case 'hours':
    case 'euros':
    case 'decimal':
      return 'Float';
    case 'integer':
      return 'Int';
    case 'code':
    case 'choice':
      return 'Code';
    case 'codes':
      return '[Code!]';
    case 'reference':
      return 'ID';
    default:
      return 'String';
  }
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
