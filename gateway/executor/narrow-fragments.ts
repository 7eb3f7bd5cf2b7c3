import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A type as the place of a selection has it, and whether a fragment narrowed it there. */
interface Place {
  readonly type: GraphQLCompositeType;
  readonly isWithinFragment: boolean;
}

/**
 * The same question without a fragment on a union or interface within a fragment on another type: the planner asks subgraphs for such ones in
 * places where they are not allowed. Each becomes fragments on the objects that it can find there, or none. A document without any is
 * given back as it is.
 */
export function withoutNestedAbstract(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const narrower = new Narrower(document, schema);
  const definitions = document.definitions.map((node) => {
    if (node.kind === Kind.OPERATION_DEFINITION) return narrower.operation(node);
    return node.kind === Kind.FRAGMENT_DEFINITION ? narrower.definition(node) : node;
  });
  return narrower.hasChanged ? { ...document, definitions } : document;
}

class Narrower {
  hasChanged = false;
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(document: DocumentNode, schema: GraphQLSchema) {
    this.#schema = schema;
    const named = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(named.map((node) => [node.name.value, node]));
  }

  operation(node: OperationDefinitionNode): OperationDefinitionNode {
    const type = this.#schema.getRootType(node.operation);
    if (type == null) return node;
    return { ...node, selectionSet: this.#set(node.selectionSet, { type, isWithinFragment: false }) };
  }

  definition(node: FragmentDefinitionNode): FragmentDefinitionNode {
    const type = this.#schema.getType(node.typeCondition.name.value);
    if (!isCompositeType(type)) return node;
    return { ...node, selectionSet: this.#set(node.selectionSet, { type, isWithinFragment: true }) };
  }

  #set(set: SelectionSetNode, place: Place): SelectionSetNode {
    const selections = set.selections.flatMap((node) => this.#selection(node, place));
    return { ...set, selections: selections.length === 0 ? [TYPENAME] : selections };
  }

  #selection(node: SelectionNode, place: Place): readonly SelectionNode[] {
    switch (node.kind) {
      case Kind.FIELD: {
        if (node.selectionSet === undefined) return [node];
        const type = this.#typeOf(node.name.value, place.type);
        if (type === undefined) return [node];
        return [{ ...node, selectionSet: this.#set(node.selectionSet, { type, isWithinFragment: false }) }];
      }
      case Kind.INLINE_FRAGMENT:
        return this.#inline(node, place);
      case Kind.FRAGMENT_SPREAD: {
        const found = this.#fragments.get(node.name.value);
        if (found === undefined) return [node];
        const { typeCondition, selectionSet } = found;
        if (this.#isElsewhere(typeCondition.name.value, place)) return [];
        if (!this.#isNested(typeCondition.name.value, place)) return [node];
        return this.#inline(
          { kind: Kind.INLINE_FRAGMENT, typeCondition, directives: node.directives, selectionSet },
          place,
        );
      }
    }
  }

  #inline(node: InlineFragmentNode, place: Place): readonly SelectionNode[] {
    const condition = node.typeCondition?.name.value;
    const type = condition === undefined ? place.type : this.#schema.getType(condition);
    if (!isCompositeType(type)) return [node];
    if (condition !== undefined && this.#isElsewhere(condition, place)) return [];
    if (condition === undefined || !this.#isNested(condition, place)) {
      // Without a condition it narrows nothing.
      const isWithinFragment = place.isWithinFragment || condition !== undefined;
      return [{ ...node, selectionSet: this.#set(node.selectionSet, { type, isWithinFragment }) }];
    }
    this.hasChanged = true;
    return this.#common(type, place.type).map((name) => {
      const object = this.#schema.getType(name);
      const inner = { type: isObjectType(object) ? object : type, isWithinFragment: true };
      return { ...node, typeCondition: conditionOn(name), selectionSet: this.#set(node.selectionSet, inner) };
    });
  }

  /** Whether a condition on a union or interface stands where a fragment narrowed the type already. */
  #isNested(condition: string, { type, isWithinFragment }: Place): boolean {
    return isWithinFragment && condition !== type.name && isAbstractType(this.#schema.getType(condition));
  }

  /** Whether a condition on an object stands where only another object can be: where a fragment was narrowed to that one. */
  #isElsewhere(condition: string, { type }: Place): boolean {
    return isObjectType(type) && condition !== type.name && isObjectType(this.#schema.getType(condition));
  }

  /** Objects that are of both types. */
  #common(left: GraphQLCompositeType, right: GraphQLCompositeType): readonly string[] {
    const names = (type: GraphQLCompositeType) =>
      isAbstractType(type) ? this.#schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
    const others = new Set(names(right));
    return names(left).filter((name) => others.has(name));
  }

  #typeOf(field: string, parent: GraphQLCompositeType): GraphQLCompositeType | undefined {
    const definition = isUnionType(parent) ? undefined : parent.getFields()[field];
    const type = definition === undefined ? undefined : getNamedType(definition.type);
    return isCompositeType(type) ? type : undefined;
  }
}

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function conditionOn(name: string): InlineFragmentNode['typeCondition'] {
  return { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } };
}
