import { runningApportionment } from './apportionment';
import { bookTable, decimalText, type BookRow, type BookTable } from './book-table';
import { firstDay, YEAR_INDEXES, yearOfMonth } from './month-table';
import type { RegionLayout } from './region-layout';
import type { WorkLayout } from './work-layout';

/** Hours planned: near the hours done of each lot and year, and exact in total for each year. */
export function commitmentTable(layout: RegionLayout): BookTable {
  return bookTable('hour_commitment', ['lot_id', 'month', 'hours'], () => commitments(layout));
}

/** Planned hours stray from the hours done by up to this share, before the year's total is met. */
const STRAY = 0.15;

type Visit = (lot: number, month: number, weight: number) => void;

function* commitments(layout: RegionLayout): Iterable<BookRow> {
  const sums = [0, 0, 0];
  eachCommitment(layout, (_, month, weight) => {
    const year = yearOfMonth(month);
    sums[year] = (sums[year] ?? 0) + weight;
  });
  // Whole hours where the target allows it.
  const units = layout.plan.years.map(({ hoursPlanned }) => (hoursPlanned % 100 === 0 ? 100 : 1));
  const shares = YEAR_INDEXES.map((year) =>
    runningApportionment(layout.plan.years[year].hoursPlanned / (units[year] ?? 1), sums[year] ?? 0),
  );
  const rows: BookRow[] = [];
  eachCommitment(layout, (lot, month, weight) => {
    const year = yearOfMonth(month);
    const hours = (shares[year]?.(weight) ?? 0) * (units[year] ?? 1);
    rows.push([lot + 1, firstDay(month), decimalText(hours)]);
  });
  yield* rows;
}

/** A lot plans its hours by slices of two months, over the months of its first work contract of each year. */
const SLICE = 2;

/** Visits the planned months of every lot, each with its part of the hours done in the lot and year. */
function eachCommitment(layout: RegionLayout, visit: Visit): void {
  const { work, contracts } = layout;
  const random = layout.randomFor('hour_commitment');
  for (let contract = 0; contract < contracts.ofContract.length - 1; contract += 1) {
    const firstLot = contracts.ofContract[contract] ?? 0;
    const lots = (contracts.ofContract[contract + 1] ?? 0) - firstLot;
    for (const [key, { done, months }] of hoursByLotAndYear(work, contract, lots)) {
      for (let place = 0; place < months.length; place += SLICE) {
        const part = (done * Math.min(SLICE, months.length - place)) / months.length;
        visit(firstLot + Math.floor(key / 3), months[place] ?? 0, part * (1 + (random.unit() * 2 - 1) * STRAY));
      }
    }
  }
}

interface LotYear {
  done: number;
  readonly months: number[];
  /** The work contract whose months are the planned ones. */
  readonly lead: number;
}

/** Hours done and months of each lot and year of a contract, by 3 x lot + year. */
function hoursByLotAndYear(work: WorkLayout, contract: number, lots: number): ReadonlyMap<number, LotYear> {
  const groups = new Map<number, LotYear>();
  for (let index = work.ofContract[contract] ?? 0; index < (work.ofContract[contract + 1] ?? 0); index += 1) {
    const firstEntry = work.ofWork[index] ?? 0;
    for (let entry = firstEntry; entry < (work.ofWork[index + 1] ?? 0); entry += 1) {
      const month = (work.firstMonth[index] ?? 0) + entry - firstEntry;
      const key = 3 * ((work.rank[index] ?? 0) % lots) + yearOfMonth(month);
      const group = groups.get(key) ?? { done: 0, months: [], lead: index };
      group.done += work.hours[entry] ?? 0;
      if (group.lead === index) group.months.push(month);
      groups.set(key, group);
    }
  }
  return groups;
}
