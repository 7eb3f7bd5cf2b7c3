import type { RegionPlan } from './network-plan';
import { createRandom, shuffled, type Random } from './random';
import { capitalOf, isAlwaysCovered, partitionRegion, type Territory } from './territory-partition';

/** A desk of the demonstration. Months count from January 2020 = 0 and are negative before. */
export interface DeskLayout {
  /** From 1; the desk's identifier. */
  readonly id: number;
  readonly territories: readonly Territory[];
  /** Month on whose first day it opened. */
  readonly openedIn: number;
  /** First month in which it is closed, on its first day; null while open. */
  readonly closedIn: number | null;
  readonly population: number;
}

/** About one desk in sixteen opens in each of the last two years: an assumption. */
const OPENED_LATE = 1 / 16;
/** Earliest and latest opening of the others, in months from January 2020. */
const OPENED_FROM = -150;
const OPENED_UNTIL = -6;
/** Months at whose start a region's closed desk closed: January or July 2022. */
const CLOSINGS = [24, 30] as const;

/** Lays out the desks of a region: at least one has been open all the time and stays so. */
export function layDesks(plan: RegionPlan, seed: readonly (string | number)[]): readonly DeskLayout[] {
  const random = createRandom(...seed, 'desks');
  const count = plan.desksOpen + plan.desksClosed;
  const { groups, overlapping } = partitionRegion(plan.code, count, random);
  const territories = [...groups, ...overlapping.map((departement) => [departement])];
  const dates = drawDates(plan, territories, random);
  return territories.map((members, index) => ({
    id: index + 1,
    territories: members,
    openedIn: dates[index]?.openedIn ?? OPENED_UNTIL,
    closedIn: dates[index]?.closedIn ?? null,
    population: populationOf(members),
  }));
}

type Dates = Pick<DeskLayout, 'openedIn' | 'closedIn'>;

function drawDates(plan: RegionPlan, territories: readonly (readonly Territory[])[], random: Random): Dates[] {
  const capital = capitalOf(plan.code);
  const dates = territories.map((): Dates => ({
    openedIn: OPENED_FROM + random.below(OPENED_UNTIL - OPENED_FROM),
    closedIn: null,
  }));
  const movable = shuffled(
    territories.flatMap((members, index) =>
      members.some((member) => isAlwaysCovered(member, capital)) ? [] : [index],
    ),
    random,
  );
  const late = Math.floor(territories.length * OPENED_LATE);
  const take = (): number | undefined => movable.pop();
  for (const year of [1, 2]) {
    for (let desk = 0; desk < late; desk += 1) {
      const index = take();
      if (index !== undefined) dates[index] = { openedIn: 12 * year + 1 + random.below(10), closedIn: null };
    }
  }
  // The least populous one closes, so that a region of few desks does not lose most of its coverage.
  movable.sort((left, right) => populationOf(territories[right]) - populationOf(territories[left]));
  for (let desk = 0; desk < plan.desksClosed; desk += 1) {
    const index = take();
    if (index === undefined) throw new Error(`Region ${plan.code} has no desk that may close`);
    dates[index] = { openedIn: dates[index]?.openedIn ?? OPENED_UNTIL, closedIn: CLOSINGS[plan.ordinal % 2] ?? 24 };
  }
  return dates;
}

function populationOf(territories: readonly Territory[] = []): number {
  return territories.reduce((sum, territory) => sum + territory.population, 0);
}

/** Draws the desk of an operation by population, among the desks open from its first to its last month. */
export function deskChooser(desks: readonly DeskLayout[], random: Random): (first: number, last: number) => number {
  const sums: number[] = [];
  for (const desk of desks) sums.push((sums.at(-1) ?? 0) + desk.population);
  const total = sums.at(-1) ?? 0;
  const always = desks.filter(({ openedIn, closedIn }) => openedIn < 0 && closedIn === null);
  return (first, last) => {
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const drawn = random.unit() * total;
      const desk = desks[sums.findIndex((sum) => drawn < sum)];
      if (desk !== undefined && desk.openedIn <= first && (desk.closedIn === null || desk.closedIn > last))
        return desk.id;
    }
    return always[random.below(always.length)]?.id ?? 1;
  };
}
