import type { YearIndex } from './month-table';
import type { RegionPlan } from './network-plan';
import { chooseExactly, type Random } from './random';
import { activeIn } from './year-segments';

/** A participant to be given a work contract between two months, `high` excluded. */
export interface Slot {
  readonly participant: number;
  readonly low: number;
  readonly high: number;
}

/** Months that a work contract over New Year takes at most on either side of it. */
const BRIDGE_MONTHS = 3;

/**
 * The participants of a year in order, once for each work contract that lies in that year alone. Exactly as
 * many have two as the year has work contracts above participants; the two never share a month, nor does
 * one share a month with the participant's work contract over New Year.
 */
export function* participantFeed(plan: RegionPlan, year: YearIndex, random: Random): Generator<Slot, void> {
  const { workContracts, participants } = plan.years[year];
  if (workContracts > 2 * participants) throw new Error(`Region ${plan.code} has over two work contracts a person`);
  const { start, end } = activeIn(plan.participants, year);
  const hasSecond = chooseExactly(random, workContracts - participants, participants);
  const comesIn = bridgedInto(plan, year);
  const goesOut = bridgedInto(plan, year + 1);
  const slot = (participant: number, low: number, high: number): Slot => ({
    participant,
    low: 12 * year + low,
    high: 12 * year + high,
  });
  for (let participant = start; participant < end; participant += 1) {
    const second = hasSecond();
    if (comesIn(participant)) {
      if (second) yield slot(participant, BRIDGE_MONTHS, 12);
    } else if (goesOut(participant)) {
      if (second) yield slot(participant, 0, 12 - BRIDGE_MONTHS);
    } else if (second) {
      yield slot(participant, 0, 6);
      yield slot(participant, 6, 12);
    } else {
      yield slot(participant, 0, 12);
    }
  }
}

/** Whether a participant has a work contract over the New Year that begins `year`: the first of their segment. */
function bridgedInto(plan: RegionPlan, year: number): (participant: number) => boolean {
  const segment = plan.participants.find(({ from, to }) => from !== to && to === year);
  if (segment === undefined) return () => false;
  const bridges = plan.bridges[segment.from as 0 | 1] ?? 0;
  return (participant) => participant >= segment.start && participant < segment.start + bridges;
}
