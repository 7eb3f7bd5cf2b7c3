import { HubError } from '../../../kit/errors';
import type { Caller } from '../../../kit/identity';
import { findRegion } from '../../../kit/regions';

/** A member of the network who changes something. */
export interface NetworkMember {
  readonly caller: Extract<Caller, { role: 'desk' | 'coordination' | 'consolidator' }>;
  readonly subject: string;
}

/** What became of a change. Expected failures are values. */
export type NetworkOutcome<Item> =
  | { readonly status: 'done'; readonly item: Item }
  | { readonly status: 'not-found' }
  | { readonly status: 'conflict'; readonly message: string }
  | { readonly status: 'invalid'; readonly field: string; readonly message: string };

/** A fault of one field of the input. */
export function invalidField(field: string, message: string) {
  return { status: 'invalid' as const, field, message };
}

/** Throws FORBIDDEN for roles outside the network, and UNAUTHENTICATED when the gateway did not say who asks. */
export function memberOf(caller: Caller, subject: string | undefined): NetworkMember {
  if (caller.role !== 'desk' && caller.role !== 'coordination' && caller.role !== 'consolidator') {
    throw new HubError('FORBIDDEN', `The role "${caller.role}" has no part in the life of the network.`);
  }
  if (subject === undefined) {
    throw new HubError('UNAUTHENTICATED', 'The network keeps who changed what, and the gateway did not say who asks.');
  }
  return { caller, subject };
}

/** Throws FORBIDDEN unless the member organises what that region, or the association when null, offers. */
export function requireOrganiser({ caller }: NetworkMember, region: string | null): void {
  if (caller.role === 'consolidator') return;
  if (caller.role === 'coordination' && caller.region === region) return;
  const whose = region === null ? 'the association' : `the coordination of ${region}, or the association`;
  throw new HubError('FORBIDDEN', `This is organised by ${whose}.`);
}

/**
 * The desk that a member acts for: a desk for itself, a coordination for desks of its region, the association for any.
 * Undefined when it is none of theirs, or no identifier of a desk.
 */
export function deskFor(
  { caller }: Pick<NetworkMember, 'caller'>,
  asked: string | null | undefined,
): string | undefined {
  if (caller.role === 'desk') return asked == null || asked === caller.desk ? caller.desk : undefined;
  const [, region = ''] = /^([0-9A-Z]{2,4})-[1-9]\d{0,17}$/.exec(asked ?? '') ?? [];
  if (asked == null || findRegion(region) === undefined) return undefined;
  return caller.role === 'consolidator' || caller.region === region ? asked : undefined;
}
