import type { ResolverMap } from '../../kit/server';
import type { Generation } from './membership';

type AnyFunction = (...given: readonly unknown[]) => unknown;
type Fields = Readonly<Record<string, unknown>>;

/** Resolvers whose context is not their third argument. */
const CONTEXT_INDEX: Readonly<Record<string, number>> = { __resolveReference: 1, __resolveType: 1, __isTypeOf: 1 };

/**
 * Resolvers that hand every question on to those of its own generation. `shape` says which there are: generations
 * differ in what their resolvers know, never in which resolvers they have.
 */
export function followResolvers(shape: ResolverMap): ResolverMap {
  const followed: Record<string, unknown> = {};
  for (const [type, fields] of Object.entries(shape)) {
    followed[type] = isPlain(fields) ? followFields(type, fields) : fields;
  }
  return followed as ResolverMap;
}

function followFields(type: string, fields: Fields): Fields {
  const names = Object.keys(fields).filter((name) => typeof fields[name] === 'function');
  return {
    ...fields,
    ...Object.fromEntries(names.map((name) => [name, handOn(type, name, fields[name] as AnyFunction)])),
  };
}

function handOn(type: string, name: string, fallback: AnyFunction): AnyFunction {
  const index = CONTEXT_INDEX[name] ?? 2;
  return (...given) => {
    const { generation } = given[index] as { readonly generation: Generation };
    const own = (generation.resolvers as Readonly<Record<string, Fields>>)[type]?.[name];
    return (typeof own === 'function' ? (own as AnyFunction) : fallback)(...given);
  };
}

function isPlain(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
