import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Requirement } from '../../subgraphs/kit/authorization';
import type { AccessTable } from './access-table';

/** Something that an operation needs of its caller, and the first place where it does, as the client wrote it. */
export interface Need {
  /** "Query.contracts", "Contract.title": names of the schema that clients see. */
  readonly coordinate: string;
  readonly requirement: Requirement;
}

/** The schema that needs are read from, with everything that is hidden. */
export interface AccessSchema {
  readonly schema: GraphQLSchema;
  readonly table: AccessTable;
}

/**
 * What an operation needs, each rule once. A field needs what its type, itself and the type of its value need; where
 * one of these is an interface or a union, also what every possible type behind it needs, since any of them may be
 * what is given. Conditions (@skip, @include) exempt nothing. Names that clients cannot see are passed over: the
 * operation does not validate.
 */
export function collectNeeds(
  access: AccessSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly Need[] {
  const root = access.schema.getRootType(operation.operation);
  if (root === null || root === undefined) return [];
  const collector = new NeedCollector(access, document);
  collector.walk(operation.selectionSet, root);
  return [...collector.needs].map(([requirement, coordinate]) => ({ coordinate, requirement }));
}

class NeedCollector {
  readonly needs = new Map<Requirement, string>();
  readonly #access: AccessSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #walked = new Set<string>();

  constructor(access: AccessSchema, document: DocumentNode) {
    this.#access = access;
    this.#fragments = new Map(
      document.definitions
        .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((node): [string, FragmentDefinitionNode] => [node.name.value, node]),
    );
  }

  walk({ selections }: SelectionSetNode, parent: GraphQLNamedType): void {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) this.#walkField(node, parent);
      else if (node.kind === Kind.INLINE_FRAGMENT) this.#walkFragment(node, parent);
      else this.#walkSpread(node.name.value, parent);
    }
  }

  /** A fragment means the same wherever it is spread, since it names its own type: it is walked once. */
  #walkSpread(name: string, parent: GraphQLNamedType): void {
    const fragment = this.#fragments.get(name);
    if (fragment === undefined || this.#walked.has(name)) return;
    this.#walked.add(name);
    this.#walkFragment(fragment, parent);
  }

  #walkFragment(
    { typeCondition, selectionSet }: Pick<InlineFragmentNode, 'selectionSet' | 'typeCondition'>,
    parent: GraphQLNamedType,
  ): void {
    const { schema, table } = this.#access;
    const condition = typeCondition?.name.value;
    const type = condition === undefined ? parent : schema.getType(condition);
    if (type === undefined || table.hidesType(type.name)) return;
    if (condition !== undefined) this.#needType(type, condition);
    this.walk(selectionSet, type);
  }

  #walkField(node: FieldNode, parent: GraphQLNamedType): void {
    const { table } = this.#access;
    const name = node.name.value;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (field === undefined || table.hidesField(parent.name, name)) return;
    const type = getNamedType(field.type);
    if (table.hidesType(type.name)) return;
    const coordinate = `${parent.name}.${name}`;
    this.#needType(parent, coordinate);
    for (const behind of this.#typesBehind(parent)) this.#need(table.ofField(behind.name, name), coordinate);
    this.#needType(type, coordinate);
    if (node.selectionSet !== undefined) this.walk(node.selectionSet, type);
  }

  #needType(type: GraphQLNamedType, coordinate: string): void {
    for (const behind of this.#typesBehind(type)) this.#need(this.#access.table.ofType(behind.name), coordinate);
  }

  /** A type and, when it is abstract, every object type that it can turn out to be. */
  #typesBehind(type: GraphQLNamedType): readonly GraphQLNamedType[] {
    return isAbstractType(type) ? [type, ...this.#access.schema.getPossibleTypes(type)] : [type];
  }

  #need(requirement: Requirement | undefined, coordinate: string): void {
    if (requirement !== undefined && !this.needs.has(requirement)) this.needs.set(requirement, coordinate);
  }
}
