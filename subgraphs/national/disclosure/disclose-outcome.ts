import type { MaskingReason, OutcomeStage } from '../generated/resolver-types.generated';
import type { Audience } from './audience';
import { protectCount, type SplitCount } from './protect-count';

/** Persons with a known outcome, and those of them with a dynamic one. */
export interface OutcomeCounts {
  readonly known: number;
  readonly dynamic: number;
}

/** The type Outcome of the schema: outcomes of one stage as an audience may see them. */
export interface DisclosedOutcome {
  readonly stage: OutcomeStage;
  readonly known: number | null;
  readonly dynamicShare: number | null;
  readonly masked: MaskingReason | null;
  readonly roundedTo: number | null;
}

/**
 * Discloses outcomes of one stage: exactly, or with the count rounded down to the threshold, and the share only when both of
 * its sides reach it, from rounded counts, as every share of persons (docs/adr/0008). A count under the threshold is masked,
 * zero included: that nobody's outcome is known may be of few persons, too.
 */
export function discloseOutcome(
  stage: OutcomeStage,
  parts: readonly (OutcomeCounts & { readonly code: string })[],
  audience: Audience,
): DisclosedOutcome {
  if (audience.kind === 'WITHHELD') return hidden(stage, 'AUDIENCE', null);
  const sum = (read: (counts: OutcomeCounts) => number, of = parts): number =>
    of.reduce((total, part) => total + read(part), 0);
  if (audience.kind === 'EXACT') {
    const [known, dynamic] = [sum((part) => part.known), sum((part) => part.dynamic)];
    return { stage, known, dynamicShare: known === 0 ? null : dynamic / known, masked: null, roundedTo: null };
  }
  const { threshold, ownRegion } = audience;
  const own = parts.filter(({ code }) => code === ownRegion);
  const others = parts.filter(({ code }) => code !== ownRegion);
  const split = (read: (counts: OutcomeCounts) => number): SplitCount => ({
    known: sum(read, own),
    others: sum(read, others),
  });
  const [all, dynamic, rest] = [
    split((part) => part.known),
    split((part) => part.dynamic),
    split((part) => part.known - part.dynamic),
  ].map((count) => protectCount(count, threshold));
  if (all?.kind !== 'SHOWN') return hidden(stage, 'BELOW_THRESHOLD', threshold);
  const isShareShown = dynamic?.kind === 'SHOWN' && rest?.kind === 'SHOWN';
  return {
    stage,
    known: all.value,
    dynamicShare: isShareShown ? Math.min(1, dynamic.value / all.value) : null,
    masked: isShareShown ? null : 'BELOW_THRESHOLD',
    roundedTo: threshold,
  };
}

const hidden = (stage: OutcomeStage, masked: MaskingReason, roundedTo: number | null): DisclosedOutcome => ({
  stage,
  known: null,
  dynamicShare: null,
  masked,
  roundedTo,
});
