import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { type GatherList, publishedSelection, templateFieldType } from './gather-lists';
import type { ParsedPublication } from './national-schema';
import { instantiateName, templateTypes } from './regional-schema';

const directive = (name: string): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
});

/** Directives that say who may ask: a counterpart needs what the type and its fields need, whatever a region publishes. */
const ACCESS_DIRECTIVES: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy']);

/**
 * The national counterparts of one member's hidden shard types: their keys, and as external whatever some
 * gather list reads.
 */
export function shardCounterparts(member: ParsedPublication, lists: readonly GatherList[]): ObjectTypeDefinitionNode[] {
  const read = new Map<string, Set<string>>();
  const collect = (type: string, selection: SelectionSetNode) => {
    const fields = read.get(type) ?? new Set<string>();
    read.set(type, fields);
    for (const node of selection.selections) {
      if (node.kind !== Kind.FIELD) continue;
      fields.add(node.name.value);
      if (node.selectionSet !== undefined) collect(templateFieldType(type, node.name.value), node.selectionSet);
    }
  };
  for (const list of lists) {
    collect(
      list.of,
      publishedSelection(list.selection, list.of, member) ?? { kind: Kind.SELECTION_SET, selections: [] },
    );
  }
  return [...read].map(([type, fields]) => shardCounterpart(member, type, fields));
}

function shardCounterpart(
  member: ParsedPublication,
  templateType: string,
  read: ReadonlySet<string>,
): ObjectTypeDefinitionNode {
  const definition = definitionOf(templateType);
  const keys = keyFields(definition);
  const fields = (definition.fields ?? [])
    .filter((field) => keys.has(field.name.value) || read.has(field.name.value))
    .map((field) => instantiate(field, member, keys.has(field.name.value) ? [] : [directive('external')]));
  return {
    ...definition,
    name: { kind: Kind.NAME, value: instantiateName(templateType, member.region.prefix) },
    fields,
  };
}

/**
 * The national counterpart of one member's client-visible type: it implements the national interface. Its
 * fields are external where the region publishes them, null where the region's version lacks them,
 * and the national subgraph's own where the regional template never had them.
 */
export function regionalCounterparts(
  member: ParsedPublication,
  contract: InterfaceTypeDefinitionNode,
  templateType: string,
): ObjectTypeDefinitionNode[] {
  const definition = definitionOf(templateType);
  const keys = keyFields(definition);
  const name = instantiateName(templateType, member.region.prefix);
  const published = new Set(member.types.get(name)?.fields?.map((field) => field.name.value));
  const fields = (contract.fields ?? []).map((field): FieldDefinitionNode => {
    const ofTemplate = definition.fields?.find((candidate) => candidate.name.value === field.name.value);
    if (ofTemplate === undefined) return field;
    const isExternal = !keys.has(field.name.value) && published.has(field.name.value);
    return instantiate(ofTemplate, member, isExternal ? [directive('external')] : []);
  });
  return [
    {
      kind: Kind.OBJECT_TYPE_DEFINITION,
      description: definition.description,
      name: { kind: Kind.NAME, value: name },
      interfaces: [{ kind: Kind.NAMED_TYPE, name: contract.name }],
      directives: definition.directives?.filter((node) => node.name.value !== 'since'),
      fields,
    },
  ];
}

function definitionOf(templateType: string): ObjectTypeDefinitionNode {
  const definition = templateTypes().get(templateType);
  if (definition === undefined) throw new Error(`The regional template has no type ${templateType}`);
  return definition;
}

function keyFields(definition: ObjectTypeDefinitionNode): ReadonlySet<string> {
  const key = definition.directives?.find((node) => node.name.value === 'key');
  const fields = key?.arguments?.find((argument) => argument.name.value === 'fields')?.value;
  return new Set(fields?.kind === Kind.STRING ? fields.value.split(/\s+/) : []);
}

function instantiate(
  field: FieldDefinitionNode,
  member: ParsedPublication,
  directives: readonly ConstDirectiveNode[],
): FieldDefinitionNode {
  const renamed = visit(field, {
    Name: (node) => ({ ...node, value: instantiateName(node.value, member.region.prefix) }),
  });
  const access = (field.directives ?? []).filter(({ name }) => ACCESS_DIRECTIVES.has(name.value));
  return { ...renamed, directives: [...directives, ...access] };
}
