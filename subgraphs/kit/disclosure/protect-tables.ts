import type { Highs } from 'highs';
import { boundCells, type CellBounds, certify } from './bound-cells';
import type { ExpandedLayout } from './expand-layout';
import { hideCells, type ModelledMeasure } from './hide-cells';
import type { ProtectedMeasure } from './protected-measure';
import { type Coordinates, invalid } from './table-layout';
import { createTablesModel, type TablesModel } from './tables-model';

/** A magnitude of one cell as it is published. */
export type ProtectedValue =
  | { readonly kind: 'SHOWN'; readonly value: number }
  /** Hidden; it lies within the bounds, both included. No upper bound: nothing published gives one. */
  | { readonly kind: 'MASKED'; readonly lowerBound: number; readonly upperBound: number | null };

/** Something that everybody knows of a place beforehand: that it holds no more than this. */
export interface KnownAtMost {
  readonly at: Coordinates;
  readonly value: number;
}

/** Which cells are hidden, and the bounds of the hidden ones in each measure; certified. */
export interface HiddenTables {
  readonly hidden: ReadonlySet<number>;
  /** One per measure: bounds by hidden cell. */
  readonly bounds: readonly ReadonlyMap<number, CellBounds>[];
}

/** Hides what must be hidden of measures that are hidden together, and certifies it. Throws DISCLOSURE_NOT_CERTIFIED. */
export function hideTogether(
  highs: Highs,
  layout: ExpandedLayout,
  given: readonly ProtectedMeasure[],
  primary: ReadonlySet<number>,
): HiddenTables {
  const models: TablesModel[] = [];
  try {
    const measures: ModelledMeasure[] = [];
    for (const measure of given) {
      const model = createTablesModel(highs, layout, measure);
      models.push(model);
      measures.push({ measure: withinKnowledge(layout, measure, model), model });
    }
    const hidden = hideCells(layout, measures, primary);
    const bounds = measures.map((measure) => {
      const found = boundCells(layout, measure, hidden);
      certify(measure, found);
      return found;
    });
    return { hidden, bounds };
  } finally {
    for (const model of models) model.dispose();
  }
}

/** What everybody knows beforehand cannot be protected: demands go as far as is possible with every cell hidden. */
function withinKnowledge(layout: ExpandedLayout, measure: ProtectedMeasure, model: TablesModel): ProtectedMeasure {
  if (measure.knownAtMost.every((value) => value === Infinity)) return measure;
  model.setFreedoms(layout.cells.map(() => ({ kind: 'HIDDEN', cost: 0 })));
  const demands = measure.demands.map((demand) => {
    const most = (measure.totals[demand.cell] ?? 0) + model.furthest(demand.cell, 'UP', demand.known);
    return { ...demand, upper: Math.min(demand.upper, most) };
  });
  return { ...measure, demands };
}

/** What is known beforehand, by published cell. Throws DISCLOSURE_INPUT_INVALID for a place that is not published. */
export function knownBeforehand(
  layout: ExpandedLayout,
  known: readonly KnownAtMost[],
  totals: Float64Array,
): Float64Array {
  const cells = new Map(layout.cells.map(({ at }, cell) => [keyOf(at), cell]));
  const most = new Float64Array(layout.cells.length).fill(Infinity);
  for (const { at, value } of known) {
    const cell = cells.get(keyOf(at));
    if (cell === undefined) throw invalid(`What is known beforehand names no published cell: ${keyOf(at)}.`);
    if (value < (totals[cell] ?? 0))
      throw invalid(`What is known beforehand of ${keyOf(at)} is less than what is there.`);
    most[cell] = Math.min(most[cell] ?? Infinity, value);
  }
  return most;
}

const keyOf = (at: Coordinates): string =>
  Object.entries(at)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, code]) => `${name} ${code ?? ''}`)
    .join(', ');

/** What a rounded value is known to lie in: rounded down to a multiple of `base`, or not at all. */
export const roundedWithin =
  (base: number, least: number) =>
  (total: number): { readonly lower: number; readonly upper: number } => {
    if (base <= 1) return { lower: total, upper: total };
    const shown = roundDown(total, base);
    return { lower: Math.max(shown, Math.min(least, total)), upper: shown + base - 1 };
  };

/** The largest multiple of `base` that is not above the value; the value itself when there is no rounding. */
export const roundDown = (value: number, base: number): number => (base <= 1 ? value : Math.floor(value / base) * base);
