import type { FiguresScope } from '../../../kit/scope';

/** How the months of a period are read from a rollup `t` by year. */
export interface RollupMonths {
  /** What is joined to the rollup, if anything. */
  readonly from: string;
  readonly condition: string;
  /** Hours in hundredths, 0 or null where there are none. */
  readonly hours: string;
  readonly isUnique: boolean;
}

type Period = Pick<FiguresScope, 'from' | 'to'>;

const ALL_YEAR = { first: 1, last: 12 };

/** One row for each owner and year, with the sum of its months within the period. */
export function yearRollup(period: Period): RollupMonths {
  const [from, to] = [partsOf(period.from), partsOf(period.to)];
  const condition = `t.year BETWEEN ${from.year} AND ${to.year}`;
  if (from.year === to.year) {
    return { from: '', condition, hours: sumOf({ first: from.month, last: to.month }), isUnique: true };
  }
  const hours = `CASE t.year
    WHEN ${from.year} THEN ${sumOf({ first: from.month, last: 12 })}
    WHEN ${to.year} THEN ${sumOf({ first: 1, last: to.month })}
    ELSE ${sumOf(ALL_YEAR)} END`;
  return { from: '', condition, hours, isUnique: false };
}

/** One row for each owner and month of the period. */
export function monthlyRollup(period: Period): RollupMonths {
  const [from, to] = [partsOf(period.from), partsOf(period.to)];
  const isWithinYear = from.year === to.year;
  const months = monthsOf(isWithinYear ? { first: from.month, last: to.month } : ALL_YEAR);
  const values = months.map((month) => `(make_date(t.year, ${month}, 1), t.${columnOf(month)})`).join(', ');
  const inPeriod = `m.month BETWEEN ${dayOf(from)} AND ${dayOf(to)}`;
  return {
    from: `CROSS JOIN LATERAL (VALUES ${values}) m (month, hours)`,
    condition: `t.year BETWEEN ${from.year} AND ${to.year} ${isWithinYear ? '' : `AND ${inPeriod}`}`,
    hours: 'm.hours',
    isUnique: true,
  };
}

/** Months of one year; 1 is January. */
export interface MonthsWithin {
  readonly year: number;
  readonly first: number;
  readonly last: number;
}

/** The months of a period that lies within one year, null for any other. */
export function monthsWithin(period: Period): MonthsWithin | null {
  const [from, to] = [partsOf(period.from), partsOf(period.to)];
  return from.year === to.year ? { year: from.year, first: from.month, last: to.month } : null;
}

/** The calendar years that lie wholly within a period, null when none does. */
export function wholeYearsOf(period: Period): { readonly first: number; readonly last: number } | null {
  const [from, to] = [partsOf(period.from), partsOf(period.to)];
  const first = from.month === 1 ? from.year : from.year + 1;
  const last = to.month === 12 ? to.year : to.year - 1;
  return first <= last ? { first, last } : null;
}

/** How months are read from the cells `t` of a year. */
export interface CellMonths {
  /** What is joined to the cells, if anything. */
  readonly from: string;
  readonly hours: string;
  /** Owners with hours in the month, or in at least one month from January on. */
  readonly owners: string;
}

/** One row for each cell and month, or the sum of months that begin with January or are one. */
export function cellMonths({ year, first, last }: MonthsWithin, isMonthly: boolean): CellMonths {
  const months = monthsOf({ first, last });
  if (isMonthly) {
    const values = months.map(
      (month) => `(make_date(${year}, ${month}, 1), t.${columnOf(month)}, t.${columnOf(month, 'c')})`,
    );
    return {
      from: `CROSS JOIN LATERAL (VALUES ${values.join(', ')}) m (month, hours, owners)`,
      hours: 'm.hours',
      owners: 'm.owners',
    };
  }
  const owners =
    first === last ? `t.${columnOf(first, 'c')}` : months.map((month) => `t.${columnOf(month, 'f')}`).join(' + ');
  return { from: '', hours: months.map((month) => `t.${columnOf(month)}`).join(' + '), owners };
}

interface YearMonth {
  readonly year: number;
  readonly month: number;
}

/** A month of a decoded scope, as numbers: nothing of it can be anything else in a statement. */
function partsOf(month: string): YearMonth {
  return { year: Number(month.slice(0, 4)), month: Number(month.slice(5, 7)) };
}

function dayOf({ year, month }: YearMonth): string {
  return `make_date(${year}, ${month}, 1)`;
}

function monthsOf({ first, last }: { readonly first: number; readonly last: number }): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function sumOf(range: { readonly first: number; readonly last: number }): string {
  return monthsOf(range)
    .map((month) => `coalesce(t.${columnOf(month)}, 0)`)
    .join(' + ');
}

function columnOf(month: number, letter = 'm'): string {
  return `${letter}${String(month).padStart(2, '0')}`;
}
