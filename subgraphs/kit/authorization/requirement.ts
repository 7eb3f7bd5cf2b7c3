import { POLICIES, type Role, ROLES, type Scope, scopesOf } from '../identity';

/** Alternatives of which one must hold whole: [["a", "b"], ["c"]] is "a and b, or c". */
export type Alternatives<Name extends string> = readonly (readonly Name[])[];

/** What a type or field needs of whoever asks for it. All of its parts must hold. */
export interface Requirement {
  readonly isAuthenticated: boolean;
  readonly scopes: Alternatives<Scope> | undefined;
  /** Names of the table of policies. */
  readonly policies: Alternatives<string> | undefined;
}

/** The part of a caller that requirements are about. */
interface Asker {
  readonly role: Role;
}

/** Whether a caller meets a requirement. */
export function meets(caller: Asker, { isAuthenticated, scopes, policies }: Requirement): boolean {
  if (isAuthenticated && caller.role === 'public') return false;
  const held = scopesOf(caller.role);
  return (
    holdsOne(scopes, (scope) => held.includes(scope)) &&
    // A name that the table does not have holds for nobody.
    holdsOne(policies, (name) => Object.hasOwn(POLICIES, name) && POLICIES[name]?.(caller) === true)
  );
}

/** The roles that meet a requirement, in the order of the roles. */
export function rolesMeeting(requirement: Requirement): readonly Role[] {
  return ROLES.filter((role) => meets({ role }, requirement));
}

function holdsOne<Name extends string>(
  alternatives: Alternatives<Name> | undefined,
  holds: (name: Name) => boolean,
): boolean {
  return alternatives === undefined || alternatives.some((names) => names.every(holds));
}
