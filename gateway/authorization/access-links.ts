import { type ASTNode, type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind, visit } from 'graphql';
import { type AccessDirectiveNames, unsupported } from '../../subgraphs/kit/authorization';

type Feature = keyof AccessDirectiveNames;

/** The three specifications about access, each with the scalar that it brings along. */
const FEATURES: Readonly<Record<Feature, string | undefined>> = {
  authenticated: undefined,
  requiresScopes: 'Scope',
  policy: 'Policy',
};
const IDENTITY = 'https://specs.apollo.dev/';
const VERSION = 'v0.1';
const THE_SUPERGRAPH = 'The supergraph';

/** How a supergraph names what says who may ask. */
export interface AccessLinks {
  readonly names: AccessDirectiveNames;
  /** Names of the scalars that the directives take, of no other use. */
  readonly scalars: ReadonlySet<string>;
  /** The `@link`s to the three specifications. */
  readonly links: ReadonlySet<ConstDirectiveNode>;
  /** Name of `@inaccessible`; undefined when the supergraph hides nothing. */
  readonly inaccessible: string | undefined;
}

/**
 * Finds the directives about access under the names that the supergraph gives them, renamed ones among them. Throws
 * SUPERGRAPH_UNSUPPORTED for a version, an import or a use that it cannot account for: such a directive would stand
 * in the supergraph and protect nothing.
 */
export function accessLinksOf(document: DocumentNode): AccessLinks {
  const names: Record<Feature, string | undefined> = {
    authenticated: undefined,
    requiresScopes: undefined,
    policy: undefined,
  };
  const scalars = new Set<string>();
  const links = new Set<ConstDirectiveNode>();
  let inaccessible: string | undefined;
  for (const link of schemaDirectivesOf(document)) {
    const { specification, version, prefix, imports } = readLink(link);
    if (specification === 'inaccessible') inaccessible = imports.get('@inaccessible') ?? prefix;
    if (!isFeature(specification)) {
      refuseImports(link, imports);
      continue;
    }
    if (version !== VERSION) throw unsupported(THE_SUPERGRAPH, `links @${specification} in a version other than 0.1`);
    if (names[specification] !== undefined) throw unsupported(THE_SUPERGRAPH, `links @${specification} twice`);
    const scalar = FEATURES[specification];
    const unknown = [...imports.keys()].find((name) => name !== `@${specification}` && name !== scalar);
    if (unknown !== undefined) throw unsupported(THE_SUPERGRAPH, `imports "${unknown}" with @${specification}`);
    names[specification] = imports.get(`@${specification}`) ?? prefix;
    if (scalar !== undefined) scalars.add(imports.get(scalar) ?? `${prefix}__${scalar}`);
    links.add(link);
  }
  const found = { names, scalars, links, inaccessible };
  refuseUnaccounted(document, found);
  return found;
}

interface ReadLink {
  /** Last name of the address under specs.apollo.dev; undefined for anything else. */
  readonly specification: string | undefined;
  readonly version: string | undefined;
  /** Name of the specification in this schema. */
  readonly prefix: string;
  /** Names of imported elements, a directive's with its @, and what they are called here. */
  readonly imports: ReadonlyMap<string, string>;
}

function readLink(link: ConstDirectiveNode): ReadLink {
  const url = textOf(argumentOf(link, 'url')) ?? '';
  const [specification, version] = url.startsWith(IDENTITY) ? url.slice(IDENTITY.length).split('/') : [];
  const prefix = textOf(argumentOf(link, 'as')) ?? specification ?? '';
  return { specification, version, prefix, imports: importsOf(argumentOf(link, 'import')) };
}

function importsOf(value: ConstValueNode | undefined): ReadonlyMap<string, string> {
  if (value === undefined || value.kind === Kind.NULL) return new Map();
  if (value.kind !== Kind.LIST) throw unsupported(THE_SUPERGRAPH, 'holds an import that is not a list');
  return new Map(
    value.values.map((item): [string, string] => {
      const fields =
        item.kind === Kind.OBJECT ? new Map(item.fields.map((one) => [one.name.value, one.value])) : undefined;
      const name = textOf(fields === undefined ? item : fields.get('name'));
      if (name === undefined) throw unsupported(THE_SUPERGRAPH, 'holds an import without a name');
      return [name, (textOf(fields?.get('as')) ?? name).replace(/^@/, '')];
    }),
  );
}

/** Another specification that brings one of the directives along would bring it under rules that are not read. */
function refuseImports(link: ConstDirectiveNode, imports: ReadonlyMap<string, string>): void {
  const hidden = [...imports.keys()].find((name) => isFeature(name.replace(/^@/, '')));
  if (hidden === undefined) return;
  throw unsupported(THE_SUPERGRAPH, `imports ${hidden} from "${textOf(argumentOf(link, 'url')) ?? ''}"`);
}

/** Refuses a directive that looks like one about access and is none of those that were found. */
function refuseUnaccounted(document: DocumentNode, { names }: AccessLinks): void {
  const known = new Set(Object.values(names));
  const check = (name: string): void => {
    const plain = name.split('__').at(-1) ?? name;
    if (isFeature(plain) && !known.has(name)) throw unsupported(THE_SUPERGRAPH, `uses @${name} without a link to it`);
  };
  visit(document, {
    Directive(node) {
      check(node.name.value);
      if (node.name.value !== 'join__directive') return;
      const joined = textOf(argumentOf(node, 'name')) ?? '';
      check(joined);
      if (known.has(joined)) throw unsupported(THE_SUPERGRAPH, `joins @${joined} by @join__directive`);
    },
    DirectiveDefinition: (node) => check(node.name.value),
  });
  for (const name of Object.values(names)) {
    if (name !== undefined && !document.definitions.some((node) => isDefinitionOf(node, name))) {
      throw unsupported(THE_SUPERGRAPH, `links @${name} without defining it`);
    }
  }
}

function isDefinitionOf(node: ASTNode, name: string): boolean {
  return node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === name;
}

function schemaDirectivesOf(document: DocumentNode): readonly ConstDirectiveNode[] {
  const all = document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.directives ?? []) : [],
  );
  const foreign = all.find((node) => node.name.value !== 'link' && JSON.stringify(node).includes(IDENTITY));
  if (foreign !== undefined) throw unsupported(THE_SUPERGRAPH, `links specifications by @${foreign.name.value}`);
  return all.filter((node) => node.name.value === 'link');
}

function isFeature(name: string | undefined): name is Feature {
  return name !== undefined && Object.hasOwn(FEATURES, name);
}

function argumentOf(
  directive: Pick<ConstDirectiveNode, 'arguments'> | ASTNode,
  name: string,
): ConstValueNode | undefined {
  const given = 'arguments' in directive ? (directive.arguments as ConstDirectiveNode['arguments']) : undefined;
  return given?.find((argument) => argument.name.value === name)?.value;
}

function textOf(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}
