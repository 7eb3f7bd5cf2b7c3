import { DateTime } from 'luxon';
import { HubError } from '../../../kit/errors';

/** Where a contract stands in time. */
export type ContractState = 'UPCOMING' | 'IN_EXECUTION' | 'ENDED';

/** Days between which contracts are notified and end; what is absent is not asked. */
export interface ContractDays {
  readonly notifiedFrom: string | undefined;
  readonly notifiedTo: string | undefined;
  readonly endsFrom: string | undefined;
  readonly endsTo: string | undefined;
}

const PAIRS = [
  ['notifiedFrom', 'notifiedTo'],
  ['endsFrom', 'endsTo'],
] as const;

/** The days that a state means on a day. */
function daysOfState(state: ContractState, today: string): Partial<ContractDays> {
  const other = (days: number) => DateTime.fromISO(today).plus({ days }).toISODate() ?? today;
  switch (state) {
    case 'UPCOMING':
      return { notifiedFrom: other(1) };
    case 'IN_EXECUTION':
      return { notifiedTo: today, endsFrom: today };
    case 'ENDED':
      return { endsTo: other(-1) };
  }
}

/**
 * The days that a filter asks: those that it says, and those of its state today, both of them. Throws PERIOD_OUT_OF_ORDER when they
 * leave no day.
 */
export function contractDays(
  given: Readonly<Partial<Record<keyof ContractDays, string | null>>>,
  state: ContractState | null | undefined,
  today: () => string,
): ContractDays {
  const ofState = state == null ? {} : daysOfState(state, today());
  const latest = (name: 'notifiedFrom' | 'endsFrom') => pick(given[name], ofState[name], (left, right) => left > right);
  const first = (name: 'notifiedTo' | 'endsTo') => pick(given[name], ofState[name], (left, right) => left < right);
  const days = {
    notifiedFrom: latest('notifiedFrom'),
    notifiedTo: first('notifiedTo'),
    endsFrom: latest('endsFrom'),
    endsTo: first('endsTo'),
  };
  for (const [from, to] of PAIRS) checkOrder(from, to, days, state);
  return days;
}

function checkOrder(
  from: keyof ContractDays,
  to: keyof ContractDays,
  days: ContractDays,
  state: ContractState | null | undefined,
): void {
  const [first, last] = [days[from], days[to]];
  if (first === undefined || last === undefined || first <= last) return;
  const why = state == null ? 'Exchange them.' : `No contract is ${state} then: leave one of them out.`;
  const message = `filter.${to} (${last}) is before filter.${from} (${first}). ${why}`;
  throw new HubError('PERIOD_OUT_OF_ORDER', message, { argument: `filter.${to}` });
}

function pick(
  given: string | null | undefined,
  meant: string | undefined,
  isNarrower: (left: string, right: string) => boolean,
): string | undefined {
  if (given == null) return meant;
  return meant === undefined || isNarrower(given, meant) ? given : meant;
}
