/**
 * A count of persons, in the two parts that an answer treats apart: what the caller knows exactly (its own region's),
 * and what is protected from it.
 */
export interface SplitCount {
  readonly known: number;
  readonly others: number;
}

/** A count as it is shown, or the interval it lies in. */
export type ProtectedCount =
  | { readonly kind: 'SHOWN'; readonly value: number }
  | { readonly kind: 'MASKED'; readonly lower: number; readonly upper: number };

/** The largest multiple of `base` that is not above the count. */
export function roundDown(count: number, base: number): number {
  return Math.floor(count / base) * base;
}

/**
 * Protects a count of persons: under the threshold it is masked, else rounded down to a multiple of the threshold.
 * The threshold is tried on the true count; rounding first would let a 1 pass as a 5, a fault that was found in the
 * catalogue export of a health data network (EHDEN, CatalogueExport, discussion 35).
 *
 * Rounded down, and to the threshold itself, because then every answer names one of the intervals [0, k-1], [k, 2k-1],
 * [2k, 3k-1]…, all of the same width. The difference of two counts of the same interval is anything from 0 to k-1, and
 * of neighbouring ones anything from 1 to 2k-1: no difference says where under k a count is. Rounding to the nearest
 * multiple leaves a first interval of 5, 6 and 7 only, and two answers of 5 would betray that they differ by at most 2.
 *
 * What is known is added after the rest has been rounded, and the sum is rounded again. The answer is thereby computed
 * from what the caller knows and from the interval of the rest, and says nothing more of the rest than that interval;
 * else a region that knows its own 12 would learn from a total of 15 that its neighbour has at least 3.
 */
export function protectCount({ known, others }: SplitCount, threshold: number): ProtectedCount {
  const value = roundDown(known + roundDown(others, threshold), threshold);
  if (value > 0) return { kind: 'SHOWN', value };
  return others === 0
    ? { kind: 'MASKED', lower: known, upper: known }
    : { kind: 'MASKED', lower: known + 1, upper: known + threshold - 1 };
}
