import {
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** One field that a question asks for. */
export interface FieldShape {
  /** Name of the field; the key in the answer may be an alias of it. */
  readonly name: string;
  /** Its type; undefined for `__typename` and for the `_entities` of federation. */
  readonly type: GraphQLOutputType | undefined;
  /** Its type when that is a leaf, nullable or not: the common case, told beforehand. */
  readonly leaf: GraphQLLeafType | undefined;
  /** Whether @skip or @include may leave it out. */
  readonly isOptional: boolean;
  /** What is asked of the objects in it; undefined for leaves. */
  readonly level: ShapeLevel | undefined;
}

/** What a question asks of the objects at one place of the answer. */
export interface ShapeLevel {
  /** Fields asked of an object of that type, by their keys in the answer. */
  fieldsOf(typeName: string): ReadonlyMap<string, FieldShape>;
  /** The same for all types together, to judge the paths of errors. */
  anyField(key: string): FieldShape | undefined;
}

/** The fields that one question to a subgraph allows in its answer. */
export interface AnswerShape {
  readonly rootTypeName: string;
  readonly root: ShapeLevel;
}

interface Asked {
  readonly selections: readonly SelectionNode[];
  readonly isOptional: boolean;
}

/** Reads what a question asks for. The text is the query planner's own, so it is taken to be valid. */
export function answerShapeOf(schema: GraphQLSchema, query: string): AnswerShape {
  const document = parse(query, { noLocation: true });
  const fragments = new Map(
    document.definitions
      .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node): [string, FragmentDefinitionNode] => [node.name.value, node]),
  );
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('A question to a subgraph holds no operation');
  const rootTypeName = schema.getRootType(operation.operation)?.name ?? 'Query';
  const root = levelOf(schema, fragments, [{ selections: operation.selectionSet.selections, isOptional: false }]);
  return { rootTypeName, root };
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function levelOf(schema: GraphQLSchema, fragments: Fragments, asked: readonly Asked[]): ShapeLevel {
  const byType = new Map<string, ReadonlyMap<string, FieldShape>>();
  let all: ReadonlyMap<string, FieldShape> | undefined;
  return {
    fieldsOf(typeName) {
      const known = byType.get(typeName);
      if (known !== undefined) return known;
      const fields = collect(schema, fragments, asked, typeName);
      byType.set(typeName, fields);
      return fields;
    },
    anyField(key) {
      all ??= collect(schema, fragments, asked, undefined);
      return all.get(key);
    },
  };
}

/** Merges the selections that apply to a type (to any type when undefined) by their keys in the answer. */
function collect(
  schema: GraphQLSchema,
  fragments: Fragments,
  asked: readonly Asked[],
  typeName: string | undefined,
): ReadonlyMap<string, FieldShape> {
  const found = new Map<string, { name: string; isOptional: boolean; children: Asked[] }>();
  const visit = ({ selections, isOptional }: Asked): void => {
    for (const node of selections) {
      const optional = isOptional || isConditional(node);
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const entry = found.get(key) ?? { name: node.name.value, isOptional: true, children: [] };
        entry.isOptional &&= optional;
        if (node.selectionSet !== undefined) {
          entry.children.push({ selections: node.selectionSet.selections, isOptional: optional });
        }
        found.set(key, entry);
      } else {
        const inner = fragmentBody(node, fragments);
        if (applies(schema, inner.condition, typeName)) {
          visit({ selections: inner.selectionSet.selections, isOptional: optional });
        }
      }
    }
  };
  asked.forEach(visit);
  return new Map(
    [...found].map(([key, { name, isOptional, children }]) => {
      const type = typeName === undefined ? undefined : fieldType(schema, typeName, name);
      const isLeaf = children.length === 0 || (type !== undefined && !isCompositeType(getNamedType(type)));
      // Asked once, what is in a field is there whenever the field is; asked twice, the field may be there without it.
      const inner = children.length === 1 ? children.map((child) => ({ ...child, isOptional: false })) : children;
      const level = isLeaf ? undefined : levelOf(schema, fragments, inner);
      const nullable = type === undefined ? undefined : getNullableType(type);
      return [key, { name, type, leaf: isLeafType(nullable) ? nullable : undefined, isOptional, level }];
    }),
  );
}

function fragmentBody(
  node: Exclude<SelectionNode, { kind: Kind.FIELD }>,
  fragments: Fragments,
): { condition: string | undefined; selectionSet: SelectionSetNode } {
  if (node.kind === Kind.INLINE_FRAGMENT) {
    return { condition: node.typeCondition?.name.value, selectionSet: node.selectionSet };
  }
  const definition = fragments.get(node.name.value);
  if (definition === undefined) throw new Error(`A question to a subgraph lacks its fragment ${node.name.value}`);
  return { condition: definition.typeCondition.name.value, selectionSet: definition.selectionSet };
}

function applies(schema: GraphQLSchema, condition: string | undefined, typeName: string | undefined): boolean {
  if (condition === undefined || typeName === undefined || condition === typeName) return true;
  const abstract = schema.getType(condition);
  const type = schema.getType(typeName);
  return isAbstractType(abstract) && isObjectType(type) && schema.isSubType(abstract, type);
}

function fieldType(schema: GraphQLSchema, typeName: string, field: string): GraphQLOutputType | undefined {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[field]?.type : undefined;
}

function isConditional(node: SelectionNode): boolean {
  return node.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include') ?? false;
}
