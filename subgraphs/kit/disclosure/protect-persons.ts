import { expandLayout, type ExpandedLayout } from './expand-layout';
import {
  hideTogether,
  type KnownAtMost,
  knownBeforehand,
  type ProtectedValue,
  roundDown,
  roundedWithin,
} from './protect-tables';
import { type ProtectedMeasure, totalsOf } from './protected-measure';
import { type Coordinates, invalid, type TableLayout } from './table-layout';
import { loadSolver } from './tables-model';

/** Fewest persons of a cell that is shown: 5 among the network's partners, 11 to the public. */
export const PERSONS_THRESHOLDS = { PARTNERS: 5, PUBLIC: 11 } as const;

/** Persons, and the hours that they worked, in one place of the finest codes. Several rows of one place add up. */
export interface PersonsRow {
  readonly at: Coordinates;
  /** A whole number. */
  readonly persons: number;
  /** A whole number: hundredths of an hour, so that sums are exact. */
  readonly hours: number;
}

/** Tables of persons and of their hours, to be published together. */
export interface PersonsRelease {
  readonly layout: TableLayout;
  readonly rows: readonly PersonsRow[];
  /** Fewest persons of a shown cell. */
  readonly threshold: number;
  /** Whether hours are published beside persons; they are hidden in the same cells. */
  readonly withHours: boolean;
  /** Shown counts are rounded down to multiples of this, after the threshold was tried; 1 leaves them as they are. */
  readonly roundPersonsTo?: number;
  /** The same for hours, in hundredths. */
  readonly roundHoursTo?: number;
  /** What everybody knows of persons beforehand, such as how many live in a place. */
  readonly knownAtMost?: readonly KnownAtMost[];
}

/** One published cell. */
export interface ProtectedPersonsCell {
  readonly at: Coordinates;
  readonly persons: ProtectedValue;
  /** Null when hours are not published. */
  readonly hours: ProtectedValue | null;
}

/**
 * Protects tables of persons (docs/adr/0018). Cells of fewer than `threshold` persons are masked, by the true count,
 * zeros included unless they are structural; then as many others as it takes that nothing published, taken together,
 * tells of such a cell that it has more than 0 or fewer than `threshold` persons. Their hours are masked with them and
 * may, for all that is published, be anything from 0 to half as much again, or to what `threshold` persons work on
 * average, whichever is more.
 *
 * Every masked value carries the bounds that anybody can work out. Why a cell is masked is not said.
 *
 * Pure but for the solver; the same release always gives the same tables. Throws DISCLOSURE_INPUT_INVALID,
 * DISCLOSURE_TOO_LARGE, and DISCLOSURE_NOT_CERTIFIED when the result does not stand its own audit.
 */
export async function protectPersons(release: PersonsRelease): Promise<readonly ProtectedPersonsCell[]> {
  const { threshold, withHours, roundPersonsTo = 1, roundHoursTo = 1 } = release;
  for (const [name, value] of Object.entries({ threshold, roundPersonsTo, roundHoursTo }))
    if (!Number.isSafeInteger(value) || value < 1) throw invalid(`${name} is ${String(value)}: a whole number from 1.`);
  const layout = expandLayout(release.layout);
  const { persons, hours } = valuesOf(layout, release.rows);
  const counts = totalsOf(layout.cells, persons);
  const primary = belowThreshold(layout, counts, threshold);
  const measures = [
    personsMeasure(release, layout, persons, counts, primary),
    ...(withHours ? [hoursMeasure(release, layout, hours, counts, primary)] : []),
  ];
  const { hidden, bounds } = hideTogether(await loadSolver(), layout, measures, primary);
  const [personBounds, hourBounds] = bounds;
  return layout.cells.map(({ at }, cell) => {
    const count = counts[cell] ?? 0;
    if (!hidden.has(cell)) {
      const shownHours = { kind: 'SHOWN' as const, value: roundDown(measures[1]?.totals[cell] ?? 0, roundHoursTo) };
      const shown = { kind: 'SHOWN' as const, value: roundDown(count, roundPersonsTo) };
      return { at, persons: shown, hours: withHours ? shownHours : null };
    }
    const [inPersons, inHours] = [personBounds?.get(cell), hourBounds?.get(cell)];
    return { at, persons: maskedCount(inPersons), hours: inHours === undefined ? null : maskedHours(inHours) };
  });
}

