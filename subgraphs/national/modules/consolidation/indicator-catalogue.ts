/** A number that regions give and that adds up over regions: the parts of every indicator. */
export const MEASURES = [
  'hoursPlanned',
  'hoursDone',
  'workContracts',
  'participants',
  'womenParticipants',
  'participantsOfKnownSex',
  'contracts',
  'operations',
  'buyerCount',
  'companyCount',
  'desks',
  'facilitators',
  'lots',
  'qpvParticipants',
  'participantsOfKnownResidence',
] as const;

export type Measure = (typeof MEASURES)[number];

/** Measures that a breakdown row holds. */
export const ROW_MEASURES = [
  'hoursPlanned',
  'hoursDone',
  'workContracts',
  'participants',
  'womenParticipants',
  'participantsOfKnownSex',
  'contracts',
  'operations',
] as const satisfies readonly Measure[];

/** Values of measures; null where the source gives none. Hours are in hundredths. */
export type Measures = Readonly<Partial<Record<Measure, number | null>>>;

/**
 * How an indicator is merged over regions:
 * - ADDITIVE: the sum of the regions' values;
 * - EXACT_DISTINCT: the size of the union of the regions' lists of public identifiers;
 * - SUM_OF_REGIONAL_COUNTS: a sum in which a person active in two regions counts twice, and declared so;
 * - RATIO: recomputed from the sums of its parts, never averaged;
 * - DERIVED: computed from a merged measure and a stated factor.
 */
export type MergeRule = 'ADDITIVE' | 'EXACT_DISTINCT' | 'SUM_OF_REGIONAL_COUNTS' | 'RATIO' | 'DERIVED';

/** One indicator of the catalogue. */
export interface IndicatorDefinition {
  readonly rule: MergeRule;
  /** Measures it is made of; a region that lacks one of them does not give the indicator. */
  readonly parts: readonly Measure[];
  /** Its value from merged measures, all of them present. Null when it has none, as a share of nobody. */
  readonly value: (part: (measure: Measure) => number) => number | null;
}

const sumOf = (measure: Measure, rule: MergeRule = 'ADDITIVE'): IndicatorDefinition => ({
  rule,
  parts: [measure],
  value: (part) => part(measure),
});
const hoursOf = (measure: Measure): IndicatorDefinition => ({
  rule: 'ADDITIVE',
  parts: [measure],
  value: (part) => part(measure) / 100,
});
const ratioOf = (numerator: Measure, denominator: Measure): IndicatorDefinition => ({
  rule: 'RATIO',
  parts: [numerator, denominator],
  value: (part) => (part(denominator) === 0 ? null : part(numerator) / part(denominator)),
});

/**
 * The catalogue: one merge rule per indicator, the only place that says how figures of regions become
 * a national figure. Full-time equivalents and exact distinct counts have their own modules, since the
 * former takes a factor and the latter lists.
 */
export const INDICATORS = {
  HOURS_PLANNED: hoursOf('hoursPlanned'),
  HOURS_DONE: hoursOf('hoursDone'),
  WORK_CONTRACTS: sumOf('workContracts'),
  PARTICIPANTS: sumOf('participants', 'SUM_OF_REGIONAL_COUNTS'),
  WOMEN_SHARE: ratioOf('womenParticipants', 'participantsOfKnownSex'),
  QPV_SHARE: ratioOf('qpvParticipants', 'participantsOfKnownResidence'),
  CONTRACTS: sumOf('contracts'),
  LOTS: sumOf('lots'),
  OPERATIONS: sumOf('operations'),
  DESKS: sumOf('desks'),
  FACILITATORS: sumOf('facilitators'),
} as const satisfies Record<string, IndicatorDefinition>;

export type IndicatorName = keyof typeof INDICATORS;

/** Names of the catalogue, in its order. */
export const INDICATOR_NAMES = Object.keys(INDICATORS) as readonly IndicatorName[];

/** Value of an indicator; null when a part is missing or when it has none. */
export function indicatorValue(name: IndicatorName, measures: Measures): number | null {
  const definition: IndicatorDefinition = INDICATORS[name];
  if (definition.parts.some((measure) => measures[measure] == null)) return null;
  return definition.value((measure) => measures[measure] ?? 0);
}
