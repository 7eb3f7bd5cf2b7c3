import { DateTime } from 'luxon';

/** A calendar month, "YYYY-MM". Comparing two months as texts compares them in time. */
export type Month = string;

const MONTH_FORM = /^\d{4}-(?:0[1-9]|1[0-2])$/;
/** Months the hub accepts: the first clauses are of the 1990s; the upper bound keeps periods finite. */
export const FIRST_MONTH: Month = '1990-01';
export const LAST_MONTH: Month = '2099-12';

/** Whether a text is a month "YYYY-MM" from 1990-01 to 2099-12. */
export function isMonth(text: string): boolean {
  return MONTH_FORM.test(text) && text >= FIRST_MONTH && text <= LAST_MONTH;
}

/** First day of a month, "YYYY-MM-01", the form in which months are stored. */
export function firstDayOf(month: Month): string {
  return `${month}-01`;
}

/** The month `count` months later (or earlier, when negative). */
export function addMonths(month: Month, count: number): Month {
  return DateTime.fromFormat(month, 'yyyy-MM', { zone: 'utc' }).plus({ months: count }).toFormat('yyyy-MM');
}

/** Number of months from `from` to `to`, both included; 0 or less when they are out of order. */
export function monthsBetween(from: Month, to: Month): number {
  return ordinalOf(to) - ordinalOf(from) + 1;
}

/** Months since the year 0. Plain counting: every shard of every answer asks for it, and a calendar costs 50 times as much. */
function ordinalOf(month: Month): number {
  const [year, number] = month.split('-').map(Number);
  return (year ?? 0) * 12 + (number ?? 0);
}

/** Every month from `from` to `to`, both included. */
export function monthsOf(from: Month, to: Month): Month[] {
  return Array.from({ length: Math.max(0, monthsBetween(from, to)) }, (_, index) => addMonths(from, index));
}
