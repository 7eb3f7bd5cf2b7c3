import { closest, distance } from 'fastest-levenshtein';

/** Longest distance at which a code still counts as a slip of the pen, as a part of its length. */
const LIKENESS = 0.4;

/** The candidate that is spelt most like `written`; null when none is alike. */
export function nearestOf(written: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const upper = written.toUpperCase();
  const nearest = closest(upper, candidates);
  return distance(upper, nearest) <= Math.ceil(nearest.length * LIKENESS) ? nearest : null;
}
