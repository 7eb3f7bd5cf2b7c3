import { Kind, visit } from 'graphql';
import type { SeededRandom } from '../../faults/support/seeded-random';
import {
  fieldOf,
  type Mutation,
  objectsOf,
  ofDefinitions,
  ofText,
  replaced,
  type Scene,
  withFieldOf,
} from './mutation';

/** Names that mean something elsewhere: to the hub, to federation, to JavaScript, to another type. */
const NAMES = [
  'bikes',
  'shards',
  'scope',
  'answeredFor',
  'total',
  'coverage',
  'region',
  'status',
  'federation',
  'entities',
  'service',
  'lots',
  'id',
  'key',
  'requires',
  'type',
  'input',
  'query',
  'mutation',
  'extend',
  'implements',
  'on',
  'network',
  'toJSON',
  'then',
  'graph',
  'joinField',
  'null',
  'openedOn',
];
const SUFFIXES = ['Query', 'Mutation', 'Region', 'Network2', 'Desks', 'Shard', 'FigureFilter', 'Consolidation', 'Bike'];

/** Texts that are harmless as descriptions and would not be anywhere else. */
const TEXTS = [
  'Bikes.',
  '@override(from: "national")',
  '} type Query { evil: Int } type X {',
  'He said \\"\\"\\" and left',
  '"""',
  '\\\\',
  'extend schema @link(url: "https://evil.example")',
  '# no comment',
  '... on BretagneFigures { answeredFor }',
  '$variable {{ template }}',
  "'; DROP TABLE supergraph; --",
  'a\nb\r\nc\td',
  'Émigré – naïve « citation » 5 °C',
  '%s %d ${process.env} #{x}',
];
const SCALARS = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Count', 'RegionCode', 'Siren', 'Date', 'Scope'];

const visibleTypes = ({ publisher: { prefix } }: Scene): readonly string[] =>
  ['Network', 'Desk', 'Territory', 'Facilitator', 'Contract', 'Buyer'].map((suffix) => prefix + suffix);
const described = (random: SeededRandom): string => JSON.stringify(random.pick(TEXTS));

/**
 * Changes that a region may make, or that stand on the line: what the checks of the text let pass, and so what the
 * composition and the invariant have to hold against.
 */
