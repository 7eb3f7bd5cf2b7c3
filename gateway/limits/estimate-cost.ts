import {
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
import { type CostDirectives, costDirectivesOf, type ListSize, type SchemaField } from './cost-directives';
import { type Fragments, fragmentsOf } from './measure-document';

/** Variables of a request, as the client sent them. */
export type Variables = Readonly<Record<string, unknown>>;

/** The estimated cost of an operation for given variables. */
export type CostOf = (variables: Variables) => number;

/** Elements assumed of a list of which nothing says how long it is. */
export const UNNAMED_LIST_SIZE = 20;

/** Lists that an argument of a field above sizes. */
type Sized = ReadonlyMap<string, CostOf>;

const NOTHING_SIZED: Sized = new Map();

/**
 * Prepares the estimate of an operation by the cost specification: every object of the answer costs the weight of
 * its type, 1 unless `@cost` says otherwise, times the lengths of the lists it stands in, which `@listSize` tells;
 * every field that is asked costs its own weight beside. The document has been measured: its fragments form no
 * circle. Fields that the schema does not have cost nothing; validation refuses them.
 */
export function costOfOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CostOf {
  const root = schema.getRootType(operation.operation);
  if (root === null || root === undefined) return () => 0;
  const reading = { schema, fragments: fragmentsOf(document), directives: costDirectivesOf(schema) };
  const cost = costOfSet(reading, root, operation.selectionSet, NOTHING_SIZED);
  const defaults = numbersByDefault(operation);
  return (variables) => cost({ ...defaults, ...variables });
}

/** Numbers that variables hold when the client does not give them: only those can size a list. */
function numbersByDefault({ variableDefinitions }: OperationDefinitionNode): Variables {
  const known = (variableDefinitions ?? []).map(({ variable, defaultValue }): [string, unknown] => [
    variable.name.value,
    defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : undefined,
  ]);
  return Object.fromEntries(known);
}

interface Reading {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly directives: CostDirectives;
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
  const { directives } = reading;
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
  if (field === undefined) return undefined;
  const type = getNamedType(field.type);
  const ofObject = isCompositeType(type) ? directives.objectWeight(type) : 0;
  const ofField = directives.fieldWeight(field);
  const size = directives.listSizeOf(parent, field);
  const below: Sized =
    size === undefined ? NOTHING_SIZED : new Map(size.sizedFields.map((name) => [name, lengthBy(size, field, node)]));
  const inner = node.selectionSet === undefined ? () => 0 : costOfSet(reading, type, node.selectionSet, below);
  if (!isListType(getNullableType(field.type)) || !isCompositeType(type)) {
    return (variables) => ofField + ofObject + inner(variables);
  }
  const length = sized.get(node.name.value) ?? lengthBy(size, field, node);
  return (variables) => ofField + length(variables) * (ofObject + inner(variables));
}

/** The length that slicing arguments say, the longest of several; else the one that is assumed. */
function lengthBy(size: ListSize | undefined, field: SchemaField, node: FieldNode): CostOf {
  const assumed = size?.assumedSize ?? UNNAMED_LIST_SIZE;
  const numbers = (size?.slicingArguments ?? []).map((name) => numberOf(field, node, name));
  if (numbers.length === 0) return () => assumed;
  return (variables) => {
    const given = numbers.map((number) => number(variables)).filter((number) => number !== undefined);
    return given.length === 0 ? assumed : Math.max(0, ...given);
  };
}

/** The number that an argument holds; undefined for none and for what validation refuses. */
function numberOf(field: SchemaField, node: FieldNode, name: string): (variables: Variables) => number | undefined {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  const byDefault = numberIn(field.args.find((argument) => argument.name === name)?.defaultValue);
  if (value === undefined) return () => byDefault;
  if (value.kind === Kind.INT) return () => Number(value.value);
  if (value.kind !== Kind.VARIABLE) return () => undefined;
  return (variables) => {
    const given = Object.hasOwn(variables, value.name.value) ? variables[value.name.value] : undefined;
    return given === undefined ? byDefault : numberIn(given);
  };
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
