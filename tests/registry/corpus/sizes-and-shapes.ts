import { edited, editedField, type HostileClass, plus, VALID_SDL, withField } from './hostile-case';

const many = (count: number, definition: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => definition(index)).join('\n');

/** Subgraphs that wear the hub down, that are not GraphQL, or that are not what the regional schema is. */
export const SIZES_AND_SHAPES: readonly HostileClass[] = [
  {
    name: 'is too large',
    cases: [
      {
        name: 'more than 256 KB',
        sdl: plus(`# ${'x'.repeat(256 * 1024)}`),
        code: 'SDL_TOO_LARGE',
        coordinate: null,
      },
      {
        name: '2,000 types in 90 KB',
        sdl: plus(many(2_000, (index) => `type BretagneT${index} { f: BretagneT${(index + 1) % 2_000} }`)),
        code: 'SDL_TOO_MANY_TYPES',
        coordinate: null,
      },
      {
        name: '2,000 enumerations',
        sdl: plus(many(2_000, (index) => `enum BretagneE${index} { A }`)),
        code: 'SDL_TOO_MANY_TYPES',
        coordinate: null,
      },
      {
        name: '30,000 values of an enumeration',
        sdl: plus(`enum BretagneE { ${many(30_000, (index) => `V${index}`)} }`),
        code: 'SDL_TOO_MANY_TOKENS',
        coordinate: null,
      },
      {
        name: '180 KB of directives',
        sdl: plus(`type BretagneT ${'@a '.repeat(60_000)} { f: Int }`),
        code: 'SDL_TOO_MANY_TOKENS',
        coordinate: null,
      },
      {
        name: 'a description of 100 KB',
        sdl: withField('BretagneNetwork', `"${'long '.repeat(20_000)}" bikes: Int`),
        code: 'TEXT_TOO_LONG',
        coordinate: null,
      },
      {
        name: 'accents that count more bytes than characters',
        sdl: plus(`# ${'é'.repeat(130 * 1024)}`),
        code: 'SDL_TOO_LARGE',
        coordinate: null,
      },
    ],
  },
  {
    name: 'nests too deep',
    cases: [
      {
        name: 'lists of lists',
        sdl: withField('BretagneNetwork', `bikes: ${'['.repeat(5_000)}Int${']'.repeat(5_000)}`),
        code: 'SDL_TOO_DEEP',
        coordinate: null,
      },
      {
        name: 'a list as default value',
        sdl: withField('BretagneNetwork', `bikes(a: Int = ${'['.repeat(9_000)}${']'.repeat(9_000)}): Int`),
        code: 'SDL_TOO_DEEP',
        coordinate: null,
      },
      {
        name: 'an object as argument of a directive',
        sdl: withField('BretagneNetwork', `bikes: Int @a(b: ${'{c:'.repeat(4_000)}1${'}'.repeat(4_000)})`),
        code: 'SDL_TOO_DEEP',
        coordinate: null,
      },
      {
        name: 'a union of thousands',
        sdl: plus(`union BretagneU = ${many(400, (index) => `| BretagneU${index}`)}`),
        code: 'KIND_FORBIDDEN',
        coordinate: 'BretagneU',
      },
    ],
  },
  {
    name: 'is not a schema',
    cases: [
      { name: 'nothing', sdl: '', code: 'SDL_SYNTAX', coordinate: null },
      { name: 'comments only', sdl: '# nothing\n', code: 'SDL_SYNTAX', coordinate: null },
      { name: 'cut short', sdl: VALID_SDL.slice(0, -20), code: 'SDL_SYNTAX', coordinate: null },
      { name: 'an operation', sdl: plus('query Evil { __typename }'), code: 'SDL_NOT_A_SCHEMA', coordinate: null },
      {
        name: 'a fragment',
        sdl: plus('fragment F on BretagneDesk { name }'),
        code: 'SDL_NOT_A_SCHEMA',
        coordinate: null,
      },
      { name: 'a text that never ends', sdl: plus('"""never'), code: 'SDL_SYNTAX', coordinate: null },
    ],
  },
  {
    name: 'is not what the regional schema is',
    cases: [
      {
        name: 'a type is missing',
        sdl: edited(/^"A buyer as one region knows it."[^]*$/m, ''),
        code: 'TYPE_MISSING',
        coordinate: 'BretagneBuyer',
      },
      {
        name: 'a field is missing',
        sdl: editedField('BretagneFigures', 'answeredFor: String', 'answered: String'),
        code: 'FIELD_MISSING',
        coordinate: 'BretagneFigures.answeredFor',
      },
      {
        name: 'a field has another type',
        sdl: editedField('BretagneFigures', 'hoursDone: HourHundredths', 'hoursDone: Float'),
        code: 'FIELD_TYPE_DIFFERENT',
        coordinate: 'BretagneFigures.hoursDone',
      },
      {
        name: 'a field may not be null',
        sdl: editedField('BretagneFigures', 'hoursDone: HourHundredths', 'hoursDone: HourHundredths!'),
        code: 'FIELD_TYPE_DIFFERENT',
        coordinate: 'BretagneFigures.hoursDone',
      },
      {
        name: 'a field takes an argument',
        sdl: editedField('BretagneNetwork', 'desks: [', 'desks(first: Int!): ['),
        code: 'ARGUMENT_DIFFERENT',
        coordinate: 'BretagneNetwork.desks(first:)',
      },
      {
        name: 'a hidden type is shown',
        sdl: edited(
          'type BretagneDirectory @key(fields: "region scope") @inaccessible',
          'type BretagneDirectory @key(fields: "region scope")',
        ),
        code: 'DIRECTIVE_MISSING',
        coordinate: 'BretagneDirectory',
      },
      {
        name: 'a type is an input',
        sdl: edited('type BretagneTerritory @key(fields: "id")', 'input BretagneTerritory'),
        code: 'KIND_DIFFERENT',
        coordinate: 'BretagneTerritory',
      },
      {
        name: 'a version that does not exist',
        sdl: VALID_SDL,
        schemaVersion: '99',
        code: 'SCHEMA_VERSION_UNKNOWN',
        coordinate: null,
      },
      {
        name: 'a version that is a prototype',
        sdl: VALID_SDL,
        schemaVersion: '__proto__',
        code: 'SCHEMA_VERSION_UNKNOWN',
        coordinate: null,
      },
    ],
  },
  {
    name: 'adds what it may not',
    cases: [
      {
        name: 'a field that may not be null',
        sdl: withField('BretagneNetwork', 'bikes: Int!'),
        code: 'EXTRA_NOT_NULLABLE',
        coordinate: 'BretagneNetwork.bikes',
      },
      {
        name: 'a field on a hidden type, whose name no client could use any more',
        sdl: withField('BretagneFigures', 'total: Int'),
        code: 'EXTRA_ON_HIDDEN_TYPE',
        coordinate: 'BretagneFigures.total',
      },
      {
        name: 'an interface',
        sdl: plus('interface BretagneThing { id: ID }'),
        code: 'KIND_FORBIDDEN',
        coordinate: 'BretagneThing',
      },
      {
        name: 'a type behind a national interface',
        sdl: edited('type BretagneDesk @key', 'type BretagneDesk implements Desk @key'),
        code: 'IMPLEMENTS_FORBIDDEN',
        coordinate: 'BretagneDesk',
      },
      {
        name: 'an extension of its own type',
        sdl: plus('extend type BretagneDesk { bikes: Int }'),
        code: 'EXTENSION_FORBIDDEN',
        coordinate: 'BretagneDesk',
      },
      {
        name: 'a field of a national type',
        sdl: withField('BretagneNetwork', 'coverage: Coverage'),
        code: 'EXTRA_TYPE_UNKNOWN',
        coordinate: 'BretagneNetwork.coverage',
      },
    ],
  },
  {
    name: 'does not compose',
    cases: [
      {
        name: 'a visible field leads to a hidden type',
        sdl: withField('BretagneNetwork', 'secret: BretagneFigures'),
        code: 'COMPOSITION_REFUSED',
        coordinate: 'BretagneFigures',
      },
      {
        name: 'a field of an input leads to an object',
        sdl: plus('input BretagneFilter { desk: BretagneDesk }'),
        code: 'COMPOSITION_REFUSED',
        coordinate: 'BretagneFilter.desk',
      },
      {
        name: 'a default value of another type',
        sdl: withField('BretagneNetwork', 'bikes(count: Int = "many"): Int'),
        code: 'COMPOSITION_REFUSED',
        coordinate: 'BretagneNetwork.bikes(count:)',
      },
    ],
  },
];
