import {
  type DocumentNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  type OperationDefinitionNode,
  separateOperations,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Schema coordinates that a valid operation uses, sorted: `Type.field`, `Type.field(argument:)`, `Input.field`,
 * `Enum.VALUE`. What variables hold is not looked at: a variable counts as using its whole input type, and a field as
 * using every value of the enumeration that it gives. So a coordinate that is not listed is certainly not used.
 */
export function coordinatesOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly string[] {
  const alone = separateOperations(document)[operation.name?.value ?? ''] ?? document;
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    alone,
    visitWithTypeInfo(info, {
      VariableDefinition({ type }) {
        // graphql-js resolves each kind of type reference by an overload of its own.
        addWhole(getNamedType(typeFromAST(schema, type as never)), found);
      },
      Field() {
        const owner = info.getParentType();
        const field = info.getFieldDef();
        if (!owner || !field || isOfIntrospection(owner.name, field.name)) return;
        found.add(`${owner.name}.${field.name}`);
        const type = getNamedType(field.type);
        if (isEnumType(type)) addWhole(type, found);
      },
      Argument({ name }) {
        const owner = info.getParentType();
        const field = info.getFieldDef();
        if (info.getDirective() || !owner || !field || isOfIntrospection(owner.name, field.name)) return;
        found.add(`${owner.name}.${field.name}(${name.value}:)`);
      },
      ObjectField({ name }) {
        const owner = getNamedType(info.getParentInputType());
        if (isInputObjectType(owner)) found.add(`${owner.name}.${name.value}`);
      },
      EnumValue({ value }) {
        const owner = getNamedType(info.getInputType());
        if (isEnumType(owner)) found.add(`${owner.name}.${value}`);
      },
    }),
  );
  return [...found].sort().map((coordinate) => shared(schema, coordinate));
}

function isOfIntrospection(type: string, field: string): boolean {
  return type.startsWith('__') || field.startsWith('__');
}

/** Every field of an input type and of those in it, every value of an enumeration. */
function addWhole(type: GraphQLNamedType | undefined, found: Set<string>, seen = new Set<string>()): void {
  if (type === undefined || seen.has(type.name)) return;
  seen.add(type.name);
  if (isEnumType(type)) for (const { name } of type.getValues()) found.add(`${type.name}.${name}`);
  if (!isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    found.add(`${type.name}.${field.name}`);
    addWhole(getNamedType(field.type), found, seen);
  }
}

/** Coordinates of a schema are few and operations are many: one text of each is kept. */
const TEXTS = new WeakMap<GraphQLSchema, Map<string, string>>();

function shared(schema: GraphQLSchema, coordinate: string): string {
  const texts = TEXTS.get(schema) ?? new Map<string, string>();
  TEXTS.set(schema, texts);
  const known = texts.get(coordinate) ?? coordinate;
  texts.set(known, known);
  return known;
}