export const BORDERLINE: readonly Mutation[] = [
  ofDefinitions('adds a field', (document, random, scene) => {
    const name = random.pick(visibleTypes(scene));
    const type = objectsOf(document).find((node) => node.name.value === name);
    if (type === undefined) return document.definitions;
    const list = random.pick(['%', '[%]', '[%!]', '[[%]]']);
    const of = random.pick([...SCALARS, ...visibleTypes(scene)]);
    const field = fieldOf(`${described(random)} ${random.pick(NAMES)}: ${list.replace('%', of)}`);
    return replaced(document, type, { ...type, fields: [...(type.fields ?? []), field] });
  }),
  ofDefinitions('adds a field with arguments', (document, random, scene) => {
    const name = random.pick(visibleTypes(scene));
    const type = objectsOf(document).find((node) => node.name.value === name);
    if (type === undefined) return document.definitions;
    const scalar = random.pick(['Int', 'String', 'Boolean', 'ID']);
    const value = { Int: '1', String: described(random), Boolean: 'true', ID: '"53:1"' }[scalar] ?? 'null';
    const field = fieldOf(
      `${random.pick(NAMES)}(${random.pick(NAMES)}: ${scalar} = ${value}, other: [${random.pick(SCALARS)}!]): Float`,
    );
    return replaced(document, type, { ...type, fields: [...(type.fields ?? []), field] });
  }),
  ofDefinitions('adds a guarded field', (document, random, scene) => {
    const name = random.pick(visibleTypes(scene));
    const type = objectsOf(document).find((node) => node.name.value === name);
    if (type === undefined) return document.definitions;
    const guard = random.pick([
      '@authenticated',
      '@requiresScopes(scopes: [["figures"]])',
      '@requiresScopes(scopes: [["contracts", "figures"], ["keys"]])',
      '@policy(policies: [["partnershipParty"]])',
      '@deprecated(reason: "Use name")',
    ]);
    const field = fieldOf(`${described(random)} ${random.pick(NAMES)}: ${random.pick(SCALARS)} ${guard}`);
    return replaced(document, type, { ...type, fields: [...(type.fields ?? []), field] });
  }),
  ofDefinitions('adds a type that leads to itself', (document, random, { publisher: { prefix } }) => {
    const name = prefix + random.pick(SUFFIXES);
    return `${described(random)} type ${name} { ${random.pick(NAMES)}: [${name}!] ${random.pick(NAMES)}2: ${random.pick(SCALARS)} }`;
  }),
  ofDefinitions('adds an input and an enumeration', (document, random, { publisher: { prefix } }) => {
    const colour = `${prefix}${random.pick(SUFFIXES)}Colour`;
    const where = `${prefix}${random.pick(SUFFIXES)}Where`;
    const names = random.sample(['RED', 'query', 'NATIONAL', 'REGION_76', 'Mutation', 'A'], 3);
    return `enum ${colour} { ${names.join(' ')} } input ${where} { a: [${colour}!] = [${names[0]}], b: ${where}, c: Int! }`;
  }),
  ofDefinitions('adds a chain of types', (_document, random, { publisher: { prefix } }) => {
    const length = 1 + random.below(60);
    const link = (index: number) => `type ${prefix}Chain${index}x { next: ${prefix}Chain${(index + 1) % length}x }`;
    return Array.from({ length }, (_, index) => link(index)).join('\n');
  }),
  ofDefinitions('adds a scalar', (_document, random, { publisher: { prefix } }) => {
    return `${described(random)} scalar ${prefix}${random.pick(SUFFIXES)}Text`;
  }),
  ofDefinitions('orders definitions otherwise', (document, random) =>
    random.sample(document.definitions, document.definitions.length),
  ),
  ofDefinitions('orders fields otherwise', (document, random) => {
    const type = random.pick(objectsOf(document));
    return replaced(document, type, { ...type, fields: random.sample(type.fields ?? [], type.fields?.length ?? 0) });
  }),
  ofDefinitions('orders directives otherwise', (document) =>
    document.definitions.map((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION ? { ...node, directives: node.directives?.toReversed() } : node,
    ),
  ),
  ofDefinitions('describes in other words', (document, random) =>
    withFieldOf(document, random, (field) => [
      { ...field, description: { kind: Kind.STRING, value: random.pick(TEXTS), block: random.below(2) === 0 } },
    ]),
  ),
  ofDefinitions(
    'describes nothing',
    (document) =>
      visit(document, {
        ObjectTypeDefinition: (node) => ({ ...node, description: undefined }),
        ScalarTypeDefinition: (node) => ({ ...node, description: undefined }),
        FieldDefinition: (node) => ({ ...node, description: undefined }),
      }).definitions,
  ),
  ofDefinitions(
    'writes texts as blocks',
    (document) => visit(document, { StringValue: (node) => ({ ...node, block: true }) }).definitions,
  ),
  ofDefinitions('imports less', (document, random) => {
    const link = document.definitions.find((node) => node.kind === Kind.SCHEMA_EXTENSION);
    if (link === undefined) return document.definitions;
    const fewer = visit(link, {
      ListValue: (node) => ({ ...node, values: node.values.filter(() => random.below(4) > 0) }),
    });
    return replaced(document, link, fewer);
  }),
  ofText('writes other white space', (sdl, random) => {
    const space = random.pick(['\t', ',', '\r\n', ' # comment } type Query {\n', ',,,\n', '\ufeff']);
    return sdl.replaceAll('\n  ', () => (random.below(3) === 0 ? `\n${space} ` : '\n  '));
  }),
  ofText('writes on one line', (sdl) => (sdl.includes('#') || sdl.includes('"""') ? sdl : sdl.replaceAll('\n', ' '))),
  ofText('writes carriage returns', (sdl) => sdl.replaceAll('\n', '\r')),
  ofText('is what it is', (sdl) => sdl),
];
