import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  type TypeNode,
} from 'graphql';
import { HubError } from '../errors';
import { type Caller, PUBLIC_CALLER } from '../identity';
import { PLAIN_ACCESS_NAMES, requirementOf, unsupported } from './read-requirement';
import { meets, type Requirement, rolesMeeting } from './requirement';

/** Types through which a question enters a subgraph, beside the references of entities. */
const ROOT_TYPES: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);
const REFERENCE = '__resolveReference';

/** Resolvers of one type: fields and, for an entity, its reference. */
type TypeResolvers = Readonly<Record<string, unknown>>;
type AnyFunction = (...given: readonly unknown[]) => unknown;

/**
 * Puts a check of the caller before every resolver by which something that needs a permission can be entered: root
 * fields, references of entities, and fields of their own requirement. The rules are those of the SDL that the
 * subgraph publishes, so that gateway and subgraph cannot differ. Throws SUPERGRAPH_UNSUPPORTED for rules that are
 * not understood.
 */
export function guardResolvers<Resolvers extends Readonly<Record<string, unknown>>>(
  sdl: string,
  resolvers: Resolvers,
): Resolvers {
  const guarded: Record<string, unknown> = { ...resolvers };
  const schema = readSchema(sdl);
  for (const [typeName, type] of schema) {
    const given = (guarded[typeName] ?? {}) as TypeResolvers;
    const wrapped = guardType(typeName, type, given, schema);
    if (Object.keys(wrapped).length > 0) guarded[typeName] = { ...given, ...wrapped };
  }
  return guarded as Resolvers;
}

interface ReadType {
  readonly requirement: Requirement | undefined;
  readonly isEntity: boolean;
  readonly fields: readonly FieldDefinitionNode[];
}

type ReadSchema = ReadonlyMap<string, ReadType>;

function readSchema(sdl: string): ReadSchema {
  const types = new Map<string, ReadType>();
  const nodes = parse(sdl, { noLocation: true }).definitions.filter(
    (node): node is ObjectTypeDefinitionNode | ObjectTypeExtensionNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
  for (const node of nodes) {
    const name = node.name.value;
    const before = types.get(name);
    const own = requirementOf(node.directives, PLAIN_ACCESS_NAMES, name);
    if (before?.requirement !== undefined && own !== undefined) throw unsupported(name, 'states who may ask twice');
    types.set(name, {
      requirement: before?.requirement ?? own,
      isEntity: (before?.isEntity ?? false) || hasKey(node.directives),
      fields: [...(before?.fields ?? []), ...(node.fields ?? [])],
    });
  }
  return types;
}

function guardType(typeName: string, type: ReadType, given: TypeResolvers, schema: ReadSchema): TypeResolvers {
  const wrapped: Record<string, unknown> = {};
  const isRoot = ROOT_TYPES.has(typeName);
  for (const field of type.fields) {
    const coordinate = `${typeName}.${field.name.value}`;
    const needs = present([
      isRoot ? type.requirement : undefined,
      requirementOf(field.directives, PLAIN_ACCESS_NAMES, coordinate),
      schema.get(namedTypeOf(field.type))?.requirement,
    ]);
    const resolve = given[field.name.value];
    if (needs.length === 0 || resolve === undefined) continue;
    if (typeof resolve !== 'function') throw unsupported(coordinate, 'is resolved by something that cannot be guarded');
    // The context is the third argument of a field's resolver.
    wrapped[field.name.value] = behind(needs, coordinate, resolve as AnyFunction, 2);
  }
  if (type.requirement !== undefined && (type.isEntity || given[REFERENCE] !== undefined)) {
    const resolve = (given[REFERENCE] as AnyFunction | undefined) ?? ((reference: unknown) => reference);
    // Async, so that a refusal fails this reference only, not every reference of the request.
    const guarded = behind([type.requirement], typeName, resolve, 1);
    wrapped[REFERENCE] = async (...all: readonly unknown[]) => guarded(...all);
  }
  return wrapped;
}

function behind(
  needs: readonly Requirement[],
  coordinate: string,
  resolve: AnyFunction,
  contextIndex: number,
): AnyFunction {
  return (...given) => {
    const context = given[contextIndex] as { readonly caller?: Caller } | undefined;
    const caller = context?.caller ?? PUBLIC_CALLER;
    const unmet = needs.find((requirement) => !meets(caller, requirement));
    if (unmet !== undefined) {
      const roles = rolesMeeting(unmet);
      throw new HubError(
        'FORBIDDEN',
        `The role "${caller.role}" may not ask for ${coordinate}; it is for: ${roles.join(', ') || 'nobody'}.`,
        { coordinate, roles },
      );
    }
    return resolve(...given);
  };
}

function present(requirements: readonly (Requirement | undefined)[]): readonly Requirement[] {
  return requirements.filter((requirement) => requirement !== undefined);
}

function hasKey(directives: readonly ConstDirectiveNode[] | undefined): boolean {
  return directives?.some(({ name }) => name.value === 'key') ?? false;
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}
