import { escapeLiteral } from 'pg';
import { HubError } from '../../kit/errors';
import { type Caller, callerKey, scopesOf } from '../../kit/identity';
import { READER_ROLES, type ReaderRole } from '../../kit/postgres';
import type { Region } from '../../kit/regions';
import { localIdOf } from '../books';

/** Which rows of the books a question may be answered from. */
export type Visibility =
  /** All of them. */
  | { readonly kind: 'books' }
  /** Contracts of one desk, and what belongs to them; of none when its identifier is null. */
  | { readonly kind: 'desk'; readonly desk: string | null }
  /** Contracts of these buyers, and what belongs to them. */
  | { readonly kind: 'buyer'; readonly sirens: readonly string[] }
  /** The question is not one for this role: it is refused rather than answered with nothing. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What figures are added up from. The network sees every region's figures; a buyer's are those of its own contracts. */
export function figuresVisibility(caller: Caller): Visibility {
  if (!scopesOf(caller.role).includes('figures')) return refused(caller, 'figures');
  return caller.role === 'buyer' ? ownContracts(caller) : { kind: 'books' };
}

/** Which contracts are listed, found and shown as rows: a desk and a coordination have books in their own region only. */
export function contractsVisibility(caller: Caller, region: Region): Visibility {
  if (!scopesOf(caller.role).includes('contracts')) return refused(caller, 'contracts');
  switch (caller.role) {
    case 'buyer':
      return ownContracts(caller);
    case 'desk':
      return { kind: 'desk', desk: caller.region === region.code ? localIdOf(region, caller.desk) : null };
    case 'coordination':
      return caller.region === region.code ? { kind: 'books' } : { kind: 'desk', desk: null };
    default:
      return { kind: 'books' };
  }
}

/** What is seen, as one text: two questions with the same text are answered from the same rows. */
export function visibilityKey(visibility: Visibility): string {
  switch (visibility.kind) {
    case 'buyer':
      return callerKey({ role: 'buyer', sirens: [...visibility.sirens] });
    case 'desk':
      return `desk:${visibility.desk ?? ''}`;
    default:
      return visibility.kind;
  }
}

/** SQL expressions that make the transaction they run in see that much, until it ends. Throws FORBIDDEN. */
export function visibilitySql(visibility: Visibility): string {
  switch (visibility.kind) {
    case 'books':
      return become(READER_ROLES.books);
    case 'desk':
      return `${become(READER_ROLES.desk)}, ${set('maillage.desk', visibility.desk ?? '')}`;
    case 'buyer':
      return `${become(READER_ROLES.buyer)}, ${set('maillage.sirens', visibility.sirens.join(','))}`;
    case 'refused':
      throw new HubError('FORBIDDEN', visibility.reason);
  }
}

function ownContracts({ sirens }: Extract<Caller, { role: 'buyer' }>): Visibility {
  return { kind: 'buyer', sirens };
}

function refused({ role }: Caller, what: string): Visibility {
  return { kind: 'refused', reason: `The role "${role}" may not ask a region for ${what}.` };
}

function become(role: ReaderRole): string {
  return set('role', role);
}

/** Settings are local: a connection that goes back to the pool has none of them left. */
function set(name: string, value: string): string {
  return `set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, true)`;
}
