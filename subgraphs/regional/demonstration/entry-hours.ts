import { runningApportionment } from './apportionment';
import { YEAR_INDEXES, yearOfMonth, type YearIndex } from './month-table';
import type { RegionPlan } from './network-plan';
import type { Random } from './random';

/** Entries lie within ± 28 % of the mean, so under 151.67 hours, a month of full time. */
const SPREAD = 0.28;

/** Draws the hours of every entry, in hundredths, so that each year has exactly its total. */
export function drawHours(plan: RegionPlan, firstMonth: Uint8Array, ofWork: Uint32Array, random: Random): Uint16Array {
  const weights = new Float64Array(ofWork.at(-1) ?? 0);
  const sums = [0, 0, 0];
  const pending: (number | null)[] = [null, null, null];
  eachEntry(firstMonth, ofWork, (entry, year) => {
    // In opposite pairs, so that the mean weight is 1 however few the entries are.
    const opposite = pending[year] ?? null;
    const offset = opposite ?? (random.unit() * 2 - 1) * SPREAD;
    pending[year] = opposite === null ? -offset : null;
    weights[entry] = 1 + offset;
    sums[year] = (sums[year] ?? 0) + 1 + offset;
  });
  // Quarters of an hour where the target allows it.
  const units = plan.years.map(({ hoursDone }) => (hoursDone % 25 === 0 ? 25 : 1));
  const shares = YEAR_INDEXES.map((year) =>
    runningApportionment(plan.years[year].hoursDone / (units[year] ?? 1), sums[year] ?? 0),
  );
  const hours = new Uint16Array(weights.length);
  eachEntry(firstMonth, ofWork, (entry, year) => {
    hours[entry] = (shares[year]?.(weights[entry] ?? 0) ?? 0) * (units[year] ?? 1);
  });
  return hours;
}

function eachEntry(firstMonth: Uint8Array, ofWork: Uint32Array, visit: (entry: number, year: YearIndex) => void): void {
  for (let work = 0; work < firstMonth.length; work += 1) {
    const first = ofWork[work] ?? 0;
    const end = ofWork[work + 1] ?? 0;
    for (let entry = first; entry < end; entry += 1) {
      visit(entry, yearOfMonth((firstMonth[work] ?? 0) + entry - first));
    }
  }
}
