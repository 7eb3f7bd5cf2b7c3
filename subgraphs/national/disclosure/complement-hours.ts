import type { Dimension } from '../../kit/catalogue';

/** A cell of a breakdown, as far as hiding hours is concerned. */
export interface HoursCell {
  readonly keys: readonly string[];
  /** What is shown of its hours, in hundredths; null when they are hidden or missing. */
  readonly hours: number | null;
  /** Whether its hours are hidden. */
  readonly isMasked: boolean;
  /** Whether hiding its hours would hide nothing from the caller, who knows them. */
  readonly isKnown: boolean;
}

/**
 * The cells, by position, whose hours must be hidden as well, so that no cell whose hours are hidden is what remains
 * when the others are taken from a sum that another answer shows. Hours add up over cells, so the sum over any choice
 * of dimensions may be known: wherever exactly one cell of such a sum is hidden, the smallest other one is hidden too.
 *
 * Sums over regions alone are left out: they do not show hours that a small region put in (`discloseHours`).
 *
 * A simple rule in place of the optimal one (τ-Argus, GaussSuppression), which is for frozen tables: it hides more than
 * needed, and a client that asks for the second cell by a filter sees it. Its limits stand in docs/adr/0008.
 */
export function complementaryCells(cells: readonly HoursCell[], by: readonly Dimension[]): ReadonlySet<number> {
  const lines = linesOf(cells, by);
  const hidden = new Set(cells.flatMap((cell, index) => (cell.isMasked ? [index] : [])));
  const added = new Set<number>();
  let isStable = hidden.size === 0;
  while (!isStable) {
    isStable = true;
    for (const line of lines) {
      if (!isExposed(line, hidden)) continue;
      const second = smallestShown(line, cells, hidden);
      if (second === undefined) continue;
      hidden.add(second);
      added.add(second);
      isStable = false;
    }
  }
  return added;
}

/** For every choice of dimensions to sum over, the groups of cells that agree in all others. */
function linesOf(cells: readonly HoursCell[], by: readonly Dimension[]): readonly (readonly number[])[] {
  const choices = Array.from({ length: 2 ** by.length - 1 }, (_, index) => index + 1);
  const summed = choices
    .map((choice) => by.map((_, position) => (choice & (1 << position)) !== 0))
    .filter((isSummed) => by.some((dimension, position) => isSummed[position] === true && dimension !== 'REGION'));
  return summed.flatMap((isSummed) => {
    const groups = new Map<string, number[]>();
    for (const [index, { keys }] of cells.entries()) {
      const rest = keys.filter((_, position) => isSummed[position] !== true).join(' ');
      const group = groups.get(rest);
      if (group === undefined) groups.set(rest, [index]);
      else group.push(index);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  });
}

const isExposed = (line: readonly number[], hidden: ReadonlySet<number>): boolean =>
  line.filter((index) => hidden.has(index)).length === 1;

/** Hours of 0 hide nothing: the count of contracts says so. */
function smallestShown(
  line: readonly number[],
  cells: readonly HoursCell[],
  hidden: ReadonlySet<number>,
): number | undefined {
  const hoursOf = (index: number) => cells[index]?.hours ?? 0;
  return line
    .filter((index) => !hidden.has(index) && cells[index]?.isKnown !== true && hoursOf(index) > 0)
    .reduce<number | undefined>(
      (least, index) => (least === undefined || hoursOf(index) < hoursOf(least) ? index : least),
      undefined,
    );
}
