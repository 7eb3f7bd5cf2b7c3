import {
  type ConstDirectiveNode,
  type DocumentNode,
  isTypeDefinitionNode,
  Kind,
  parse,
  type TypeDefinitionNode,
} from 'graphql';
import { nationalSchema, regionalSchema, registrySchema } from '../../schema';
import { REGIONAL_SCHEMA_VERSIONS } from '../../subgraphs/kit/regional-schema';
import type { Region } from '../../subgraphs/kit/regions';
import { isOwn } from './names';
import { stringArgument } from './schema-elements';

/** What one region has to publish for one version of the regional schema, and what is not for it to define. */
export interface RegionalTemplate {
  readonly region: Region;
  readonly version: string;
  /** The SDL that the reference implementation publishes. */
  readonly sdl: string;
  /** Its types, by name. */
  readonly types: ReadonlyMap<string, TypeDefinitionNode>;
  /** URL of its link to the federation specification. */
  readonly linkUrl: string;
  /** What that link imports: "@key". */
  readonly imports: ReadonlySet<string>;
  /** Fields that are not free as extras, by type: those of other versions, and of the hub's counterparts. */
  readonly reservedFields: ReadonlyMap<string, ReadonlySet<string>>;
  /** Types of the national schema and of the registry's. */
  readonly hubTypes: ReadonlySet<string>;
}

const known = new Map<string, RegionalTemplate>();
const MOST_KNOWN = 100;

/** The template of a region; undefined when the hub does not understand the version. */
export function templateOf(region: Region, version: string): RegionalTemplate | undefined {
  if (!REGIONAL_SCHEMA_VERSIONS.includes(version)) return undefined;
  const key = `${region.code} ${region.prefix} ${version}`;
  const template = known.get(key) ?? buildTemplate(region, version);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, template);
  return template;
}

function buildTemplate(region: Region, version: string): RegionalTemplate {
  const sdl = regionalSchema(region, version);
  const document = parse(sdl, { noLocation: true });
  const link = linksOf(document)[0];
  const everywhere = REGIONAL_SCHEMA_VERSIONS.map((each) => regionalSchema(region, each));
  const national = everywhere.map((each) => parse(nationalSchema([{ region, sdl: each }]), { noLocation: true }));
  return {
    region,
    version,
    sdl,
    types: typesOf(document),
    linkUrl: stringArgument(link, 'url') ?? '',
    imports: importsOf(link),
    reservedFields: fieldsOf([...everywhere.map((each) => parse(each, { noLocation: true })), ...national]),
    hubTypes: new Set(
      [...national, parse(registrySchema(), { noLocation: true })].flatMap((each) =>
        [...typesOf(each).keys()].filter((name) => !isOwn(region, name)),
      ),
    ),
  };
}

/** The types that a document defines, by name. */
export function typesOf(document: DocumentNode): ReadonlyMap<string, TypeDefinitionNode> {
  return new Map(document.definitions.filter(isTypeDefinitionNode).map((node) => [node.name.value, node]));
}

/** The `@link` directives on the schema. */
export function linksOf(document: DocumentNode): readonly ConstDirectiveNode[] {
  return document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_EXTENSION || node.kind === Kind.SCHEMA_DEFINITION
      ? (node.directives ?? []).filter(({ name }) => name.value === 'link')
      : [],
  );
}

function importsOf(link: ConstDirectiveNode | undefined): ReadonlySet<string> {
  const value = link?.arguments?.find(({ name }) => name.value === 'import')?.value;
  const names = value?.kind === Kind.LIST ? value.values : [];
  return new Set(names.flatMap((name) => (name.kind === Kind.STRING ? [name.value] : [])));
}

function fieldsOf(documents: readonly DocumentNode[]): ReadonlyMap<string, ReadonlySet<string>> {
  const fields = new Map<string, Set<string>>();
  for (const document of documents) {
    for (const [name, node] of typesOf(document)) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      const names = fields.get(name) ?? new Set<string>();
      for (const field of node.fields ?? []) names.add(field.name.value);
      fields.set(name, names);
    }
  }
  return fields;
}
