import type { Indicator } from '../generated/resolver-types.generated';

/**
 * How an indicator is protected:
 * - PERSONS: a count of persons;
 * - JOBS: work contracts, of which a person has one or more: masked with the persons, and under the same threshold;
 * - SHARE: a share of persons, of which both sides are counts of persons;
 * - HOURS: worked by persons: masked with their count, exact otherwise;
 * - NONE: counts of things, of public bodies, of desks and of professionals whom the directory names.
 */
export type Protection =
  | { readonly kind: 'PERSONS' | 'JOBS' | 'HOURS' | 'NONE' }
  | { readonly kind: 'SHARE'; readonly part: string; readonly whole: string };

const NONE: Protection = { kind: 'NONE' };

/** Every indicator of the schema: one without a decision does not compile. */
export const PROTECTION: Readonly<Record<Indicator, Protection>> = {
  HOURS_PLANNED: NONE,
  HOURS_DONE: { kind: 'HOURS' },
  FULL_TIME_EQUIVALENTS: { kind: 'HOURS' },
  WORK_CONTRACTS: { kind: 'JOBS' },
  PARTICIPANTS: { kind: 'PERSONS' },
  WOMEN_SHARE: { kind: 'SHARE', part: 'womenParticipants', whole: 'participantsOfKnownSex' },
  QPV_SHARE: { kind: 'SHARE', part: 'qpvParticipants', whole: 'participantsOfKnownResidence' },
  CONTRACTS: NONE,
  LOTS: NONE,
  OPERATIONS: NONE,
  BUYERS: NONE,
  COMPANIES: NONE,
  DESKS: NONE,
  FACILITATORS: NONE,
};

/** Names of all indicators. */
export const ALL_INDICATORS = Object.keys(PROTECTION) as readonly Indicator[];

/** Indicators of one kind of protection. */
export const indicatorsOf = (kind: Protection['kind']): readonly Indicator[] =>
  ALL_INDICATORS.filter((indicator) => PROTECTION[indicator].kind === kind);

/** Shares with the measures that they are made of. */
export const SHARES = ALL_INDICATORS.flatMap((indicator) => {
  const protection = PROTECTION[indicator];
  return protection.kind === 'SHARE' ? [{ indicator, part: protection.part, whole: protection.whole }] : [];
});
