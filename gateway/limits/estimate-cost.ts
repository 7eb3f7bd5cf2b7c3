import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { LIST_SIZES, SLICES, UNNAMED_LIST_SIZE, WEIGHTS } from './list-sizes';
import { type Fragments, fragmentsOf } from './measure-document';

/** Variables of a request, as the client sent them. */
export type Variables = Readonly<Record<string, unknown>>;

/** The estimated cost of an operation for given variables. */
export type CostOf = (variables: Variables) => number;

/** Lists that an argument of a field above sizes. */
type Sized = ReadonlyMap<string, CostOf>;

const NOTHING_SIZED: Sized = new Map();

/**
 * Prepares the estimate of an operation: every object of the answer costs one unit, times the lengths of the
 * lists it stands in, plus the weights of the table. The document has been measured: its fragments form no
 * circle. Fields that the schema does not have cost nothing; validation refuses them.
 */
export function costOfOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CostOf {
  const root = schema.getRootType(operation.operation);
  if (root === null || root === undefined) return () => 0;
  return costOfSet({ schema, fragments: fragmentsOf(document) }, root, operation.selectionSet, NOTHING_SIZED);
}

interface Reading {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
}

function costOfSet(reading: Reading, parent: GraphQLNamedType, set: SelectionSetNode, sized: Sized): CostOf {
  const parts = set.selections.flatMap((node): CostOf[] => {
    if (node.kind === Kind.FIELD) {
      const cost = costOfField(reading, parent, node, sized);
      return cost === undefined ? [] : [cost];
    }
    const inner = node.kind === Kind.INLINE_FRAGMENT ? node : reading.fragments.get(node.name.value);
    if (inner === undefined) return [];
    const condition = inner.typeCondition?.name.value;
    const type = condition === undefined ? parent : reading.schema.getType(condition);
    return type === undefined ? [] : [costOfSet(reading, type, inner.selectionSet, sized)];
  });
  return (variables) => parts.reduce((sum, part) => sum + part(variables), 0);
}

function costOfField(reading: Reading, parent: GraphQLNamedType, node: FieldNode, sized: Sized): CostOf | undefined {
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
  if (field === undefined) return undefined;
  const names = coordinatesOf(parent, node.name.value);
  const type = getNamedType(field.type);
  const weight = firstOf(names, WEIGHTS) ?? 0;
  const own = weight + (isCompositeType(type) ? 1 : 0);
  const slice = firstOf(names, SLICES);
  const below: Sized =
    slice === undefined
      ? NOTHING_SIZED
      : new Map([[slice.sizes, sizeByNumber(node, slice.argument, slice.otherwise, slice.most)]]);
  const inner = node.selectionSet === undefined ? () => 0 : costOfSet(reading, type, node.selectionSet, below);
  if (!isListType(getNullableType(field.type)) || !isCompositeType(type)) return (values) => own + inner(values);
  const length = sized.get(node.name.value) ?? lengthOf(names, node);
  return (values) => weight + length(values) * (own - weight + inner(values));
}

/** Names under which the tables may hold a field: its own type's, and those of the interfaces of that type. */
function coordinatesOf(parent: GraphQLNamedType, field: string): string[] {
  const interfaces = isObjectType(parent) || isInterfaceType(parent) ? parent.getInterfaces() : [];
  return [parent, ...interfaces].map(({ name }) => `${name}.${field}`);
}

function firstOf<Value>(names: readonly string[], table: Readonly<Record<string, Value>>): Value | undefined {
  for (const name of names) if (Object.hasOwn(table, name)) return table[name];
  return undefined;
}

function lengthOf(names: readonly string[], node: FieldNode): CostOf {
  const size = firstOf(names, LIST_SIZES);
  if (size === undefined) return () => UNNAMED_LIST_SIZE;
  if (size.kind === 'fixed') return () => size.size;
  const given = argumentOf(node, size.argument)?.value;
  if (given === undefined || given.kind === Kind.NULL) return () => size.otherwise;
  if (given.kind === Kind.LIST) return () => given.values.length;
  if (given.kind !== Kind.VARIABLE) return () => 1;
  return (variables) => {
    const value = variables[given.name.value];
    if (value === undefined || value === null) return size.otherwise;
    return Array.isArray(value) ? value.length : 1;
  };
}

/** A number out of range is refused later by its owner; here it counts as the nearest one in range. */
function sizeByNumber(node: FieldNode, argument: string, otherwise: number, most: number): CostOf {
  const within = (value: number) => (Number.isFinite(value) ? Math.min(Math.max(value, 1), most) : most);
  const given = argumentOf(node, argument)?.value;
  if (given === undefined) return () => otherwise;
  if (given.kind === Kind.INT) return () => within(Number(given.value));
  if (given.kind !== Kind.VARIABLE) return () => most;
  return (variables) => {
    const value = variables[given.name.value];
    // A default of the variable is not looked up: the largest page stands for it.
    return typeof value === 'number' ? within(value) : most;
  };
}

function argumentOf(node: FieldNode, name: string): ArgumentNode | undefined {
  return node.arguments?.find((argument) => argument.name.value === name);
}
