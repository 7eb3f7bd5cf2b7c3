import { type ConstDirectiveNode, type ConstValueNode, Kind } from 'graphql';
import { HubError } from '../errors';
import { POLICIES, type Scope, SCOPES } from '../identity';
import type { Alternatives, Requirement } from './requirement';

/** Names that the three directives about access have in one schema; undefined where it does not use one. */
export interface AccessDirectiveNames {
  readonly authenticated: string | undefined;
  readonly requiresScopes: string | undefined;
  readonly policy: string | undefined;
}

/** The directives under their own names. */
export const PLAIN_ACCESS_NAMES: AccessDirectiveNames = {
  authenticated: 'authenticated',
  requiresScopes: 'requiresScopes',
  policy: 'policy',
};

/**
 * What the directives of one type or field require, undefined when nothing. Whatever is not understood to the last
 * name throws SUPERGRAPH_UNSUPPORTED: a requirement that is misread would let somebody through.
 */
export function requirementOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  names: AccessDirectiveNames,
  coordinate: string,
): Requirement | undefined {
  const one = (name: string | undefined): ConstDirectiveNode | undefined => {
    const found = name === undefined ? [] : (directives ?? []).filter((directive) => directive.name.value === name);
    if (found.length > 1) throw unsupported(coordinate, `carries @${name} twice`);
    return found[0];
  };
  const authenticated = one(names.authenticated);
  const scopes = one(names.requiresScopes);
  const policies = one(names.policy);
  if (authenticated === undefined && scopes === undefined && policies === undefined) return undefined;
  if ((authenticated?.arguments?.length ?? 0) > 0) throw unsupported(coordinate, 'gives arguments to @authenticated');
  return {
    isAuthenticated: authenticated !== undefined,
    scopes: scopes && alternativesOf(scopes, 'scopes', isScope, coordinate),
    policies: policies && alternativesOf(policies, 'policies', isPolicy, coordinate),
  };
}

/** The error of a schema whose access rules are not understood. */
export function unsupported(coordinate: string, what: string): HubError {
  return new HubError(
    'SUPERGRAPH_UNSUPPORTED',
    `${coordinate} ${what}: who may ask for it is not certain, so the schema is not served.`,
    { coordinate },
  );
}

function alternativesOf<Name extends string>(
  directive: ConstDirectiveNode,
  argument: string,
  isKnown: (name: string) => name is Name,
  coordinate: string,
): Alternatives<Name> {
  const [given, ...others] = directive.arguments ?? [];
  if (given?.name.value !== argument || others.length > 0) {
    throw unsupported(coordinate, `gives @${directive.name.value} other arguments than "${argument}"`);
  }
  return listOf(given.value, coordinate).map((inner) =>
    listOf(inner, coordinate).map((name) => {
      if (name.kind === Kind.STRING && isKnown(name.value)) return name.value;
      const written = name.kind === Kind.STRING ? name.value : name.kind;
      throw unsupported(coordinate, `needs "${written.slice(0, 60)}", which is none of the hub's ${argument}`);
    }),
  );
}

/** An empty list could mean everybody or nobody. */
function listOf(value: ConstValueNode, coordinate: string): readonly ConstValueNode[] {
  if (value.kind === Kind.LIST && value.values.length > 0) return value.values;
  throw unsupported(coordinate, 'needs something that is not a list of lists of names');
}

function isScope(name: string): name is Scope {
  return SCOPES.some((scope) => scope === name);
}

function isPolicy(name: string): name is string {
  return Object.hasOwn(POLICIES, name);
}
