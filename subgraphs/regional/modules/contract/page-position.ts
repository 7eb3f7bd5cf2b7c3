import { HubError } from '../../../kit/errors';
import type { Region } from '../../../kit/regions';
import type { ContractsScope } from '../../../kit/scope';
import { globalId } from '../../books';

/** Stands for "never notified": after every real day in an order of latest first. */
export const NO_DAY = '0001-01-01';
const NO_DAY_SORT = '99999999';
const LOCAL_DIGITS = 12;

/** Where a page begins among the rows of this region: after the row of that day and local identifier, or at it. */
export interface PagePosition {
  readonly day: string;
  readonly localId: string;
  /** Whether a row exactly at the position comes after it: the last row seen was another region's. */
  readonly isIncluded: boolean;
}

/**
 * Sort key of a contract over the whole network, compared as text: the latest notification first, then the
 * local identifier. "2021-09-30" and 1234 give "79789069-000000001234"; no day comes last.
 */
export function sortKey(notifiedOn: string | null, localId: string): string {
  const day = notifiedOn === null ? NO_DAY_SORT : String(99_999_999 - Number(notifiedOn.replaceAll('-', '')));
  return `${day.padStart(8, '0')}-${localId.padStart(LOCAL_DIGITS, '0')}`;
}

/** Translates the last row seen, of any region, into a position among this region's rows. Throws SCOPE_INVALID. */
export function positionAfter(region: Pick<Region, 'code'>, after: NonNullable<ContractsScope['after']>): PagePosition {
  const [, digits, localDigits] = /^(\d{8})-(\d{12,18})$/.exec(after.sort) ?? [];
  if (digits === undefined || localDigits === undefined) throw invalidPosition();
  const localId = BigInt(localDigits).toString();
  return { day: dayOf(digits), localId, isIncluded: globalId(region, localId) > after.id };
}

function dayOf(digits: string): string {
  if (digits === NO_DAY_SORT) return NO_DAY;
  const plain = String(99_999_999 - Number(digits)).padStart(8, '0');
  const day = `${plain.slice(0, 4)}-${plain.slice(4, 6)}-${plain.slice(6)}`;
  const isDay = new Date(day).toString() !== 'Invalid Date' && new Date(day).toISOString().startsWith(day);
  if (!isDay) throw invalidPosition();
  return day;
}

function invalidPosition(): HubError {
  return new HubError('SCOPE_INVALID', 'The scope cannot be answered: its position is not one of a contract.', {});
}
