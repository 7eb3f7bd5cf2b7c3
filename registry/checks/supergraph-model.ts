import {
  type ConstDirectiveNode,
  type DocumentNode,
  isTypeDefinitionNode,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  type TypeDefinitionNode,
} from 'graphql';
import { NO_SHARD } from '../../schema';
import type { Region } from '../../subgraphs/kit/regions';
import { isOwn } from './names';
import { directiveText, elementsOf, type SchemaElement, stringArgument } from './schema-elements';

/** What a supergraph says of one coordinate. */
export interface ModelledCoordinate {
  /** Its description, quoted; "null" without. */
  readonly description: string;
  /** Kind, type, default value, directives. */
  readonly shape: string;
  /** Which subgraphs own it, and how: what the gateway plans by. */
  readonly owners: string;
}

/** A supergraph as a table: whatever it says stands at exactly one coordinate. */
export type SupergraphModel = ReadonlyMap<string, ModelledCoordinate>;

/** Reads a supergraph. Texts are compared as they are, lists whose order means nothing without it. */
export function modelOf(supergraphSdl: string): SupergraphModel {
  return buildModel(supergraphSdl, undefined);
}

/**
 * The same without everything that is there because of one region: its types, its place in unions, what the national
 * subgraph requires of it, its share in scalars. What is left must not depend on what the region publishes.
 */
export function modelWithout(supergraphSdl: string, region: Region): SupergraphModel {
  return buildModel(supergraphSdl, region);
}

function buildModel(supergraphSdl: string, without: Region | undefined): SupergraphModel {
  const document = parse(supergraphSdl, { noLocation: true });
  const reader = new Reader(document, without);
  const model = new Map<string, ModelledCoordinate>();
  for (const node of document.definitions) {
    if (isTypeDefinitionNode(node)) continue;
    const coordinate = node.kind === Kind.DIRECTIVE_DEFINITION ? `@${node.name.value}` : 'schema';
    model.set(coordinate, { description: 'null', shape: print(node), owners: '' });
  }
  for (const element of elementsOf(document)) {
    if (!reader.isErased(element)) model.set(element.coordinate, reader.read(element));
  }
  return model;
}

class Reader {
  readonly #types: ReadonlyMap<string, TypeDefinitionNode>;
  readonly #without: Region | undefined;
  /** Name of the region's graph in the enumeration of graphs. */
  readonly #graph: string | undefined;

  constructor(document: DocumentNode, without: Region | undefined) {
    const types = document.definitions.filter(isTypeDefinitionNode);
    this.#types = new Map(types.map((node) => [node.name.value, node]));
    this.#without = without;
    this.#graph = without === undefined ? undefined : this.#graphOf(without);
  }

  isErased({ type, coordinate }: SchemaElement): boolean {
    return this.#isErasedType(type) || (this.#graph !== undefined && coordinate === `join__Graph.${this.#graph}`);
  }

  read(element: SchemaElement): ModelledCoordinate {
    const directives = element.node.directives ?? [];
    const joins = directives.filter(({ name }) => name.value.startsWith('join__'));
    const others = directives.filter(({ name }) => !name.value.startsWith('join__')).map(directiveText);
    const shape = [element.node.kind, this.#bodyOf(element), ...others.toSorted()];
    const owners = element.kind === 'FIELD' || element.kind === 'INPUT_FIELD' ? this.#ownersOf(element, joins) : joins;
    return {
      description: JSON.stringify(element.node.description?.value ?? null),
      shape: shape.join(' '),
      owners: this.#textsOf(owners).toSorted().join(' '),
    };
  }

  #bodyOf({ node }: SchemaElement): string {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        return this.#namesOf(node.interfaces);
      case Kind.UNION_TYPE_DEFINITION:
        return this.#namesOf(node.types);
      case Kind.FIELD_DEFINITION:
        return print(node.type);
      case Kind.INPUT_VALUE_DEFINITION:
        return `${print(node.type)} = ${node.defaultValue === undefined ? '' : print(node.defaultValue)}`;
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.ENUM_VALUE_DEFINITION:
        return '';
    }
  }

  /** A field that says nothing of its owners has all those of its type. */
  #ownersOf({ type }: SchemaElement, joins: readonly ConstDirectiveNode[]): readonly ConstDirectiveNode[] {
    if (joins.length > 0) return joins;
    const graphs = (this.#types.get(type)?.directives ?? [])
      .filter(({ name }) => name.value === 'join__type')
      .map((join) => join.arguments?.find(({ name }) => name.value === 'graph'))
      .filter((argument) => argument !== undefined);
    const distinct = new Map(graphs.map((argument) => [print(argument), argument]));
    return [...distinct.values()].map((argument) => ({
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'join__field' },
      arguments: [argument],
    }));
  }

  #textsOf(joins: readonly ConstDirectiveNode[]): readonly string[] {
    return joins.flatMap((join) => {
      const graph = join.arguments?.find(({ name }) => name.value === 'graph')?.value;
      if (graph?.kind === Kind.ENUM && graph.value === this.#graph) return [];
      if (this.#isErasedType(stringArgument(join, 'member') ?? '')) return [];
      return [directiveText(this.#without === undefined ? join : this.#withoutFragments(join))];
    });
  }

  /** A join without what it requires of the region. */
  #withoutFragments(join: ConstDirectiveNode): ConstDirectiveNode {
    const required = stringArgument(join, 'requires');
    if (required === undefined) return join;
    const operation = parse(`{ ${required} }`, { noLocation: true }).definitions[0];
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return join;
    const left = this.#selectionWithout(operation.selectionSet);
    const kept = (join.arguments ?? []).filter(({ name }) => name.value !== 'requires');
    if (left === undefined) return { ...join, arguments: kept };
    const value = print(left).replace(/\s+/g, ' ');
    const requires = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'requires' } } as const;
    return { ...join, arguments: [...kept, { ...requires, value: { kind: Kind.STRING, value } }] };
  }

  #selectionWithout({ selections }: SelectionSetNode): SelectionSetNode | undefined {
    const left = selections.flatMap((node) => {
      if (node.kind === Kind.INLINE_FRAGMENT && this.#isErasedType(node.typeCondition?.name.value ?? '')) return [];
      if (node.kind === Kind.FRAGMENT_SPREAD || node.selectionSet === undefined) return [node];
      const selectionSet = this.#selectionWithout(node.selectionSet);
      return selectionSet === undefined ? [] : [{ ...node, selectionSet }];
    });
    return left.length === 0 ? undefined : { kind: Kind.SELECTION_SET, selections: left };
  }

  #namesOf(types: readonly { readonly name: { readonly value: string } }[] | undefined): string {
    const names = (types ?? []).map(({ name }) => name.value);
    return names
      .filter((name) => !this.#isErasedType(name))
      .toSorted()
      .join(' ');
  }

  /** The stand-in of a hub without members belongs to nobody. */
  #isErasedType(name: string): boolean {
    return this.#without !== undefined && (name === NO_SHARD || isOwn(this.#without, name));
  }

  #graphOf({ subgraph }: Region): string | undefined {
    const graphs = this.#types.get('join__Graph');
    if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) return undefined;
    const isOfRegion = (join: ConstDirectiveNode) => stringArgument(join, 'name') === subgraph;
    return graphs.values?.find(({ directives }) => directives?.some(isOfRegion))?.name.value;
  }
}
