import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type ClientNames, responseName } from './client-names';
import { type LeafTest, leafTestOf } from './leaf-values';

/** What a place of the answer holds. */
export type Form = (
  | { readonly kind: 'leaf'; readonly isValid: LeafTest }
  | { readonly kind: 'list'; readonly item: Form }
  | { readonly kind: 'object'; readonly object: ObjectForm }
) & { readonly isRequired: boolean };

/** One field of an object of the answer. */
export interface FieldForm {
  /** Its key in the answer. */
  readonly key: string;
  /** Its key in fetched data. */
  readonly source: string;
  /** Whether every JavaScript object inherits something of that name, which is no data. */
  readonly isInherited: boolean;
  /** What it holds; a field that the gateway answers itself has none. */
  readonly form: Form | undefined;
  /** For a field that the gateway answers itself. */
  readonly own: 'typename' | 'introspection' | undefined;
  readonly nodes: readonly FieldNode[];
}

/** The fields of an object, by its type. */
export interface ObjectForm {
  /** Of an object whose fetched data name this type, or none; undefined when that type cannot stand here. */
  of(typeName: unknown): TypedForm | undefined;
}

/** The fields asked of one type, in the order of the answer. */
export interface TypedForm {
  readonly typeName: string;
  readonly fields: readonly FieldForm[];
}

/** What a form is made from. */
export interface FormSource {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly names: ClientNames;
  /** Whether @skip and @include leave a selection in, for the variables at hand. */
  readonly isIncluded: (node: SelectionNode) => boolean;
}

/** The form of the answer to an operation. Types are worked out when data of them first come by. */
export function answerFormOf(source: FormSource): ObjectForm {
  const root = source.schema.getRootType(source.operation.operation);
  if (root === undefined || root === null) throw new Error(`The schema has no ${source.operation.operation} type`);
  return objectForm(source, root, [source.operation.selectionSet]);
}

function objectForm(source: FormSource, declared: GraphQLOutputType, sets: readonly SelectionSetNode[]): ObjectForm {
  const known = new Map<unknown, TypedForm>();
  const make = (type: GraphQLObjectType): TypedForm => {
    const form = { typeName: type.name, fields: fieldsOf(source, type, sets) };
    known.set(type.name, form);
    return form;
  };
  const only = isObjectType(declared) ? declared : undefined;
  return {
    of(typeName) {
      const name = typeName ?? only?.name;
      const form = known.get(name);
      if (form !== undefined || typeof name !== 'string') return form;
      if (only !== undefined) return name === only.name ? make(only) : undefined;
      const type = source.schema.getType(name);
      const fits = isAbstractType(declared) && isObjectType(type) && source.schema.isSubType(declared, type);
      return fits ? make(type) : undefined;
    },
  };
}

function fieldsOf(source: FormSource, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): FieldForm[] {
  const nodes = new Map<string, FieldNode[]>();
  for (const set of sets) collect(source, type, set, nodes, new Set());
  return [...nodes].map(([key, found]) => fieldForm(source, type, key, found));
}

function collect(
  source: FormSource,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  nodes: Map<string, FieldNode[]>,
  spread: Set<string>,
): void {
  for (const node of selections) {
    if (!source.isIncluded(node)) continue;
    if (node.kind === Kind.FIELD) {
      const key = responseName(node);
      const found = nodes.get(key);
      if (found === undefined) nodes.set(key, [node]);
      else found.push(node);
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : source.fragments.get(node.name.value);
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      if (spread.has(node.name.value)) continue;
      spread.add(node.name.value);
    }
    if (fragment === undefined || !applies(source.schema, type, fragment.typeCondition?.name.value)) continue;
    collect(source, type, fragment.selectionSet, nodes, spread);
  }
}

function applies(schema: GraphQLSchema, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && schema.isSubType(abstract, type);
}

function fieldForm(source: FormSource, type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): FieldForm {
  const [first] = nodes;
  const name = first?.name.value ?? key;
  const own = name === '__typename' ? 'typename' : name.startsWith('__') ? 'introspection' : undefined;
  const declared = type.getFields()[name];
  const fetched = first === undefined ? key : source.names.fetchedName(first);
  if (own === undefined && declared === undefined) throw new Error(`${type.name} has no field ${name}`);
  const sets = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
  const form = declared === undefined ? undefined : formOf(source, declared.type, sets);
  return { key, source: fetched, isInherited: fetched in Object.prototype, form, own, nodes };
}

function formOf(source: FormSource, type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Form {
  const isRequired = isNonNullType(type);
  const nullable = getNullableType(type);
  if (isListType(nullable)) return { kind: 'list', isRequired, item: formOf(source, nullable.ofType, sets) };
  if (isLeafType(nullable)) return { kind: 'leaf', isRequired, isValid: leafTestOf(nullable) };
  return { kind: 'object', isRequired, object: objectForm(source, nullable, sets) };
}
