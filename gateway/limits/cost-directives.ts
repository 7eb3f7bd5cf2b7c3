import {
  type ConstDirectiveNode,
  getDirectiveValues,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** What `@listSize` says of a field. */
export interface ListSize {
  readonly assumedSize: number | undefined;
  /** Number arguments that say how long the list is, or those below that `sizedFields` names. */
  readonly slicingArguments: readonly string[];
  readonly sizedFields: readonly string[];
}

/** A field of a composed schema. */
export type SchemaField = GraphQLField<unknown, unknown>;

/** Reads `@cost` and `@listSize` of the cost specification in a supergraph. */
export interface CostDirectives {
  /** Of a field, else of the same field of an interface of its type: regional types leave it to these. */
  listSizeOf(parent: GraphQLNamedType, field: SchemaField): ListSize | undefined;
  /** What asking a field costs beyond its objects; 0 unless said otherwise. */
  fieldWeight(field: SchemaField): number;
  /** What one object of a type costs; 1 unless said otherwise. */
  objectWeight(type: GraphQLNamedType): number;
}

interface Annotated {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] } | null;
}

/** The directives of a supergraph; one that uses neither gives the defaults. */
export function costDirectivesOf(schema: GraphQLSchema): CostDirectives {
  const read = (name: string, { astNode }: Annotated): Readonly<Record<string, unknown>> | undefined => {
    const directive = schema.getDirective(name);
    if (directive === null || directive === undefined || astNode === null || astNode === undefined) return undefined;
    return getDirectiveValues(directive, astNode);
  };
  const weightOf = (annotated: Annotated): number | undefined => {
    const weight = read('cost', annotated)?.['weight'];
    return typeof weight === 'number' ? weight : undefined;
  };
  return {
    listSizeOf(parent, field) {
      for (const declared of declarationsOf(parent, field)) {
        const values = read('listSize', declared);
        if (values !== undefined) return listSizeFrom(values);
      }
      return undefined;
    },
    fieldWeight: (field) => weightOf(field) ?? 0,
    objectWeight: (type) => weightOf(type) ?? 1,
  };
}

function declarationsOf(parent: GraphQLNamedType, field: SchemaField): SchemaField[] {
  const interfaces = isObjectType(parent) || isInterfaceType(parent) ? parent.getInterfaces() : [];
  const inherited = interfaces.map((type) => type.getFields()[field.name]);
  return [field, ...inherited].filter((found) => found !== undefined);
}

function listSizeFrom(values: Readonly<Record<string, unknown>>): ListSize {
  const { assumedSize, slicingArguments, sizedFields } = values;
  return {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : undefined,
    slicingArguments: namesIn(slicingArguments),
    sizedFields: namesIn(sizedFields),
  };
}

function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
}
