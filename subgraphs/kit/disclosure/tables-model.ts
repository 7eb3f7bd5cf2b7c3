import loadHighs, { type Highs, type Model } from 'highs';
import { HubError } from '../errors';
import type { ExpandedLayout } from './expand-layout';
import type { Demand, ProtectedMeasure } from './protected-measure';

/** A deviation smaller than this part of the unit is none. */
export const TOLERANCE = 1e-6;

/**
 * How a cell may move in a table that would be published alike:
 * - HIDDEN: as it likes;
 * - OPEN: shown so far, and to be hidden if it moves out of the interval that it shows;
 * - FIXED: inside the interval that it shows;
 * - KNOWN: not at all.
 */
export type CellFreedom =
  { readonly kind: 'HIDDEN' | 'OPEN'; readonly cost: number } | { readonly kind: 'FIXED' | 'KNOWN' };

/** Whether the demanded value lies above the true one, or below. */
export type Direction = 'UP' | 'DOWN';

/**
 * Other tables that would be published alike, as deviations from the true ones. Finest places deviate as they like and
 * stay above zero; a published cell deviates by what its places do, upwards (u), downwards (w), or inside the interval
 * that its rounded value names (f): Σ places − u + w − f = 0.
 *
 * Deviations, not values, so that numbers stay near 1 however large the tables are.
 */
export interface TablesModel {
  /** Sets how cells may move, by position. */
  readonly setFreedoms: (freedoms: readonly CellFreedom[]) => void;
  /** Lets some cells move as they like from now on. */
  readonly hide: (cells: readonly number[], costOf: (cell: number) => number) => void;
  /**
   * Cheapest deviations that move the cell of a demand all the way in one direction: by published cell, in the
   * measure's own numbers. Null when there are none.
   */
  readonly moveTo: (demand: Demand, direction: Direction) => Float64Array | null;
  /**
   * How far a hidden cell can move in one direction, in the measure's own numbers; Infinity upwards if nothing holds
   * it. Costs must be 0.
   */
  readonly furthest: (cell: number, direction: Direction, known: ReadonlySet<number>) => number;
  readonly dispose: () => void;
}

let loaded: Promise<Highs> | undefined;

/** The solver, loaded once per process (HiGHS as WebAssembly: no download, no native add-on, one thread). */
export function loadSolver(): Promise<Highs> {
  loaded ??= loadHighs();
  return loaded;
}

/** Builds the model of one measure. The caller disposes of it. */
export function createTablesModel(highs: Highs, layout: ExpandedLayout, measure: ProtectedMeasure): TablesModel {
  return new SolverModel(highs, layout, measure);
}

class SolverModel implements TablesModel {
  private readonly model: Model;
  private freedoms: CellFreedom[] = [];
  private readonly cells: number;

  constructor(
    private readonly highs: Highs,
    private readonly layout: ExpandedLayout,
    private readonly measure: ProtectedMeasure,
  ) {
    this.cells = layout.cells.length;
    this.model = highs.createModel(modelData(highs, layout, measure));
    this.model.options.set({ output_flag: false, random_seed: 0 });
  }

  setFreedoms(freedoms: readonly CellFreedom[]): void {
    this.freedoms = [...freedoms];
    for (const [cell, freedom] of freedoms.entries()) this.free(cell, freedom);
  }

  hide(cells: readonly number[], costOf: (cell: number) => number): void {
    for (const cell of cells) {
      const freedom: CellFreedom = { kind: 'HIDDEN', cost: costOf(cell) };
      this.freedoms[cell] = freedom;
      this.free(cell, freedom);
    }
  }

  moveTo(demand: Demand, direction: Direction): Float64Array | null {
    const { cell, known } = demand;
    const distance = this.distanceTo(demand, direction);
    if (distance <= 0) return new Float64Array(this.cells);
    this.hold(known);
    this.free(cell, { kind: 'HIDDEN', cost: 0 });
    const [moved, other] = this.columns(cell, direction);
    this.model.changeColBounds(moved, distance, distance);
    this.model.changeColBounds(other, 0, 0);
    const deviations = this.solve() ? this.deviations() : null;
    this.restore(cell, known);
    return deviations;
  }

  furthest(cell: number, direction: Direction, known: ReadonlySet<number>): number {
    if (direction === 'UP' && this.isUnheld(cell, known)) return Infinity;
    this.hold(known);
    const [moved, other] = this.columns(cell, direction);
    this.model.changeColBounds(other, 0, 0);
    this.model.changeColCost(moved, -1);
    if (!this.solve()) throw notCertified(`${this.measure.name}: a bound has no solution.`);
    const distance = (this.model.getSolution().colValue[moved] ?? 0) * this.measure.unit;
    this.restore(cell, known);
    return distance;
  }

  dispose(): void {
    this.model.dispose();
  }

