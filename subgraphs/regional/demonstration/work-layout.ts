import { drawHours } from './entry-hours';
import { YEAR_INDEXES, type YearIndex } from './month-table';
import type { RegionPlan } from './network-plan';
import { participantFeed, type Slot } from './participant-feed';
import { chooseExactly, createRandom, type Random } from './random';
import { activeIn, sizeOf } from './year-segments';

/**
 * The work contracts of a region and their hours, in columns (typed arrays stay small: a few megabytes for
 * the largest region). Numbers start at 0; a work contract's months are consecutive.
 */
export interface WorkLayout {
  readonly count: number;
  readonly contract: Uint32Array;
  /** Rank among the work contracts of its contract and year, which spreads them over two lots. */
  readonly rank: Uint16Array;
  readonly participant: Uint32Array;
  readonly firstMonth: Uint8Array;
  readonly months: Uint8Array;
  /** First work contract of each contract, closed by the total. */
  readonly ofContract: Uint32Array;
  /** First hour entry of each work contract, closed by the total. */
  readonly ofWork: Uint32Array;
  /** Hours of each entry, in hundredths. */
  readonly hours: Uint16Array;
}

/** Work contracts of each contract in its first and second year; a bridge runs over New Year and is in both. */
interface Staffing {
  readonly first: Uint16Array;
  readonly second: Uint16Array;
  readonly bridge: Uint8Array;
}

/** Hours of one month's entry, in hundredths: entries are numerous enough that the mean lies under MOST. */
const MEAN = 11_200;
const MOST = 11_500;
const LEAST = 10_000;
/** Half of the additional work contracts go to every sixteenth contract: a few contracts are large. */
const LARGE_EVERY = 16;
const LARGE_SHARE = 0.5;

/** Lays out the work contracts so that every year has exactly its counts and its hours. */
export function layWork(plan: RegionPlan, seed: readonly (string | number)[]): WorkLayout {
  const random = createRandom(...seed, 'work');
  const staffing = staffContracts(plan, random);
  const slots = placeWorkContracts(plan, staffing, random, seed);
  const { months, year, low, high } = slots;
  for (const index of YEAR_INDEXES) drawLengths(plan.years[index].hoursDone, index, slots, random);

  const { count } = slots;
  const ofWork = new Uint32Array(count + 1);
  for (let work = 0; work < count; work += 1) {
    const length = months[work] ?? 0;
    if (year[work] !== BRIDGE) slots.firstMonth[work] = startIn(low[work] ?? 0, (high[work] ?? 0) - length, random);
    ofWork[work + 1] = (ofWork[work] ?? 0) + length;
  }
  const hours = drawHours(plan, slots.firstMonth, ofWork, random);
  return { ...slots, ofWork, hours };
}

/** A start between two months, the ends being likelier, so that January and December are not emptied. */
function startIn(first: number, last: number, random: Random): number {
  return Math.min(last, Math.max(first, first - 1 + random.below(last - first + 3)));
}

function staffContracts(plan: RegionPlan, random: Random): Staffing {
  const count = sizeOf(plan.contracts);
  const staffing = { first: new Uint16Array(count), second: new Uint16Array(count), bridge: new Uint8Array(count) };
  const yearOfFirst = new Uint8Array(count);
  for (const { start, size, from, to } of plan.contracts) {
    const bridges = from === to ? 0 : (plan.bridges[from as 0 | 1] ?? 0);
    const isBridge = chooseExactly(random, bridges, size);
    for (let contract = start; contract < start + size; contract += 1) {
      yearOfFirst[contract] = from;
      staffing.first[contract] = 1;
      staffing.second[contract] = from === to ? 0 : 1;
      staffing.bridge[contract] = from !== to && isBridge() ? 1 : 0;
    }
  }
  for (const year of YEAR_INDEXES) {
    const { start, end } = activeIn(plan.contracts, year);
    const large = Math.ceil((end - start) / LARGE_EVERY);
    for (let extra = plan.years[year].workContracts - (end - start); extra > 0; extra -= 1) {
      const isLarge = random.chance(LARGE_SHARE);
      const contract = start + (isLarge ? random.below(large) * LARGE_EVERY : random.below(end - start));
      const column = yearOfFirst[contract] === year ? staffing.first : staffing.second;
      column[contract] = (column[contract] ?? 0) + 1;
    }
  }
  return staffing;
}

/** Marks, in the `year` column, a work contract whose months are set because it runs over New Year. */
const BRIDGE = 9;

