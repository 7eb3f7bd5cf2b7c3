import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  getNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** Response names that would reach into JavaScript objects or hide the type of an object, on every type. */
const ALWAYS_RESERVED: readonly string[] = ['__proto__', 'constructor', 'prototype', '__typename'];

/** What is reserved for an engine that keeps aliases apart from the names it reads itself. */
export const LEAST_RESERVED: Pick<ReservedNames, 'isReserved'> = {
  isReserved: (_typeName, alias) => ALWAYS_RESERVED.includes(alias),
};

/** Names that no client alias may take. */
export interface ReservedNames {
  /** Whether an alias on a field of that object, interface or union type would be misread. */
  isReserved(typeName: string, alias: string): boolean;
  /** Whether a field of any type would be misread under that name. */
  isReservedAnywhere(name: string): boolean;
}

/**
 * Computes the reserved names from a supergraph: key fields, fields that others require and hidden fields.
 * The JavaScript gateway reads all three by response name, so that an alias of the same name silently
 * gives wrong values. An abstract type reserves what any of its possible types does.
 */
export function reservedNamesOf(schema: GraphQLSchema): ReservedNames {
  const names = new Map<string, Set<string>>();
  const reserve = (typeName: string, name: string) => {
    const known = names.get(typeName) ?? new Set(ALWAYS_RESERVED);
    names.set(typeName, known.add(name));
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const directive of type.astNode?.directives ?? []) {
      if (directive.name.value === 'join__type') reserveAll(schema, type.name, argumentOf(directive, 'key'), reserve);
    }
    for (const field of type.astNode?.fields ?? []) reserveField(schema, type.name, field, reserve);
  }
  spreadToAbstractTypes(schema, names);
  const anywhere = new Set([...ALWAYS_RESERVED, ...[...names.values()].flatMap((found) => [...found])]);
  return {
    isReserved: (typeName, alias) => names.get(typeName)?.has(alias) ?? ALWAYS_RESERVED.includes(alias),
    isReservedAnywhere: (name) => anywhere.has(name),
  };
}

type Reserve = (typeName: string, name: string) => void;

function reserveField(schema: GraphQLSchema, typeName: string, field: FieldDefinitionNode, reserve: Reserve): void {
  for (const directive of field.directives ?? []) {
    if (directive.name.value === 'inaccessible') reserve(typeName, field.name.value);
    if (directive.name.value === 'join__field') {
      reserveAll(schema, typeName, argumentOf(directive, 'requires'), reserve);
    }
  }
}

/** Reserves every field of a field set, nested ones on their own types. */
function reserveAll(schema: GraphQLSchema, typeName: string, fieldSet: string | undefined, reserve: Reserve): void {
  if (fieldSet === undefined) return;
  const definition = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions[0];
  if (definition?.kind === Kind.OPERATION_DEFINITION) reserveSet(schema, typeName, definition.selectionSet, reserve);
}

function reserveSet(schema: GraphQLSchema, typeName: string, { selections }: SelectionSetNode, reserve: Reserve): void {
  for (const node of selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      reserveSet(schema, node.typeCondition?.name.value ?? typeName, node.selectionSet, reserve);
    } else if (node.kind === Kind.FIELD) {
      reserve(typeName, node.name.value);
      const type = schema.getType(typeName);
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
      if (node.selectionSet !== undefined && field !== undefined) {
        reserveSet(schema, getNamedType(field.type).name, node.selectionSet, reserve);
      }
    }
  }
}

function spreadToAbstractTypes(schema: GraphQLSchema, names: Map<string, Set<string>>): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type) && !isUnionType(type)) continue;
    const inherited = schema.getPossibleTypes(type).flatMap((possible) => [...(names.get(possible.name) ?? [])]);
    names.set(type.name, new Set([...ALWAYS_RESERVED, ...(names.get(type.name) ?? []), ...inherited]));
  }
}

function argumentOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
