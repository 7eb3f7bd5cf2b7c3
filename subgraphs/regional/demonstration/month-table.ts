import { firstDayOf, monthsOf } from '../../kit/months';

/** The years of the demonstration, in order; a `YearIndex` points into them. */
export const DEMONSTRATION_YEARS = [2020, 2021, 2022] as const;
export type DemonstrationYear = (typeof DEMONSTRATION_YEARS)[number];
export type YearIndex = 0 | 1 | 2;
export const YEAR_INDEXES: readonly YearIndex[] = [0, 1, 2];

/** One value for each year of the demonstration. */
export type PerYear<Value> = readonly [Value, Value, Value];

/** Builds the three values of `PerYear`. */
export function perYear<Value>(valueOf: (year: YearIndex) => Value): PerYear<Value> {
  return [valueOf(0), valueOf(1), valueOf(2)];
}

/** Months of the demonstration: 0 is January 2020, 35 is December 2022. */
export const MONTH_COUNT = 12 * DEMONSTRATION_YEARS.length;

/** The year a month index belongs to. */
export function yearOfMonth(month: number): YearIndex {
  return Math.floor(month / 12) as YearIndex;
}

/** Months before January 2020 that dates may reach back to: desks open and contracts are notified earlier. */
const MONTHS_BEFORE = 180;
/** Computed once: date arithmetic in the loops over hundreds of thousands of rows would dominate their cost. */
const MONTHS = monthsOf('2005-01', '2023-12');
const FIRST_DAYS = MONTHS.map(firstDayOf);

/** First day of a month, "YYYY-MM-01"; month 0 is January 2020, negative months come before it. */
export function firstDay(month: number): string {
  return FIRST_DAYS[month + MONTHS_BEFORE] ?? outOfTable(month);
}

/** A day of a month, "YYYY-MM-DD"; `day` is 1 to 28 so that every month has it. */
export function dayOf(month: number, day: number): string {
  return `${MONTHS[month + MONTHS_BEFORE] ?? outOfTable(month)}-${day < 10 ? '0' : ''}${day}`;
}

function outOfTable(month: number): never {
  throw new Error(`Month ${month} is outside the demonstration's calendar`);
}
