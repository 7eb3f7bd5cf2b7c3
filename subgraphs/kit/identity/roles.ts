/** Who a caller can be. One caller acts in one role at a time; the mapping from an identity provider is configuration. */
export const ROLES = [
  'public',
  'desk',
  'coordination',
  'consolidator',
  'approver',
  'buyer',
  'administrator',
  'auditor',
] as const;

/** A role of the hub. */
export type Role = (typeof ROLES)[number];

/** What a role allows, as `@requiresScopes` of the schema names it. */
export const SCOPES = [
  'figures',
  'contracts',
  'partnerships',
  'requests',
  'network',
  'directory',
  'keys',
  'audit',
  'publications',
  'members',
] as const;

/** A permission of the hub. */
export type Scope = (typeof SCOPES)[number];

/**
 * What each role may ask: the one place where it stands. Which rows it sees of what it may ask is decided behind:
 * a desk and a coordination list contracts of their own books only, a buyer its own contracts only.
 */
const SCOPES_OF: Readonly<Record<Role, readonly Scope[]>> = {
  public: [],
  desk: ['figures', 'contracts', 'requests', 'network'],
  coordination: ['figures', 'contracts', 'requests', 'network', 'directory', 'publications'],
  consolidator: ['figures', 'contracts', 'partnerships', 'requests', 'network', 'directory'],
  approver: ['figures'],
  buyer: ['figures', 'contracts', 'partnerships', 'requests'],
  administrator: ['keys', 'publications', 'members'],
  auditor: ['audit'],
};

/** The permissions of a role. */
export function scopesOf(role: Role): readonly Scope[] {
  return SCOPES_OF[role];
}

/** How precise the counts of persons are that a role is shown live: exact, or masked and rounded. */
export function seesExactFigures(role: Role): boolean {
  return role === 'consolidator' || role === 'approver';
}
