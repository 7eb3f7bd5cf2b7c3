import type { ExpandedLayout } from './expand-layout';
import type { Demand, ProtectedMeasure } from './protected-measure';
import { type CellFreedom, type Direction, notCertified, type TablesModel, TOLERANCE } from './tables-model';

/** A measure with its model of tables that would be published alike. */
export interface ModelledMeasure {
  readonly measure: ProtectedMeasure;
  readonly model: TablesModel;
}

/** What it costs to let a hidden cell move, beside a shown one: little, so that few cells do most of the moving. */
const COST_OF_HIDDEN = 0.001;

/**
 * The cells to hide so that every demand holds: the primary ones and those chosen beside them.
 *
 * For each demand and direction, the cheapest other table is sought in which the cell lies at the end of its interval
 * and which would be published alike, but for the shown cells that differ: these are hidden as well. So each demand has
 * its proof, and hiding more cells for later demands takes none away. A second round may choose among the hidden ones
 * only, dearest proofs first made cheap by what others need anyway, and shows again what no proof needs.
 *
 * Costs: see `costOf`. The result depends on the tables alone: no clock, no chance, cells in their own order.
 */
export function hideCells(
  layout: ExpandedLayout,
  measures: readonly ModelledMeasure[],
  primary: ReadonlySet<number>,
): ReadonlySet<number> {
  const everyCell = new Set(layout.cells.keys());
  const enough = hideAmong(layout, measures, primary, everyCell);
  return enough.size === primary.size ? enough : hideAmong(layout, measures, primary, enough);
}

/** One round, in which the cells of `allowed` may be hidden. */
function hideAmong(
  layout: ExpandedLayout,
  measures: readonly ModelledMeasure[],
  primary: ReadonlySet<number>,
  allowed: ReadonlySet<number>,
): ReadonlySet<number> {
  const hidden = new Set(primary);
  for (const { measure, model } of measures) {
    model.setFreedoms(freedomsOf(layout, measure, hidden, allowed));
    const open = openDemands(measure);
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const deviations = model.moveTo(next.demand, next.direction);
      if (deviations === null) throw notCertified(`${measure.name}: a cell cannot be protected at all.`);
      const moved = [...deviations.keys()].filter((cell) => isMoved(measure, deviations[cell]) && !hidden.has(cell));
      for (const cell of moved) hidden.add(cell);
      model.hide(moved, (cell) => costOf(layout, measure, cell) * COST_OF_HIDDEN);
      dropMet(open, measure, deviations);
    }
  }
  return hidden;
}

const isMoved = ({ unit }: ProtectedMeasure, deviation = 0): boolean => Math.abs(deviation) > TOLERANCE * unit;

interface OpenDemand {
  readonly demand: Demand;
  readonly direction: Direction;
}

/** Largest intervals first: their proofs tend to be proofs of others. */
function openDemands({ demands, totals }: ProtectedMeasure): OpenDemand[] {
  const distance = ({ demand: { cell, lower, upper }, direction }: OpenDemand) =>
    direction === 'UP' ? upper - (totals[cell] ?? 0) : (totals[cell] ?? 0) - lower;
  return demands
    .flatMap((demand) => [
      { demand, direction: 'UP' as const },
      { demand, direction: 'DOWN' as const },
    ])
    .filter((open) => distance(open) > 0)
    .toSorted((one, other) => distance(other) - distance(one));
}

/** Takes away the demands that the same other table proves. Those with cells known to someone need their own. */
function dropMet(open: OpenDemand[], { totals, unit }: ProtectedMeasure, deviations: Float64Array): void {
  const isMet = ({ demand: { cell, lower, upper, known }, direction }: OpenDemand) => {
    const value = (totals[cell] ?? 0) + (deviations[cell] ?? 0);
    const isThere = direction === 'UP' ? value >= upper : value <= lower;
    return isThere && [...known].every((each) => Math.abs(deviations[each] ?? 0) <= TOLERANCE * unit);
  };
  const left = open.filter((each) => !isMet(each));
  open.splice(0, open.length, ...left);
}

function freedomsOf(
  layout: ExpandedLayout,
  measure: ProtectedMeasure,
  hidden: ReadonlySet<number>,
  allowed: ReadonlySet<number>,
): readonly CellFreedom[] {
  return layout.cells.map(({ members }, cell) => {
    const cost = costOf(layout, measure, cell);
    if (hidden.has(cell)) return { kind: 'HIDDEN', cost: cost * COST_OF_HIDDEN };
    if (members.length === 0 || !allowed.has(cell)) return { kind: 'FIXED' };
    return { kind: 'OPEN', cost };
  });
}

/**
 * What it costs to hide a cell: more the larger it is, by the logarithm, and four times more for every level that it
 * lies higher. So inner cells go before margins, and the grand total last of all.
 */
function costOf({ cells }: ExpandedLayout, { totals, unit }: ProtectedMeasure, cell: number): number {
  return (1 + Math.log2(1 + (totals[cell] ?? 0) / unit)) * 4 ** (cells[cell]?.height ?? 0);
}
