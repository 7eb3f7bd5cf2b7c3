import type { CellSet } from './cell-dimensions';

/** Months of a year. */
const MONTHS = 12;
/** Places of a cell's numbers: hours of twelve months, owners with hours in each, owners whose first month it is. */
const [HOURS, OWNERS, FIRSTS] = [0, MONTHS, 2 * MONTHS];

/** Numbers of one cell: 36, in the order of its columns m01 … m12, c01 … c12, f01 … f12. */
export type CellNumbers = Float64Array;

/** One owner of months in a year: codes by dimension, in the order given at the start, and hundredths of an hour by month. */
export interface OwnerYear {
  readonly codes: readonly string[];
  readonly months: readonly (number | null)[];
}

/** A changed cell. */
export interface CellChange {
  readonly set: CellSet;
  readonly keys: readonly string[];
  readonly numbers: CellNumbers;
}

/** Bits of a code's number within the key of a cell: three of them stay below 2^53. */
const CODES = 2 ** 16;

/**
 * Adds owners of months up to the cells of every set, which is what a change of them adds to what is stored. `codes` of an
 * owner are those of `dimensions`, in that order.
 */
export class CellSums {
  private readonly numberOf: readonly Map<string, number>[];
  private readonly places: readonly (readonly number[])[];
  private readonly cells: readonly Map<number, CellNumbers>[];

  constructor(
    private readonly sets: readonly CellSet[],
    dimensions: readonly string[],
  ) {
    this.numberOf = dimensions.map(() => new Map<string, number>());
    this.places = sets.map((set) => set.dimensions.map((dimension) => dimensions.indexOf(dimension)));
    this.cells = sets.map(() => new Map<number, CellNumbers>());
  }

  /** Adds an owner (`sign` 1), or takes away what it was (-1). One without hours changes nothing. */
  add({ codes, months }: OwnerYear, sign: 1 | -1): void {
    const first = months.findIndex(hasHours);
    if (first === -1) return;
    const numbers = codes.map((code, index) => this.numberFor(index, code));
    for (const [index, places] of this.places.entries()) {
      const key = places.reduce((sum, place) => sum * CODES + (numbers[place] ?? 0), 0);
      const cell = cellOf(this.cells[index], key);
      for (let month = first; month < MONTHS; month += 1) {
        const hours = months[month];
        if (!hasHours(hours)) continue;
        cell[HOURS + month] = (cell[HOURS + month] ?? 0) + sign * hours;
        cell[OWNERS + month] = (cell[OWNERS + month] ?? 0) + sign;
      }
      cell[FIRSTS + first] = (cell[FIRSTS + first] ?? 0) + sign;
    }
  }

  /** Every cell that changed, set by set. */
  *changes(): Generator<CellChange> {
    const codes = this.numberOf.map((numbers) => [...numbers.keys()]);
    for (const [index, set] of this.sets.entries()) {
      const places = this.places[index] ?? [];
      for (const [key, numbers] of this.cells[index] ?? []) {
        if (numbers.every((number) => number === 0)) continue;
        const keys = places.map(
          (place, at) => codes[place]?.[Math.floor(key / CODES ** (places.length - 1 - at)) % CODES] ?? '',
        );
        yield { set, keys, numbers };
      }
    }
  }

  private numberFor(dimension: number, code: string): number {
    const numbers = this.numberOf[dimension] ?? new Map<string, number>();
    const known = numbers.get(code);
    if (known !== undefined) return known;
    if (numbers.size === CODES) throw new Error(`A dimension of cells has more than ${CODES} codes`);
    numbers.set(code, numbers.size);
    return numbers.size - 1;
  }
}

function hasHours(hours: number | null | undefined): hours is number {
  return hours !== null && hours !== undefined && hours > 0;
}

function cellOf(cells: Map<number, CellNumbers> | undefined, key: number): CellNumbers {
  const known = cells?.get(key);
  if (known !== undefined) return known;
  const cell = new Float64Array(3 * MONTHS);
  cells?.set(key, cell);
  return cell;
}