  private distanceTo({ cell, lower, upper }: Demand, direction: Direction): number {
    const total = this.measure.totals[cell] ?? 0;
    return (direction === 'UP' ? upper - total : total - lower) / this.measure.unit;
  }

  /** Whether some place of the cell is in no cell that is fixed, and may grow for ever. */
  private isUnheld(cell: number, known: ReadonlySet<number>): boolean {
    const held = new Set(this.layout.cells.flatMap(({ members }, other) => (this.isHeld(other, known) ? members : [])));
    return this.layout.cells[cell]?.members.some((place) => !held.has(place)) === true;
  }

  private isHeld(cell: number, known: ReadonlySet<number>): boolean {
    return (
      this.freedoms[cell]?.kind !== 'HIDDEN' ||
      known.has(cell) ||
      (this.measure.knownAtMost[cell] ?? Infinity) < Infinity
    );
  }

  private columns(cell: number, direction: Direction): readonly [number, number] {
    const up = this.layout.size + 3 * cell;
    return direction === 'UP' ? [up, up + 1] : [up + 1, up];
  }

  private free(cell: number, freedom: CellFreedom): void {
    const up = this.layout.size + 3 * cell;
    const { unit, totals, knownAtMost } = this.measure;
    const total = totals[cell] ?? 0;
    const isFree = freedom.kind === 'HIDDEN' || freedom.kind === 'OPEN';
    const most = ((knownAtMost[cell] ?? Infinity) - total) / unit;
    this.model.changeColBounds(up, 0, isFree ? most : 0);
    this.model.changeColBounds(up + 1, 0, isFree ? this.highs.infinity : 0);
    for (const each of [up, up + 1]) this.model.changeColCost(each, isFree ? freedom.cost : 0);
    const isShown = freedom.kind === 'OPEN' || freedom.kind === 'FIXED';
    const { lower, upper } = isShown ? this.measure.shownWithin(total) : { lower: total, upper: total };
    this.model.changeColBounds(up + 2, (lower - total) / unit, Math.min(most, (upper - total) / unit));
  }

  private hold(known: ReadonlySet<number>): void {
    for (const cell of known) this.free(cell, { kind: 'KNOWN' });
  }

  private restore(cell: number, known: ReadonlySet<number>): void {
    for (const each of [cell, ...known]) this.free(each, this.freedoms[each] ?? { kind: 'FIXED' });
  }

  private solve(): boolean {
    this.model.run();
    const status = this.model.getModelStatus();
    const { optimal, infeasible } = this.highs.constants.modelStatus;
    if (status === optimal) return true;
    // Started from scratch once more before it is believed: a basis that was left over may mislead the solver.
    this.model.clearSolver();
    this.model.run();
    const again = this.model.getModelStatus();
    if (again === optimal) return true;
    if (again === infeasible) return false;
    throw notCertified(`${this.measure.name}: the solver ended with status ${String(again)}.`);
  }

  private deviations(): Float64Array {
    const { colValue } = this.model.getSolution();
    return Float64Array.from({ length: this.cells }, (_, cell) => {
      const up = this.layout.size + 3 * cell;
      return ((colValue[up] ?? 0) - (colValue[up + 1] ?? 0)) * this.measure.unit;
    });
  }
}

/** That nothing is given out, and why. */
export const notCertified = (message: string): HubError => new HubError('DISCLOSURE_NOT_CERTIFIED', message);

function modelData(highs: Highs, { cells, size }: ExpandedLayout, measure: ProtectedMeasure) {
  const { values, unit } = measure;
  const rowsOf: number[][] = Array.from({ length: size }, () => []);
  for (const [row, { members }] of cells.entries()) for (const place of members) rowsOf[place]?.push(row);
  const columns = [
    ...Array.from(values, (value, place) => column(rowsOf[place] ?? [], 1, -value / unit, highs.infinity)),
    ...cells.flatMap((_, row) => [column([row], -1, 0, 0), column([row], 1, 0, 0), column([row], -1, 0, 0)]),
  ];
  const starts = [0];
  for (const { rows } of columns) starts.push((starts.at(-1) ?? 0) + rows.length);
  return {
    numCols: columns.length,
    numRows: cells.length,
    colCost: new Float64Array(columns.length),
    colLower: Float64Array.from(columns, ({ least }) => least),
    colUpper: Float64Array.from(columns, ({ most }) => most),
    rowLower: new Float64Array(cells.length),
    rowUpper: new Float64Array(cells.length),
    matrix: {
      format: 'csc' as const,
      numRows: cells.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(columns.flatMap(({ rows }) => rows)),
      values: Float64Array.from(columns.flatMap(({ rows, value }) => rows.map(() => value))),
    },
  };
}

const column = (rows: readonly number[], value: number, least: number, most: number) => ({ rows, value, least, most });
