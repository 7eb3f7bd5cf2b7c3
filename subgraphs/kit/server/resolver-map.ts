import type { buildSubgraphSchema } from '@apollo/subgraph';

type SchemaModules = Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>;
type SchemaModule = Extract<SchemaModules[number], { readonly resolvers?: unknown }>;

/** Resolvers by type and field, with `__resolveReference` beside the fields of an entity. */
export type ResolverMap = NonNullable<SchemaModule['resolvers']>;
