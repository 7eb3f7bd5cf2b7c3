import { type Audience, discloseFigures, type MaskedFigure } from '../../disclosure';
import type { CountedRegion, Directory, MissingRegion } from '../../gather';
import {
  INDICATORS,
  INDICATOR_NAMES,
  type IndicatorDefinition,
  type IndicatorName,
  MEASURES,
  type Measure,
  type Measures,
  indicatorValue,
} from './indicator-catalogue';
import type { ShardFigures } from './read-shard';

/** The type PartialFigure of the schema. */
export interface PartialFigure {
  readonly indicator: IndicatorName | 'FULL_TIME_EQUIVALENTS';
  readonly value: number | null;
  /** Set when the value exists and is not shown to the caller. */
  readonly masked: MaskedFigure | null;
  readonly answered: number;
  readonly missing: readonly MissingRegion[];
}

/**
 * Sums measures over counted regions, in integers. A measure that any of them lacks is null: a sum over
 * fewer regions than the coverage says would be wrong and look right. Throws RangeError past 2^53 - 1.
 */
export function sumMeasures<Name extends Measure>(
  rows: readonly Measures[],
  names: readonly Name[],
): Readonly<Record<Name, number | null>> {
  const sums = names.map((name): [Name, number | null] => [name, sumOf(rows.map((row) => row[name] ?? null))]);
  return Object.fromEntries(sums) as Record<Name, number | null>;
}

/** The sum of some values, null as soon as one of them is. */
export function sumOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  if (!Number.isSafeInteger(sum)) throw new RangeError('A national sum exceeds 2^53 - 1');
  return sum;
}

/**
 * The indicators that some counted regions could not give, each with its value over those that did:
 * nothing is lost, and nothing partial is shown as whole.
 */
export function partialFigures(
  counted: readonly CountedRegion<ShardFigures>[],
  directory: Directory,
  publishes: (code: string, measure: Measure) => boolean,
  audience: Audience,
): PartialFigure[] {
  return INDICATOR_NAMES.flatMap((indicator): PartialFigure[] => {
    const { parts }: IndicatorDefinition = INDICATORS[indicator];
    const lacks = (region: CountedRegion<ShardFigures>) => parts.some((part) => region.values.measures[part] == null);
    const lacking = counted.filter(lacks);
    if (lacking.length === 0) return [];
    const giving = counted.filter((region) => !lacks(region));
    const missing = lacking.map(({ code }): MissingRegion => ({
      code,
      name: directory.nameOf(code),
      status: parts.every((part) => publishes(code, part)) ? 'MISSING' : 'OUTDATED_SCHEMA',
    }));
    return [{ indicator, ...discloseOne(indicator, giving, audience), answered: giving.length, missing }];
  });
}

/** One indicator over the regions that gave it, as an audience may see it. */
function discloseOne(
  indicator: IndicatorName,
  giving: readonly CountedRegion<ShardFigures>[],
  audience: Audience,
): Pick<PartialFigure, 'value' | 'masked'> {
  if (giving.length === 0) return { value: null, masked: null };
  const parts = giving.map(({ code, values }) => ({ code, measures: values.measures }));
  const sums = sumMeasures(
    parts.map((part) => part.measures),
    MEASURES,
  );
  const { measures, masked } = discloseFigures(parts, sums, audience);
  return {
    value: indicatorValue(indicator, measures),
    masked: masked.find((figure) => figure.indicator === indicator) ?? null,
  };
}
