import type { Role } from './roles';

/** A rule about a caller, as `@policy` of the schema names it. It looks at the role, so that an error can name who may. */
export type Policy = (caller: { readonly role: Role }) => boolean;

/** Every policy of the hub. A schema that names another one is not served. */
export const POLICIES: Readonly<Record<string, Policy>> = {
  /** The association that supports buyers, and a buyer itself: the two parties of a partnership. */
  partnershipParty: ({ role }) => role === 'consolidator' || role === 'buyer',
  /** Who organises the life of the network: the association and the coordinations of the regions. */
  networkOrganiser: ({ role }) => role === 'consolidator' || role === 'coordination',
};
