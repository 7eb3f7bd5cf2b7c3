import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  getDirectiveValues,
  GraphQLDirective,
  GraphQLInt,
  GraphQLNonNull,
  DirectiveLocation,
  parse,
  print,
  visit,
} from 'graphql';
import { REGIONAL_SCHEMA_VERSIONS } from '../../subgraphs/kit/regional-schema';
import type { Region } from '../../subgraphs/kit/regions';
import { packageRoot } from '../../subgraphs/kit/package-root';

/** Prefix of the template's types, replaced by each region's own. */
export const TEMPLATE_PREFIX = 'Shard';

const SINCE = new GraphQLDirective({
  name: 'since',
  locations: [DirectiveLocation.OBJECT, DirectiveLocation.FIELD_DEFINITION],
  args: { version: { type: new GraphQLNonNull(GraphQLInt) } },
});

let template: DocumentNode | undefined;

/** The regional template as written in schema/regional.graphql, all versions together. */
export function regionalTemplate(): DocumentNode {
  template ??= parse(readFileSync(join(packageRoot(), 'schema', 'regional.graphql'), 'utf8'), { noLocation: true });
  return template;
}

/** "ShardFigures" becomes "BretagneFigures"; any other name stays. */
export function instantiateName(name: string, prefix: string): string {
  return name.startsWith(TEMPLATE_PREFIX) ? prefix + name.slice(TEMPLATE_PREFIX.length) : name;
}

/** The object types of the template, by their template names. */
export function templateTypes(): ReadonlyMap<string, ObjectTypeDefinitionNode> {
  const types = regionalTemplate().definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  return new Map(types.map((node) => [node.name.value, node]));
}

/**
 * The SDL that a region publishes: the template up to that version, with the region's prefix.
 * Throws on a version that the hub does not understand.
 */
export function regionalSchema(region: Region, version: string): string {
  if (!REGIONAL_SCHEMA_VERSIONS.includes(version)) {
    throw new RangeError(
      `The regional schema has no version "${version}"; known: ${REGIONAL_SCHEMA_VERSIONS.join(', ')}.`,
    );
  }
  const isLater = (node: Parameters<typeof getDirectiveValues>[1]) => {
    const since = getDirectiveValues(SINCE, node)?.['version'];
    return typeof since === 'number' && since > Number(version);
  };
  const instance = visit(regionalTemplate(), {
    DirectiveDefinition: () => null,
    ObjectTypeDefinition: { enter: (node) => (isLater(node) ? null : undefined) },
    FieldDefinition: { enter: (node) => (isLater(node) ? null : undefined) },
    Directive: (node) => (node.name.value === SINCE.name ? null : undefined),
    Name: (node) => ({ ...node, value: instantiateName(node.value, region.prefix) }),
  });
  return print(instance);
}
