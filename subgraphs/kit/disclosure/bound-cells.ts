import type { ExpandedLayout } from './expand-layout';
import type { ModelledMeasure } from './hide-cells';
import { notCertified } from './tables-model';

/** Slack of a certificate, in units of the measure: what the solver may be off by. */
const SLACK = 1e-4;

/** What anybody can work out of a hidden cell. */
export interface CellBounds {
  readonly lower: number;
  /** Infinity when nothing that is published says how large the cell may be. */
  readonly upper: number;
}

/**
 * The least and the most of every hidden cell in all tables that would be published alike. They are published beside
 * it: whoever has the tables can work them out, so they say nothing more.
 */
export function boundCells(
  layout: ExpandedLayout,
  { measure, model }: ModelledMeasure,
  hidden: ReadonlySet<number>,
): ReadonlyMap<number, CellBounds> {
  model.setFreedoms(
    layout.cells.map((_, cell) => (hidden.has(cell) ? { kind: 'HIDDEN', cost: 0 } : { kind: 'FIXED' })),
  );
  const nothing: ReadonlySet<number> = new Set();
  return new Map(
    [...hidden].map((cell) => {
      const total = measure.totals[cell] ?? 0;
      const lower = Math.max(0, total - model.furthest(cell, 'DOWN', nothing));
      return [cell, { lower, upper: total + model.furthest(cell, 'UP', nothing) }];
    }),
  );
}

/**
 * Holds every demand against the bounds, once more and apart from how the cells were chosen. Throws
 * DISCLOSURE_NOT_CERTIFIED: nothing is published then. The model must be as `boundCells` left it.
 */
export function certify({ measure, model }: ModelledMeasure, bounds: ReadonlyMap<number, CellBounds>): void {
  const slack = SLACK * measure.unit;
  for (const { cell, lower, upper, known } of measure.demands) {
    const total = measure.totals[cell] ?? 0;
    const found =
      known.size === 0
        ? bounds.get(cell)
        : { lower: total - model.furthest(cell, 'DOWN', known), upper: total + model.furthest(cell, 'UP', known) };
    if (found === undefined || found.lower > lower + slack || found.upper < upper - slack)
      throw notCertified(`${measure.name}: a hidden cell can be narrowed below its protection.`);
  }
}
