import { type ConstDirectiveNode, type DefinitionNode, isTypeDefinitionNode, Kind, parse, print, visit } from 'graphql';
import type { SeededRandom } from '../../faults/support/seeded-random';
import { type Mutation, objectsOf, ofDefinitions, ofText, replaced, withFieldOf } from './mutation';

const HARMFUL = [
  '@override(from: "national")',
  '@override(from: "region-76", label: "percent(1)")',
  '@requires(fields: "id")',
  '@requires(fields: "region scope")',
  '@provides(fields: "name")',
  '@external',
  '@shareable',
  '@interfaceObject',
  '@inaccessible',
  '@tag(name: "x")',
  '@extends',
  '@composeDirective(name: "@x")',
  '@context(name: "c")',
  '@key(fields: "nir")',
  '@key(fields: "name", resolvable: false)',
  '@authenticated',
  '@requiresScopes(scopes: [["figures"]])',
  '@requiresScopes(scopes: [])',
  '@policy(policies: [["nobody"]])',
  '@cost(weight: 0)',
  '@listSize(assumedSize: 1)',
  '@deprecated',
  '@join__type(graph: NATIONAL)',
  '@join__field(graph: NATIONAL)',
  '@link(url: "https://specs.apollo.dev/federation/v2.0")',
  '@specifiedBy(url: "https://evil.example")',
];
const IMPORTS =
  '"@key", "@inaccessible", "@authenticated", "@requiresScopes", "@policy", "@override", "@requires", "@provides", "@external", "@shareable", "@interfaceObject", "@tag", "@extends", "@context", "@fromContext", "@cost", "@listSize"';
const INVISIBLE = [
  '\u202e',
  '\u200b',
  '\u0435',
  '\uff41',
  '\ufeff',
  '\u0000',
  '\ud800',
  '\u00ad',
  '\u{e0041}',
  '\u0001',
];

function directiveOf(text: string): ConstDirectiveNode {
  const type = parse(`type T ${text} { f: Int }`, { noLocation: true }).definitions[0];
  const directive = type?.kind === Kind.OBJECT_TYPE_DEFINITION ? type.directives?.[0] : undefined;
  if (directive === undefined) throw new Error(`Not a directive: ${text}`);
  return directive;
}

const harmful = (random: SeededRandom): ConstDirectiveNode => {
  const directive = directiveOf(random.pick(HARMFUL));
  const name = random.below(6) === 0 ? `federation__${directive.name.value}` : directive.name.value;
  return { ...directive, name: { kind: Kind.NAME, value: name } };
};

/** A definition of somebody else, changed a little, as an attacker would copy it. */
function stolen(node: DefinitionNode, random: SeededRandom): DefinitionNode {
  const shareable = directiveOf('@shareable');
  const drop = () => random.below(4) === 0;
  return visit(node, {
    ObjectTypeDefinition: (type) => ({
      ...type,
      interfaces: [],
      directives: [...(type.directives ?? []).filter(({ name }) => name.value === 'key'), shareable],
      fields: type.fields?.filter((_, index) => index === 0 || !drop()),
    }),
    FieldDefinition: (field) => ({
      ...field,
      directives: random.below(5) === 0 ? [harmful(random)] : [],
      arguments: field.arguments?.filter(() => !drop()),
    }),
    InputObjectTypeDefinition: (input) => ({
      ...input,
      fields: input.fields?.filter((_, index) => index === 0 || !drop()),
    }),
    EnumTypeDefinition: (list) => ({ ...list, values: list.values?.filter((_, index) => index === 0 || !drop()) }),
  });
}