/** The cells under the threshold. A zero that everybody knows of is none of them. */
export function belowThreshold(layout: ExpandedLayout, counts: Float64Array, threshold: number): ReadonlySet<number> {
  const few = layout.cells.flatMap(({ members }, cell) =>
    members.length > 0 && (counts[cell] ?? 0) < threshold ? [cell] : [],
  );
  return new Set(few);
}

const NOBODY: ReadonlySet<number> = new Set();

function personsMeasure(
  { threshold, roundPersonsTo = 1, knownAtMost = [] }: PersonsRelease,
  layout: ExpandedLayout,
  values: Float64Array,
  totals: Float64Array,
  primary: ReadonlySet<number>,
): ProtectedMeasure {
  return {
    name: 'persons',
    values,
    totals,
    unit: 1,
    shownWithin: roundedWithin(roundPersonsTo, threshold),
    knownAtMost: knownBeforehand(layout, knownAtMost, totals),
    // Up to the threshold itself, not to one less: else two masked cells whose sum is known could be 2 and 2, and
    // the sum of both would be a count under the threshold that is as good as published.
    demands: [...primary].map((cell) => ({ cell, lower: 0, upper: threshold, known: NOBODY })),
  };
}

function hoursMeasure(
  { threshold, roundHoursTo = 1 }: PersonsRelease,
  layout: ExpandedLayout,
  values: Float64Array,
  counts: Float64Array,
  primary: ReadonlySet<number>,
): ProtectedMeasure {
  const totals = totalsOf(layout.cells, values);
  const sum = (numbers: Float64Array) => numbers.reduce((all, one) => all + one, 0);
  // Hours of each person on average, over all cells: a bound near it would say how many persons there are.
  const usual = Math.max(1, (threshold * sum(totals)) / Math.max(1, sum(counts)));
  return {
    name: 'hours',
    values,
    totals,
    unit: usual,
    shownWithin: roundedWithin(roundHoursTo, 0),
    knownAtMost: new Float64Array(layout.cells.length).fill(Infinity),
    demands: [...primary].map((cell) => ({
      cell,
      lower: 0,
      upper: Math.max(usual, HOURS_WIDTH * (totals[cell] ?? 0)),
      known: NOBODY,
    })),
  };
}

/** How far above their true value masked hours must be able to lie. */
const HOURS_WIDTH = 1.5;

function valuesOf(layout: ExpandedLayout, rows: readonly PersonsRow[]) {
  const persons = new Float64Array(layout.size);
  const hours = new Float64Array(layout.size);
  for (const row of rows) {
    for (const [name, value] of [
      ['persons', row.persons],
      ['hours', row.hours],
    ] as const)
      if (!Number.isSafeInteger(value) || value < 0)
        throw invalid(`${name} of ${JSON.stringify(row.at)} is ${String(value)}: a whole number from 0.`);
    const place = layout.placeOf(row.at);
    if (place === null && row.persons + row.hours > 0)
      throw invalid(`Somebody is where nobody can be: ${JSON.stringify(row.at)} is a structural zero.`);
    if (place === null) continue;
    persons[place] = (persons[place] ?? 0) + row.persons;
    hours[place] = (hours[place] ?? 0) + row.hours;
  }
  return { persons, hours };
}

/** Whole numbers only lie inside the bounds. */
function maskedCount(bounds: { readonly lower: number; readonly upper: number } | undefined): ProtectedValue {
  const { lower, upper } = bounds ?? { lower: 0, upper: Infinity };
  const upperBound = upper === Infinity ? null : Math.floor(upper + ROUNDING_SLACK);
  return { kind: 'MASKED', lowerBound: Math.max(0, Math.ceil(lower - ROUNDING_SLACK)), upperBound };
}

const ROUNDING_SLACK = 1e-3;

/** Rounded outwards: bounds are stated, never drawn closer than they can be worked out. */
const maskedHours = ({ lower, upper }: { readonly lower: number; readonly upper: number }): ProtectedValue => ({
  kind: 'MASKED',
  lowerBound: Math.floor(lower),
  upperBound: upper === Infinity ? null : Math.ceil(upper),
});
