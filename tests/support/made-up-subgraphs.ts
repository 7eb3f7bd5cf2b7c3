import { createHash } from 'node:crypto';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import type { SubgraphService } from '../../gateway/executor';
import { HubError } from '../../subgraphs/kit/errors';
import type { Region } from '../../subgraphs/kit/regions';

/** How a made-up subgraph behaves: `flaky` gives errors for some fields and null for some entities. */
export type Behaviour = 'healthy' | 'down' | 'flaky';

/** An object that a made-up subgraph gave; everything in it follows from its seed. */
interface MadeUp {
  readonly __typename: string;
  readonly [seed: symbol]: string;
  readonly [key: string]: unknown;
}

const SEED = Symbol('seed');
const NUMBERS = new Set(['Int', 'Float', 'Count', 'HourHundredths']);

/** A number that follows from a text. */
export function drawn(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}

/**
 * A subgraph whose answers follow from what is asked: the same entity has the same values on every way to it, and
 * a field that requires others has values that follow from exactly what it was sent.
 */
export function madeUpSubgraph(
  sdl: string,
  members: readonly Region[],
  behaviour: Behaviour,
  region?: Region,
): SubgraphService {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
  const details: Readonly<Record<string, string>> =
    region === undefined ? {} : { region: region.code, regionName: region.name };
  return {
    async process({ request }) {
      if (behaviour === 'down') {
        throw new HubError(region === undefined ? 'NATIONAL_UNAVAILABLE' : 'REGION_TIMEOUT', 'down', details);
      }
      const result = await execute({
        schema,
        document: parse(request.query ?? ''),
        variableValues: request.variables,
        fieldResolver: resolverOf(members, behaviour),
        typeResolver: (value) => (value as MadeUp).__typename,
      });
      const data = JSON.parse(JSON.stringify(result.data ?? null)) as Record<string, unknown> | null;
      if (behaviour === 'flaky') loseEntities(data, request.variables ?? {});
      const errors = (result.errors ?? []).map(
        ({ message, path }) => new GraphQLError(message, { path, extensions: { code: 'REGION_ERROR', ...details } }),
      );
      return errors.length === 0 ? { data } : { data, errors };
    },
  };
}

function loseEntities(data: Record<string, unknown> | null, variables: Readonly<Record<string, unknown>>): void {
  const entities = data?.['_entities'];
  const representations = variables['representations'] as readonly unknown[] | undefined;
  // A client may give the name to a field of its own.
  if (!Array.isArray(entities) || representations === undefined) return;
  entities.forEach((_, index) => {
    if (drawn(`lost${JSON.stringify(representations[index])}`) % 10 === 0) entities[index] = null;
  });
}

function resolverOf(members: readonly Region[], behaviour: Behaviour): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, _context, info) => {
    const { fieldName, parentType, returnType, schema } = info;
    const object = (source ?? {}) as MadeUp;
    if (Object.hasOwn(object, fieldName)) return object[fieldName];
    if (fieldName === 'shards') return shardsOf(members, schema, returnType, seedOf(object, info));
    const seed = `${seedOf(object, info)}.${fieldName}(${JSON.stringify(args)})`;
    if (behaviour === 'flaky' && drawn(`fault${seed}`) % 12 === 0) throw new Error(`${parentType.name}.${fieldName}`);
    return valueOf(returnType, schema, members, seed);
  };
}

/** What decides the values of an object: where it comes from, or its key, or all that a field of it requires. */
function seedOf(object: MadeUp, { parentType, fieldName }: GraphQLResolveInfo): string {
  const definition = parentType.getFields()[fieldName]?.astNode;
  if (definition?.directives?.some(({ name }) => name.value === 'requires')) return sortedJson(object);
  return object[SEED] ?? keySeed(parentType.name, object, keysOf(parentType));
}

function keySeed(typeName: string, object: Readonly<Record<string, unknown>>, keys: readonly string[]): string {
  return `${typeName}${sortedJson(Object.fromEntries(keys.map((key) => [key, object[key]])))}`;
}

/** Fields of the first key of a type. */
function keysOf({ astNode }: GraphQLObjectType): readonly string[] {
  const key = astNode?.directives?.find(({ name }) => name.value === 'key');
  const fields = key?.arguments?.find(({ name }) => name.value === 'fields')?.value;
  return fields?.kind === Kind.STRING ? fields.value.split(/\s+/).filter(Boolean) : [];
}

function valueOf(type: GraphQLOutputType, schema: GraphQLSchema, members: readonly Region[], seed: string): unknown {
  if (!isNonNullType(type) && drawn(`null${seed}`) % 7 === 0) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const length = drawn(`length${seed}`) % 4;
    return Array.from({ length }, (_, index) => valueOf(nullable.ofType, schema, members, `${seed}[${index}]`));
  }
  if (isAbstractType(nullable) || isObjectType(nullable)) return objectOf(nullable, schema, members, seed);
  return leafOf(nullable, members, seed);
}

function objectOf(
  type: GraphQLOutputType,
  schema: GraphQLSchema,
  members: readonly Region[],
  seed: string,
): MadeUp | null {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  const chosen = possible[drawn(`type${seed}`) % possible.length];
  if (chosen === undefined) return null;
  const keys = keysOf(chosen);
  const given = Object.fromEntries(
    keys.map((key) => {
      const field = chosen.getFields()[key];
      // Few different keys, so that the same entity comes by several times.
      return [
        key,
        field === undefined ? null : leafOf(getNamedType(field.type), members, `key${drawn(`${seed}${key}`) % 5}`),
      ];
    }),
  );
  const own = keys.length === 0 ? seed : keySeed(chosen.name, given, keys);
  return { __typename: chosen.name, ...given, [SEED]: own };
}

function leafOf(type: GraphQLOutputType, members: readonly Region[], seed: string): unknown {
  const number = drawn(`leaf${seed}`);
  if (isEnumType(type)) return type.getValues()[number % type.getValues().length]?.name;
  const { name } = getNamedType(type);
  if (name === 'RegionCode') return members[number % members.length]?.code;
  if (name === 'Boolean') return number % 2 === 0;
  if (NUMBERS.has(name)) return number % 1_000;
  return `${name}-${number % 1_000}`;
}

function shardsOf(members: readonly Region[], schema: GraphQLSchema, type: GraphQLOutputType, seed: string): unknown {
  const union = getNamedType(type);
  const possible = isAbstractType(union) ? schema.getPossibleTypes(union) : [];
  return possible.map((shard, index) => ({
    __typename: shard.name,
    region: members[index % members.length]?.code,
    scope: `scope-${drawn(seed) % 1_000}`,
  }));
}

/** JSON whose objects list their keys in order, so that equal values give equal texts. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
