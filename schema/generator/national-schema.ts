import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import type { Region } from '../../subgraphs/kit/regions';
import { gatherLists, gatherOf, requiresOf, type GatherList } from './gather-lists';
import { packageRoot } from '../../subgraphs/kit/package-root';
import { instantiateName } from './regional-schema';
import { regionalCounterparts, shardCounterparts } from './counterparts';

/** What one member region really publishes. */
export interface Publication {
  readonly region: Region;
  /** Its subgraph's SDL. */
  readonly sdl: string;
}

/** A publication with its object types at hand, by the names that the region gives them. */
export interface ParsedPublication {
  readonly region: Region;
  readonly types: ReadonlyMap<string, ObjectTypeDefinitionNode>;
}

/** A union must have a type; this one stands in while the hub has no member, and is never given. */
export const NO_SHARD = 'NoShard';
const NO_SHARD_TYPE = parse(`type ${NO_SHARD} @inaccessible { nothing: Boolean }`, { noLocation: true }).definitions;

/** The national schema as written in schema/national.graphql, with the hub's own directives. */
export function nationalTemplate(): DocumentNode {
  return parse(readFileSync(join(packageRoot(), 'schema', 'national.graphql'), 'utf8'), { noLocation: true });
}

/**
 * The SDL of the national subgraph for these members: standard Federation 2, in which every gather
 * field requires from each region what that region publishes of its list (docs/adr/0001). Members must be
 * in ascending order of region codes, so that the same members always give the same text.
 */
export function nationalSchema(publications: readonly Publication[]): string {
  const members = publications.map(parsePublication);
  const template = nationalTemplate();
  const lists = gatherLists(template);
  const definitions = template.definitions.filter((node) => node.kind !== Kind.DIRECTIVE_DEFINITION);
  const interfaces = definitions.filter((node) => node.kind === Kind.INTERFACE_TYPE_DEFINITION);
  const generated = members.flatMap((member) => [
    ...shardCounterparts(member, lists),
    ...interfaces.flatMap((node) => regionalCounterparts(member, node, regionalTypeOf(node))),
  ]);
  const placeholder = members.length === 0 ? NO_SHARD_TYPE : [];
  const national = {
    kind: Kind.DOCUMENT,
    definitions: [...definitions.map((node) => expand(node, members, lists)), ...generated, ...placeholder],
  } as const;
  return print(national);
}

function parsePublication({ region, sdl }: Publication): ParsedPublication {
  const objects = parse(sdl, { noLocation: true }).definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  return { region, types: new Map(objects.map((node) => [node.name.value, node])) };
}

/** Replaces the hub's own directives of one definition by what they stand for. */
function expand(
  definition: DefinitionNode,
  members: readonly ParsedPublication[],
  lists: readonly GatherList[],
): DefinitionNode {
  const typeName = 'name' in definition ? definition.name?.value : undefined;
  return visit(definition, {
    UnionTypeDefinition: (node) => {
      const of = stringArgument(node.directives, 'shards', 'of');
      if (of === undefined) return undefined;
      const types = members.map(({ region }) => instantiateName(of, region.prefix));
      return {
        ...node,
        directives: without(node.directives, 'shards'),
        types: (types.length > 0 ? types : [NO_SHARD]).map(namedType),
      };
    },
    InterfaceTypeDefinition: (node) => ({ ...node, directives: without(node.directives, 'regional') }),
    ObjectTypeDefinition: {
      leave: (node) => ({ ...node, directives: without(node.directives, 'gatherList') }),
    },
    FieldDefinition: (node) => {
      const list = gatherOf(node, typeName, lists);
      if (list === undefined) return undefined;
      return { ...node, directives: [...without(node.directives, 'gather'), ...requiresOf(list, members)] };
    },
  });
}

function regionalTypeOf(node: InterfaceTypeDefinitionNode): string {
  const of = stringArgument(node.directives, 'regional', 'of');
  if (of === undefined) throw new Error(`Interface ${node.name.value} of the national schema lacks @regional`);
  return of;
}

function without(directives: readonly DirectiveNode[] | undefined, name: string): readonly DirectiveNode[] {
  return (directives ?? []).filter((directive) => directive.name.value !== name);
}

function namedType(name: string) {
  return { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } } as const;
}

function stringArgument(
  directives: readonly DirectiveNode[] | undefined,
  directive: string,
  argument: string,
): string | undefined {
  const node = directives?.find((candidate) => candidate.name.value === directive);
  const value = node?.arguments?.find((candidate) => candidate.name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
