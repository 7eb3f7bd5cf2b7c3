import type { SplitCount } from './protect-count';

/** Values by name; null or absent where the source gives none. Hours are in hundredths. */
export type NamedValues = Readonly<Partial<Record<string, number | null>>>;

/** What one region put into a figure. */
export interface FigurePart {
  readonly code: string;
  readonly measures: NamedValues;
}

/** What figures are about: what the caller's own region put in, and the rest. */
export interface Place {
  readonly own: readonly FigurePart[];
  readonly others: readonly FigurePart[];
  /** Sums of it all; null where some part lacks the measure. */
  readonly sums: NamedValues;
  readonly threshold: number;
}

/** Whether nothing was done in a part: no contract with an hour done, which is shown exactly anyway. */
export const isEmpty = ({ measures }: FigurePart): boolean =>
  measures['contracts'] === 0 && measures['hoursDone'] === 0 && (measures['participants'] ?? 0) === 0;

/** Persons behind a part: participants, else the work contracts, of which there are at least as many. */
export const personsOf = ({ measures }: FigurePart): number | null =>
  measures['participants'] ?? measures['workContracts'] ?? null;

/** Whether too few persons, or nobody knows how many, worked what a part put in. */
export function isSmall(part: FigurePart, threshold: number): boolean {
  const persons = personsOf(part);
  return !isEmpty(part) && (persons === null || persons < threshold);
}

/** Sum of a measure over parts; what a part lacks adds nothing. */
export const sumOver = (parts: readonly FigurePart[], measure: string): number =>
  parts.reduce((sum, part) => sum + (part.measures[measure] ?? 0), 0);

/** A measure of a place, what the caller knows of it set apart. */
export const splitOf = ({ own, others }: Place, measure: string): SplitCount => ({
  known: sumOver(own, measure),
  others: sumOver(others, measure),
});
