import { HubError } from '../../../kit/errors';
import type { Caller } from '../../../kit/identity';
import type { RequestRole } from './transitions';

/** The rows that a caller sees, as a condition of SQL over `request` with its one parameter. */
export interface Visibility {
  readonly sql: string;
  readonly value: string | readonly string[] | null;
}

/** A person who changes something, and whom they act for. */
export interface RequestActor {
  readonly caller: Caller;
  readonly role: RequestRole;
  /** Issuer and subject of their token. */
  readonly subject: string;
}

/**
 * The requests that a caller sees: a buyer its own, a coordination those of its region, a desk those that were sent to
 * it, the association all. What is not seen answers exactly as what does not exist. `:mine` stands for the parameter.
 */
export function visibilityOf(caller: Caller): Visibility {
  switch (caller.role) {
    case 'buyer':
      return { sql: 'request.siren = ANY(:mine)', value: caller.sirens };
    case 'coordination':
      return { sql: 'request.region_code = :mine', value: caller.region };
    case 'desk':
      return { sql: '(:mine = ANY(request.addressed_desks) OR request.desk = :mine)', value: caller.desk };
    case 'consolidator':
      return { sql: 'TRUE', value: null };
    default:
      throw new HubError('FORBIDDEN', `The role "${caller.role}" has no part in mobilisation requests.`);
  }
}

/** The person who changes something. Throws UNAUTHENTICATED when the gateway did not say who it is, and FORBIDDEN. */
export function actorOf(caller: Caller, subject: string | undefined): RequestActor {
  const { role } = caller;
  if (role !== 'buyer' && role !== 'coordination' && role !== 'desk' && role !== 'consolidator') {
    throw new HubError('FORBIDDEN', `The role "${role}" has no part in mobilisation requests.`);
  }
  if (subject === undefined) {
    throw new HubError('UNAUTHENTICATED', 'Requests keep who changed what, and the gateway did not say who asks.');
  }
  return { caller, role, subject };
}

/** Whom a person acts for, as the history shows it; the SIREN of a buyer is that of the request. */
export function partyOf({ caller }: RequestActor, siren: string): string | null {
  if (caller.role === 'desk') return caller.desk;
  if (caller.role === 'coordination') return caller.region;
  return caller.role === 'buyer' ? siren : null;
}
