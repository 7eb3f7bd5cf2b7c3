import { type GraphQLSchema, isAbstractType, isInterfaceType } from 'graphql';

/** Tells which values of `__typename` a type condition of a plan covers. */
export type PossibleTypes = (condition: string) => ReadonlySet<string>;

/** Reads possible types from the whole supergraph, hidden types included, and remembers them. */
export function possibleTypesOf(schema: GraphQLSchema): PossibleTypes {
  const known = new Map<string, ReadonlySet<string>>();
  return (condition) => {
    const found = known.get(condition) ?? namesUnder(schema, condition);
    known.set(condition, found);
    return found;
  };
}

function namesUnder(schema: GraphQLSchema, condition: string): ReadonlySet<string> {
  const type = schema.getType(condition);
  if (!isAbstractType(type)) return new Set([condition]);
  const names = schema.getPossibleTypes(type).map(({ name }) => name);
  const interfaces = isInterfaceType(type) ? schema.getImplementations(type).interfaces.map(({ name }) => name) : [];
  return new Set([condition, ...names, ...interfaces]);
}