/** Changes that no region may make: each attack of the threat model, and damage that nobody planned. */
export const HOSTILE: readonly Mutation[] = [
  ofText('imports everything', (sdl) => sdl.replace(/import: \[[^\]]*\]/, `import: [${IMPORTS}]`)),
  ofDefinitions('puts a directive on a field', (document, random) =>
    withFieldOf(document, random, (field) => [
      { ...field, directives: [...(field.directives ?? []), harmful(random)] },
    ]),
  ),
  ofDefinitions('puts a directive on a type', (document, random) => {
    const type = random.pick(document.definitions.filter(isTypeDefinitionNode));
    return replaced(document, type, { ...type, directives: [...(type.directives ?? []), harmful(random)] });
  }),
  ofDefinitions('takes a directive off a type', (document, random) => {
    const type = random.pick(objectsOf(document).filter(({ directives }) => directives?.length));
    const gone = random.pick(type.directives ?? []);
    return replaced(document, type, { ...type, directives: type.directives?.filter((each) => each !== gone) });
  }),
  ofDefinitions('copies a type of somebody else', (document, random, { foreignSdls }) => {
    const types = random.pick(foreignSdls).definitions.filter(isTypeDefinitionNode);
    return [...document.definitions, stolen(random.pick(types), random)];
  }),
  ofDefinitions('copies an input or enumeration of somebody else', (document, random, { foreignSdls }) => {
    const types = foreignSdls.flatMap(({ definitions }) =>
      definitions.filter((node) => /InputObject|Enum/.test(node.kind)),
    );
    return [...document.definitions, stolen(random.pick(types), random)];
  }),
  ofDefinitions('adds to the type of somebody else', (document, random, { foreignSdls }) => {
    const type = random.pick(objectsOf(random.pick(foreignSdls)));
    const key = (type.directives ?? [])
      .filter(({ name }) => name.value === 'key')
      .map(print)
      .join(' ');
    return `${random.pick(['type', 'extend type'])} ${type.name.value} ${key} { evil: Int ${random.pick(['', '@shareable'])} }`;
  }),
  ofDefinitions('adds a root', (_document, random) => {
    const root = random.pick(['Query', 'Mutation', 'Subscription']);
    return `${random.pick(['type', 'extend type'])} ${root} { ${random.pick(['evil', 'consolidation', 'regions', 'federation'])}: Int ${random.pick(['', '@shareable'])} }`;
  }),
  ofDefinitions('names roots', (_document, random, { publisher: { prefix } }) => {
    const root = random.pick(['query', 'mutation', 'subscription']);
    return `type ${prefix}Root { evil: Int } ${random.pick(['schema', 'extend schema'])} { ${root}: ${prefix}Root }`;
  }),
  ofDefinitions('gives a type another name', (document, random, { publisher, others }) => {
    const type = random.pick(document.definitions.filter(isTypeDefinitionNode));
    const prefix = random.pick([
      ...others.map((other) => other.prefix),
      publisher.prefix.toLowerCase(),
      '',
      '_',
      'join__',
    ]);
    const name = random.pick([
      type.name.value.replace(publisher.prefix, prefix),
      `${type.name.value}s`,
      type.name.value.replace(/[il]/, (letter) => (letter === 'i' ? 'l' : 'I')),
      type.name.value.toUpperCase(),
    ]);
    if (!/^[A-Za-z_]\w*$/.test(name)) return document.definitions;
    const rename = {
      Name: (node: { value: string }) => (node.value === type.name.value ? { ...node, value: name } : undefined),
    };
    return random.below(2) === 0
      ? visit(document, rename as never).definitions
      : [...document.definitions, { ...type, name: { kind: Kind.NAME, value: name } }];
  }),
  ofDefinitions('leaves a field out', (document, random) => withFieldOf(document, random, () => [])),
  ofDefinitions('leaves a type out', (document, random) => {
    const gone = random.pick(document.definitions);
    return replaced(document, gone);
  }),
  ofDefinitions('gives a field another type', (document, random) =>
    withFieldOf(document, random, (field) => {
      const named = random.pick(['Int', 'String', 'Float', 'ID', 'Query', 'Region']);
      const type = random.pick([
        {
          kind: Kind.NON_NULL_TYPE,
          type: field.type.kind === Kind.NON_NULL_TYPE ? field.type.type : field.type,
        } as const,
        { kind: Kind.LIST_TYPE, type: field.type } as const,
        { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: named } } as const,
      ]);
      return [{ ...field, type }];
    }),
  ),
  ofDefinitions('gives a field an argument', (document, random) =>
    withFieldOf(document, random, (field) => {
      const argument = parse(`type T { f(${random.pick(['first: Int!', 'scope: Scope', 'a: Int = 1'])}): Int }`, {
        noLocation: true,
      }).definitions[0];
      const taken = argument?.kind === Kind.OBJECT_TYPE_DEFINITION ? argument.fields?.[0]?.arguments : [];
      return [{ ...field, arguments: taken }];
    }),
  ),
  ofDefinitions('defines a field twice', (document, random) =>
    withFieldOf(document, random, (field) => [field, { ...field, directives: [harmful(random)] }]),
  ),
  ofDefinitions('defines a type twice', (document, random) => {
    const type = random.pick(objectsOf(document));
    return [...document.definitions, { ...type, fields: type.fields?.slice(0, 1) }];
  }),
  ofDefinitions('defines a directive', (_document, random) => {
    const name = random.pick(['key', 'inaccessible', 'link', 'evil', 'join__type', 'deprecated', 'requiresScopes']);
    return `directive @${name}(fields: String, scopes: [[String]]) repeatable on OBJECT | FIELD_DEFINITION | SCALAR`;
  }),
  ofDefinitions('defines an interface or a union', (_document, random, { publisher: { prefix } }) =>
    random.pick([
      `interface ${prefix}Thing { id: ID }`,
      `union ${prefix}Some = ${prefix}Desk | ${prefix}Buyer`,
      'interface Desk { id: ID! }',
      'union FiguresShard = String',
    ]),
  ),
  ofDefinitions('implements an interface', (document, random) => {
    const type = random.pick(objectsOf(document));
    const name = { kind: Kind.NAME, value: random.pick(['Desk', 'Contract', 'Node']) } as const;
    return replaced(document, type, { ...type, interfaces: [{ kind: Kind.NAMED_TYPE, name }] });
  }),
  ofDefinitions('extends its own type', (document, random) => {
    const type = random.pick(objectsOf(document));
    return `extend type ${type.name.value} { evil: Int ${print(harmful(random))} }`;
  }),
  ofDefinitions('links another specification', (_document, random) =>
    random.pick([
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@shareable"])',
      'extend schema @link(url: "https://evil.example/x/v1.0", import: ["@x"])',
      'extend schema @composeDirective(name: "@x")',
      'extend schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2")',
    ]),
  ),
  ofText('changes the link', (sdl, random) =>
    random.pick([
      () => sdl.replace('v2.9', random.pick(['v2.0', 'v2.3', 'v2.12', 'v1.0', 'v9.9'])),
      () => sdl.replace('"@key"', '{name: "@override", as: "@key"}'),
      () => sdl.replace('import:', 'as: "f", import:'),
      () => sdl.replace(/^extend schema.*$/m, ''),
      () => sdl.replace('extend schema', 'schema'),
    ])(),
  ),
  ofText('adds fields that may not be null, or lead elsewhere', (sdl, random, { publisher: { prefix } }) => {
    const field = random.pick([
      'evil: Int!',
      'evil: Coverage',
      'evil: Query',
      '__evil: Int',
      '__proto__: Int',
      'constructor: Int',
      `evil: ${prefix}Figures`,
      `evil: [${prefix}PageEntry]`,
      'evil(a: FigureFilter): Int',
      'evil(a: Int = "text"): Int',
    ]);
    const suffix = random.pick(['Network', 'Desk', 'Contract', 'Figures', 'FigureRow', 'Directory']);
    return sdl.replace(new RegExp(`(type ${prefix}${suffix} [^{]*\\{)`), (_, head: string) => `${head}\n  ${field}`);
  }),
  ofText('hides a character', (sdl, random) => insert(sdl, random.below(sdl.length), random.pick(INVISIBLE))),
  ofText('hides an escape', (sdl, random) =>
    inText(sdl, random, `\\u${random.pick(['202E', '0007', '200B', 'FEFF', '2028'])}`),
  ),
  ofText('hides markup', (sdl, random) =>
    inText(
      sdl,
      random,
      random.pick(['<script>', '<IMG SRC=x>', '![x](//e)', '[x](javascript:a)', '&#60;b', '\uff1cb\uff1e', '<!--']),
    ),
  ),
  ofText('loses a character', (sdl, random) => {
    const at = random.below(sdl.length);
    return sdl.slice(0, at) + sdl.slice(at + 1);
  }),
  ofText('exchanges two words', (sdl, random) => {
    const words = sdl.split(/(\s+)/);
    const [from, to] = [random.below(words.length), random.below(words.length)];
    return words.map((word, index) => (index === from ? words[to] : index === to ? words[from] : word)).join('');
  }),
  ofText('is cut short', (sdl, random) => sdl.slice(0, random.below(sdl.length))),
  ofText('repeats a part', (sdl, random) => {
    const at = random.below(sdl.length);
    return sdl + sdl.slice(at, at + random.below(2_000));
  }),
  ofText('nests deep', (sdl, random) => {
    const depth = 8 + random.below(5_000);
    return insert(sdl, sdl.lastIndexOf('}'), ` deep: ${'['.repeat(depth)}Int${']'.repeat(depth)} `);
  }),
  ofText('is large', (sdl, random, { publisher: { prefix } }) => {
    const count = random.pick([480, 600, 2_000]);
    return sdl + Array.from({ length: count }, (_, index) => `type ${prefix}T${index}x { f: Int }`).join('\n');
  }),
];

function insert(text: string, at: number, part: string): string {
  return text.slice(0, at) + part + text.slice(at);
}

/** Puts something at the beginning of one of the texts. */
function inText(sdl: string, random: SeededRandom, part: string): string {
  const starts = [...sdl.matchAll(/"(?=[A-Z])/g)].map(({ index }) => index + 1);
  return starts.length === 0 ? sdl : insert(sdl, random.pick(starts), part);
}