interface WorkSlots extends Omit<WorkLayout, 'ofWork' | 'hours'> {
  readonly year: Uint8Array;
  /** Months within which it may lie, `high` excluded. */
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

function placeWorkContracts(
  plan: RegionPlan,
  staffing: Staffing,
  random: Random,
  seed: readonly (string | number)[],
): WorkSlots {
  const slots = emptySlots(plan, staffing);
  const feeds = YEAR_INDEXES.map((year) => participantFeed(plan, year, createRandom(...seed, 'feed', year)));
  const nextBridged = plan.participants.map((segment) => segment.start);
  let work = 0;
  const put = (contract: number, rank: number, slot: Slot, year: number): void => {
    slots.contract[work] = contract;
    slots.rank[work] = rank;
    slots.participant[work] = slot.participant;
    slots.year[work] = year;
    slots.low[work] = slot.low;
    slots.high[work] = slot.high;
    work += 1;
  };
  plan.contracts.forEach(({ start, size, from, to }, segment) => {
    for (let contract = start; contract < start + size; contract += 1) {
      slots.ofContract[contract] = work;
      const bridge = staffing.bridge[contract] ?? 0;
      if (bridge === 1) {
        slots.firstMonth[work] = 12 * to - 1 - random.below(3);
        slots.months[work] = 12 * to - (slots.firstMonth[work] ?? 0) + 1 + random.below(3);
        const participant = nextBridged[segment] ?? 0;
        nextBridged[segment] = participant + 1;
        put(contract, 0, { participant, low: 0, high: 0 }, BRIDGE);
      }
      for (const year of from === to ? [from] : [from, to]) {
        const staff = (year === from ? staffing.first[contract] : staffing.second[contract]) ?? 0;
        for (let rank = bridge; rank < staff; rank += 1) put(contract, rank, nextOf(feeds[year]), year);
      }
    }
  });
  slots.ofContract[sizeOf(plan.contracts)] = work;
  return slots;
}

function nextOf(feed: Iterator<Slot> | undefined): Slot {
  const next = feed?.next();
  if (next === undefined || next.done === true) throw new Error('Fewer participants than work contracts to fill');
  return next.value;
}

function emptySlots(plan: RegionPlan, { first, second, bridge }: Staffing): WorkSlots {
  let count = 0;
  for (let contract = 0; contract < first.length; contract += 1) {
    count += (first[contract] ?? 0) + (second[contract] ?? 0) - (bridge[contract] ?? 0);
  }
  const bytes = (): Uint8Array => new Uint8Array(count);
  return {
    count,
    contract: new Uint32Array(count),
    rank: new Uint16Array(count),
    participant: new Uint32Array(count),
    firstMonth: bytes(),
    months: bytes(),
    ofContract: new Uint32Array(sizeOf(plan.contracts) + 1),
    year: bytes(),
    low: bytes(),
    high: bytes(),
  };
}

/** Draws the months of a year's work contracts so that the mean of an entry is near MEAN, never above MOST. */
function drawLengths(hours: number, year: YearIndex, slots: WorkSlots, random: Random): void {
  const members: number[] = [];
  let entries = 0;
  for (let work = 0; work < slots.count; work += 1) {
    if (slots.year[work] === year) members.push(work);
    else if (slots.year[work] === BRIDGE) entries += monthsInYear(slots, work, year);
  }
  const mean = Math.max(1, (hours / MEAN - entries) / members.length);
  const room = (work: number): number => (slots.high[work] ?? 0) - (slots.low[work] ?? 0);
  for (const work of members) {
    const length = Math.floor(1 + 2 * (mean - 1) * random.unit() + random.unit());
    slots.months[work] = Math.max(1, Math.min(length, room(work)));
    entries += slots.months[work] ?? 0;
  }
  const fewest = Math.ceil(hours / MOST);
  const most = Math.max(fewest, Math.floor(hours / LEAST));
  while (entries < fewest || entries > most) {
    const step = entries < fewest ? 1 : -1;
    const before = entries;
    for (const work of members) {
      const length = (slots.months[work] ?? 0) + step;
      if (length < 1 || length > room(work) || (entries >= fewest && entries <= most)) continue;
      slots.months[work] = length;
      entries += step;
    }
    if (entries === before) break;
  }
}

function monthsInYear(slots: WorkSlots, work: number, year: YearIndex): number {
  const first = slots.firstMonth[work] ?? 0;
  const end = first + (slots.months[work] ?? 0);
  return Math.max(0, Math.min(end, 12 * year + 12) - Math.max(first, 12 * year));
}
