import {
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  type SelectionSetNode,
  parse,
  print,
} from 'graphql';
import type { ParsedPublication } from './national-schema';
import { instantiateName, templateTypes } from './regional-schema';
import { namedTypeOf } from './type-names';

/** A named list of shard fields that the gather fields of one national type read back. */
export interface GatherList {
  /** National type that gathers: "Consolidation". */
  readonly on: string;
  readonly name: string;
  /** Template name of the shard type: "ShardFigures". */
  readonly of: string;
  readonly selection: SelectionSetNode;
}

/** Every `@gatherList` of the national template. */
export function gatherLists(template: DocumentNode): readonly GatherList[] {
  return template.definitions.flatMap((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const directives = (node.directives ?? []).filter((directive) => directive.name.value === 'gatherList');
    return directives.map((directive): GatherList => ({
      on: node.name.value,
      name: argumentOf(directive, 'name'),
      of: argumentOf(directive, 'of'),
      selection: selectionOf(argumentOf(directive, 'fields')),
    }));
  });
}

/** The list that a field gathers, or undefined when it is no gather field. */
export function gatherOf(
  field: FieldDefinitionNode,
  typeName: string | undefined,
  lists: readonly GatherList[],
): GatherList | undefined {
  const directive = field.directives?.find((candidate) => candidate.name.value === 'gather');
  if (directive === undefined) return undefined;
  const name = argumentOf(directive, 'list');
  const list = lists.find((candidate) => candidate.on === typeName && candidate.name === name);
  if (list === undefined)
    throw new Error(`${typeName}.${field.name.value} gathers "${name}", which ${typeName} does not declare`);
  return list;
}

/**
 * The standard directive that a gather field carries: one inline fragment per member, holding only
 * what that member publishes. A member that publishes nothing of the list has no fragment; nothing is
 * required when no member has one.
 */
export function requiresOf(list: GatherList, members: readonly ParsedPublication[]): readonly ConstDirectiveNode[] {
  const fragments = members.flatMap((member) => {
    const selection = publishedSelection(list.selection, list.of, member);
    if (selection === undefined) return [];
    return [`... on ${instantiateName(list.of, member.region.prefix)} ${print(selection)}`];
  });
  if (fragments.length === 0) return [];
  const value = `shards { ${fragments.join(' ')} }`.replace(/\s+/g, ' ');
  return [
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'requires' },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'fields' },
          value: { kind: Kind.STRING, value },
        },
      ],
    },
  ];
}

/** The part of a selection that a member publishes; undefined when nothing is left. */
export function publishedSelection(
  selection: SelectionSetNode,
  templateType: string,
  member: ParsedPublication,
): SelectionSetNode | undefined {
  const published = member.types.get(instantiateName(templateType, member.region.prefix));
  const selections = selection.selections.flatMap((node): FieldNode[] => {
    if (node.kind !== Kind.FIELD) throw new Error('A gather list holds plain fields only');
    if (node.arguments !== undefined && node.arguments.length > 0) {
      throw new Error(
        `A gather list must not pass arguments (${templateType}.${node.name.value}): put them in the scope`,
      );
    }
    if (!published?.fields?.some((field) => field.name.value === node.name.value)) return [];
    if (node.selectionSet === undefined) return [node];
    const nested = publishedSelection(node.selectionSet, templateFieldType(templateType, node.name.value), member);
    return nested === undefined ? [] : [{ ...node, selectionSet: nested }];
  });
  return selections.length === 0 ? undefined : { kind: Kind.SELECTION_SET, selections };
}

/** Template name of the type of a template field: the type of ShardFigures.breakdown is "ShardFigureRow". */
export function templateFieldType(templateType: string, field: string): string {
  const definition = templateTypes()
    .get(templateType)
    ?.fields?.find((candidate) => candidate.name.value === field);
  if (definition === undefined) throw new Error(`The regional template has no ${templateType}.${field}`);
  return namedTypeOf(definition.type);
}

function selectionOf(fields: string): SelectionSetNode {
  const operation = parse(`{ ${fields} }`, { noLocation: true }).definitions[0];
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`Not a selection of fields: ${fields}`);
  return operation.selectionSet;
}

function argumentOf(directive: DirectiveNode, name: string): string {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value?.kind !== Kind.STRING) throw new Error(`@${directive.name.value} lacks the argument "${name}"`);
  return value.value;
}
