/**
 * That a hidden cell must stay able to have any value from `lower` to `upper`, whatever is published, also to somebody
 * who knows the cells of `known`.
 */
export interface Demand {
  readonly cell: number;
  readonly lower: number;
  readonly upper: number;
  /** Hidden cells that the attacker knows all the same, by position: those of a single company. */
  readonly known: ReadonlySet<number>;
}

/** One magnitude of the published tables, in what an attacker is up against. */
export interface ProtectedMeasure {
  readonly name: string;
  /** Values of the finest places. */
  readonly values: Float64Array;
  /** Values of the published cells: sums of the former. */
  readonly totals: Float64Array;
  /** What numbers are counted in while solving, so that what is to be protected is about 1. */
  readonly unit: number;
  /** What a shown value is known to lie in. Both ends are the value itself unless it was rounded. */
  readonly shownWithin: (total: number) => { readonly lower: number; readonly upper: number };
  /** What everybody knows of a cell beforehand; Infinity where nothing is. */
  readonly knownAtMost: Float64Array;
  readonly demands: readonly Demand[];
}

/** Sums of the members of each cell. */
export function totalsOf(
  cells: readonly { readonly members: readonly number[] }[],
  values: Float64Array,
): Float64Array {
  return Float64Array.from(cells, ({ members }) => members.reduce((sum, place) => sum + (values[place] ?? 0), 0));
}
