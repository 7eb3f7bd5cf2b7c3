import type { Indicator, MaskingReason } from '../generated/resolver-types.generated';
import { type FigurePart, isEmpty, isSmall, type NamedValues, personsOf, type Place, splitOf, sumOver } from './place';
import { protectCount, type ProtectedCount, type SplitCount } from './protect-count';
import { indicatorsOf } from './protection';

/** The type MaskedFigure of the schema: a figure that exists and is not shown, and the interval it lies in. */
export interface MaskedFigure {
  readonly indicator: Indicator;
  readonly lowerBound: number;
  readonly upperBound: number | null;
  readonly reason: MaskingReason;
}

/** What becomes of some measures. */
export interface Verdict {
  readonly measures: NamedValues;
  readonly masked: readonly MaskedFigure[];
}

const AS_IT_IS: Verdict = { measures: {}, masked: [] };

/** Participants: masked under the threshold, rounded otherwise. */
export function disclosePersons(place: Place): Verdict & { readonly isMasked: boolean } {
  if (place.sums['participants'] == null) return { ...AS_IT_IS, isMasked: false };
  const count = protect(place, splitOf(place, 'participants'));
  if (count.kind === 'SHOWN') return { measures: { participants: count.value }, masked: [], isMasked: false };
  const masked = [maskedFigure('PARTICIPANTS', count.lower, count.upper, 'BELOW_THRESHOLD')];
  return { measures: { participants: null }, masked, isMasked: true };
}

/**
 * Work contracts are masked with the persons even where there are more of them, and never bounded from above: with
 * a bound of 4, and 4 public contracts that each have an hour done, there would be exactly 4.
 */
export function discloseJobs(place: Place, arePersonsMasked: boolean): Verdict {
  if (place.sums['workContracts'] == null) return AS_IT_IS;
  const split = splitOf(place, 'workContracts');
  const areOthersFew = sumOver(place.others, 'participants') < place.threshold;
  const isLinked = place.sums['participants'] != null && areOthersFew;
  const count = protect(place, isLinked ? { known: split.known, others: Math.min(split.others, 1) } : split);
  if (count.kind === 'SHOWN' && !arePersonsMasked) return { measures: { workContracts: count.value }, masked: [] };
  const lower = split.known + Math.min(split.others, 1);
  return {
    measures: { workContracts: null },
    masked: [maskedFigure('WORK_CONTRACTS', lower, null, 'BELOW_THRESHOLD')],
  };
}

/**
 * A share is shown when both sides of it reach the threshold, none of them a zero (no woman among twelve persons
 * says something of each), and then computed from rounded counts.
 */
export function discloseShare(
  place: Place,
  { indicator, part, whole }: { readonly indicator: Indicator; readonly part: string; readonly whole: string },
): Verdict {
  if (place.sums[part] == null || place.sums[whole] == null) return AS_IT_IS;
  if (place.sums[whole] === 0 && place.others.every(isEmpty)) return AS_IT_IS;
  const [inside, all] = [splitOf(place, part), splitOf(place, whole)];
  const outside = { known: all.known - inside.known, others: all.others - inside.others };
  const [numerator, complement, denominator] = [inside, outside, all].map((side) =>
    protectCount(side, place.threshold),
  );
  if (numerator?.kind === 'SHOWN' && complement?.kind === 'SHOWN' && denominator?.kind === 'SHOWN')
    return { measures: { [part]: numerator.value, [whole]: denominator.value }, masked: [] };
  const masked = [maskedFigure(indicator, 0, 1, 'BELOW_THRESHOLD')];
  return { measures: { [part]: null, [whole]: null }, masked };
}

/**
 * Hours are shown when no region put in the hours of too few persons. Else a region that fails and comes back would
 * give away its hours: they are told from below, by the hours of the other regions, which are shown on their own.
 */
export function discloseHours(place: Place, arePersonsMasked: boolean): Verdict {
  if (place.sums['hoursDone'] == null) return AS_IT_IS;
  const small = place.others.filter((part) => isSmall(part, place.threshold));
  if (small.length === 0 && !arePersonsMasked) return AS_IT_IS;
  const hundredths = sumOver(place.own, 'hoursDone') + sumOver(place.others, 'hoursDone') - sumOver(small, 'hoursDone');
  const reason = reasonOf(place, small, arePersonsMasked);
  const masked = indicatorsOf('HOURS').map((indicator) =>
    maskedFigure(indicator, indicator === 'HOURS_DONE' ? hundredths / 100 : 0, null, reason),
  );
  return { measures: { hoursDone: null }, masked };
}

function reasonOf(place: Place, small: readonly FigurePart[], arePersonsMasked: boolean): MaskingReason {
  if (small.length > 0 && small.every((part) => personsOf(part) === null)) return 'COUNT_UNKNOWN';
  const isAlone = place.own.length + place.others.length === 1;
  return arePersonsMasked || isAlone ? 'BELOW_THRESHOLD' : 'PART_BELOW_THRESHOLD';
}

/** A zero is shown where nothing was done at all, which the exact count of contracts says anyway. */
function protect({ others, threshold }: Place, split: SplitCount): ProtectedCount {
  const count = protectCount(split, threshold);
  if (count.kind === 'SHOWN' || split.others > 0) return count;
  if (others.every(isEmpty)) return { kind: 'SHOWN', value: 0 };
  return { kind: 'MASKED', lower: split.known, upper: split.known + threshold - 1 };
}

/** One line of a list of masked figures. */
export const maskedFigure = (
  indicator: Indicator,
  lowerBound: number,
  upperBound: number | null,
  reason: MaskingReason,
): MaskedFigure => ({ indicator, lowerBound, upperBound, reason });
