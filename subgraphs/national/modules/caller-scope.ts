import { HubError } from '../../kit/errors';
import type { Caller } from '../../kit/identity';
import type { Directory } from '../gather';

/** What every question about rows is asked with: on whose behalf, and of which network. */
export interface Asking {
  readonly caller: Caller;
  readonly directory: Directory;
}

/**
 * Stands in a question for buyers that the caller may not see: a valid SIREN that is given to nobody. Another buyer
 * then answers exactly as one that does not exist, by whatever route it is asked for.
 */
export const NOBODYS_SIREN = '000000000';

/**
 * SIRENs that everything a caller sees of contracts and figures is restricted to, sorted: its own and those of the conventions that hold today;
 * null for a caller who sees all buyers.
 */
export function restrictionOf(caller: Caller): readonly string[] | null {
  return caller.role === 'buyer' ? [...new Set([...caller.sirens, ...(caller.convention ?? [])])].sort() : null;
}

/** SIRENs in whose name a caller acts, and whose requests and conventions are its own; null for one who is no buyer. */
export function ownSirensOf(caller: Caller): readonly string[] | null {
  return caller.role === 'buyer' ? caller.sirens : null;
}

/** The buyers to ask for when a caller asks for these, or for all when undefined. */
export function buyersFor(caller: Caller, asked: readonly string[] | undefined): string[] | undefined {
  const own = restrictionOf(caller);
  if (own === null) return asked === undefined ? undefined : [...asked];
  const seen = asked === undefined ? [...own] : own.filter((siren) => asked.includes(siren));
  return seen.length > 0 ? seen : [NOBODYS_SIREN];
}

/** Whether a caller may see what the association knows of a buyer. */
export function seesBuyer(caller: Caller, siren: string): boolean {
  return restrictionOf(caller)?.includes(siren) ?? true;
}

/** Whether the contracts of a region are asked for on a caller's behalf. */
export function seesContractsOf(caller: Caller, region: string): boolean {
  return caller.role === 'desk' || caller.role === 'coordination' ? caller.region === region : true;
}

/**
 * The regions whose contracts a caller lists when it asks for these, or for all when absent. Throws FORBIDDEN when
 * none of them is its own: an empty list would look like regions without contracts.
 */
export function contractRegionsFor(
  caller: Caller,
  asked: readonly string[] | null | undefined,
): readonly string[] | null | undefined {
  if (caller.role !== 'desk' && caller.role !== 'coordination') return asked;
  if (asked == null || asked.includes(caller.region)) return [caller.region];
  throw new HubError(
    'FORBIDDEN',
    `The role "${caller.role}" lists the contracts of its own region, ${caller.region}, which filter.regions leaves out.`,
    { argument: 'filter.regions', region: caller.region },
  );
}
