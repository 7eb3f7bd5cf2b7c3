import { HubError } from '../subgraphs/kit/errors';
import { findRegion } from '../subgraphs/kit/regions';
import { isOwnDoor } from './credentials';
import type { RegistryContext } from './registry-context';

/** Whoever changes something is on record. Throws UNAUTHENTICATED when nobody says who asks. */
export function requireActor({ subject }: RegistryContext): string {
  if (subject !== undefined) return subject;
  throw new HubError('UNAUTHENTICATED', 'A change needs to know who asks, and the request does not say.');
}

/** Lets an administrator act for any region and a coordination for its own. Throws FORBIDDEN and REGION_UNKNOWN. */
export function requireRegion({ caller }: RegistryContext, region: string): void {
  if (findRegion(region) === undefined) {
    throw new HubError('REGION_UNKNOWN', `No region has the code "${region.slice(0, 20)}".`, {
      region: region.slice(0, 20),
    });
  }
  if (caller.role === 'administrator') return;
  if (caller.role === 'coordination' && caller.region === region) return;
  throw new HubError('FORBIDDEN', `Only the coordination of the region ${region}, or an administrator, may do that.`, {
    region,
  });
}

/** What takes longer than a request to the gateway may is done on the registry's own address. Throws FORBIDDEN. */
export function requireOwnDoor({ subject }: RegistryContext, what: string): void {
  if (isOwnDoor(subject)) return;
  throw new HubError('FORBIDDEN', `${what} is done on the registry's own address, with a credential of the registry.`);
}

/** The region whose rows a caller lists when it asks for this one, or for all: null for all. Throws FORBIDDEN. */
export function listedRegion(context: RegistryContext, asked: string | null | undefined): string | null {
  const { caller } = context;
  if (asked != null) requireRegion(context, asked);
  if (asked != null) return asked;
  return caller.role === 'coordination' ? caller.region : null;
}
