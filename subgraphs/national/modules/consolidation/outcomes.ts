import { type Audience, discloseOutcome, type DisclosedOutcome, type OutcomeCounts } from '../../disclosure';
import type { CountedRegion } from '../../gather';
import { readMeasures } from './read-shard';

/** Version of the regional schema that brought outcomes. */
export const OUTCOMES_SINCE = 3;

/** When an outcome is observed, and how a region says it. */
const STAGES = [
  ['EXIT', 'exitOutcomes', 'dynamicExits'],
  ['SIX_MONTHS', 'sixMonthOutcomes', 'dynamicAtSixMonths'],
  ['TWELVE_MONTHS', 'twelveMonthOutcomes', 'dynamicAtTwelveMonths'],
] as const;
type Stage = (typeof STAGES)[number][0];

/** Outcomes of one region by stage. */
export type RegionalOutcomes = Readonly<Record<Stage, OutcomeCounts>>;

/** Reads the outcomes of a shard; undefined when it lacks one, or when more are dynamic than known. */
export function readOutcomes(shard: Readonly<Record<string, unknown>>): RegionalOutcomes | undefined {
  const counts = readMeasures(
    shard,
    STAGES.flatMap(([, known, dynamic]) => [known, dynamic]),
  );
  if (counts === undefined) return undefined;
  const stages: [Stage, OutcomeCounts][] = [];
  for (const [stage, knownName, dynamicName] of STAGES) {
    const [known, dynamic] = [counts[knownName], counts[dynamicName]];
    if (known === null || dynamic === null || dynamic > known) return undefined;
    stages.push([stage, { known, dynamic }]);
  }
  return Object.fromEntries(stages) as RegionalOutcomes;
}

/** The sum of regional counts at each stage, as an audience may see it. */
export function mergeOutcomes(
  counted: readonly CountedRegion<RegionalOutcomes>[],
  audience: Audience,
): readonly DisclosedOutcome[] {
  return STAGES.map(([stage]) =>
    discloseOutcome(
      stage,
      counted.map(({ code, values }) => ({ code, ...values[stage] })),
      audience,
    ),
  );
}
