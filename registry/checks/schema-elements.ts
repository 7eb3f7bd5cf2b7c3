import {
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  print,
  type StringValueNode,
  type TypeDefinitionNode,
  type TypeNode,
  visit,
} from 'graphql';

/** One named element of a schema that is written in SDL. */
export type SchemaElement =
  | { readonly kind: 'TYPE'; readonly node: TypeDefinitionNode; readonly coordinate: string; readonly type: string }
  | { readonly kind: 'FIELD'; readonly node: FieldDefinitionNode; readonly coordinate: string; readonly type: string }
  | {
      readonly kind: 'ARGUMENT' | 'INPUT_FIELD';
      readonly node: InputValueDefinitionNode;
      readonly coordinate: string;
      readonly type: string;
    }
  | {
      readonly kind: 'ENUM_VALUE';
      readonly node: EnumValueDefinitionNode;
      readonly coordinate: string;
      readonly type: string;
    };

/** Every type of a document and all that is in it, each type before its parts. `type` is the type's name. */
export function* elementsOf(document: DocumentNode): Generator<SchemaElement> {
  for (const node of document.definitions) {
    if (isTypeDefinitionNode(node)) yield* elementsOfType(node);
  }
}

/** A type and all that is in it. */
export function* elementsOfType(node: TypeDefinitionNode): Generator<SchemaElement> {
  const type = node.name.value;
  yield { kind: 'TYPE', node, coordinate: type, type };
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      for (const field of node.fields ?? []) yield* elementsOfField(field, type);
      return;
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      for (const field of node.fields ?? []) {
        yield { kind: 'INPUT_FIELD', node: field, coordinate: `${type}.${field.name.value}`, type };
      }
      return;
    case Kind.ENUM_TYPE_DEFINITION:
      for (const value of node.values ?? []) {
        yield { kind: 'ENUM_VALUE', node: value, coordinate: `${type}.${value.name.value}`, type };
      }
      return;
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
      return;
  }
}

function* elementsOfField(node: FieldDefinitionNode, type: string): Generator<SchemaElement> {
  const coordinate = `${type}.${node.name.value}`;
  yield { kind: 'FIELD', node, coordinate, type };
  for (const argument of node.arguments ?? []) {
    yield { kind: 'ARGUMENT', node: argument, coordinate: `${coordinate}(${argument.name.value}:)`, type };
  }
}

/** A type as it is written: `[Siren!]`. */
export function typeText(type: TypeNode): string {
  return print(type);
}

/** Name of the type inside all list and non-null wrappers. */
export function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}

/** A directive as applied, whatever the order of its arguments and the kind of its quotation marks. */
export function directiveText(directive: ConstDirectiveNode): string {
  const plain = visit(directive, { StringValue: (node) => (node.block ? { ...node, block: false } : undefined) });
  const parts = (plain.arguments ?? []).map((argument) => print(argument));
  return parts.length === 0 ? `@${plain.name.value}` : `@${plain.name.value}(${parts.toSorted().join(', ')})`;
}

/** The text of an argument of a directive, if it is a text. */
export function stringArgument(directive: ConstDirectiveNode | undefined, name: string): string | undefined {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? (value satisfies StringValueNode).value : undefined;
}
