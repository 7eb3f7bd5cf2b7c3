import { Kind, parse } from 'graphql';
import type { ResolverMap } from '../kit/server';

/** Resolvers of one type of the template. */
export type TypeResolvers = Readonly<Record<string, unknown>>;

const TEMPLATE_PREFIX = 'Shard';

/**
 * Turns resolvers written against the template ("ShardDesk") into those of one region ("BretagneDesk"),
 * keeping only the types and fields that its version of the schema has.
 */
export function instantiateResolvers(
  resolvers: Readonly<Record<string, TypeResolvers>>,
  prefix: string,
  sdl: string,
): ResolverMap {
  const fieldsByType = publishedFields(sdl);
  const instances: Record<string, TypeResolvers> = {};
  for (const [template, fields] of Object.entries(resolvers)) {
    const name = template.startsWith(TEMPLATE_PREFIX) ? prefix + template.slice(TEMPLATE_PREFIX.length) : template;
    const published = fieldsByType.get(name);
    if (published === undefined) continue;
    instances[name] = Object.fromEntries(
      Object.entries(fields).filter(([field]) => field.startsWith('__') || published.has(field)),
    );
  }
  return instances as ResolverMap;
}

function publishedFields(sdl: string): ReadonlyMap<string, ReadonlySet<string>> {
  const types = parse(sdl, { noLocation: true }).definitions.filter(
    (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  return new Map(types.map(({ name, fields = [] }) => [name.value, new Set(fields.map((field) => field.name.value))]));
}
