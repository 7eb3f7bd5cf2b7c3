import type { DeskLayout } from './desk-layout';
import { deskChooser } from './desk-layout';
import type { RegionPlan } from './network-plan';
import { createRandom, type Random } from './random';
import { membersThrough, sizeOf, type SlidingMembers, type YearSegment } from './year-segments';
import { SECTORS } from './vocabulary';
import type { WorkLayout } from './work-layout';

/** The operations, contracts and lots of a region, in columns; numbers start at 0, identifiers at 1. */
export interface ContractLayout {
  readonly operationCount: number;
  /** First contract of each operation, closed by the total. */
  readonly ofOperation: Uint32Array;
  readonly buyer: Uint32Array;
  readonly desk: Uint16Array;
  readonly sector: Uint8Array;
  readonly operation: Uint32Array;
  /** First lot of each contract, closed by the total; a contract has one lot or two. */
  readonly ofContract: Uint32Array;
  /** Companies of each lot; a subcontractor of NONE means that it has none. */
  readonly holder: Uint32Array;
  readonly subcontractor: Uint32Array;
  /** Companies of insertion active with each contract's segment, for placements. */
  readonly insertionCompanies: readonly (readonly number[])[];
}

/** No company. */
export const NONE = 0xffff_ffff;
const MOST_CONTRACTS = 6;
const TWO_LOTS = 0.6;
const SUBCONTRACTED = 0.06;
/** Share of operations of the first national buyer, and how strongly the others concentrate on a few. */
const FIRST_BUYER = 0.015;
const CONCENTRATION = 1.6;

/** Lays out operations, contracts and lots around the work contracts. */
export function layContracts(
  plan: RegionPlan,
  desks: readonly DeskLayout[],
  work: WorkLayout,
  seed: readonly (string | number)[],
): ContractLayout {
  const random = createRandom(...seed, 'contracts');
  const layout = emptyLayout(plan, work, random);
  const chooseDesk = deskChooser(desks, random);
  let operation = 0;
  plan.contracts.forEach((segment, place) => {
    const operations = plan.operations[place] ?? 0;
    const nextBuyer = memberPicker(segment, operations, activeMembers(plan, 'buyers', segment), buyerPick(random));
    let contract = segment.start;
    for (let index = 0; index < operations; index += 1) {
      const size = sizeOfOperation(segment.start + segment.size - contract, operations - index, random);
      layout.ofOperation[operation] = contract;
      layout.operation.fill(operation, contract, contract + size);
      layout.buyer[operation] = nextBuyer();
      layout.sector[operation] = SECTORS(random);
      const { first, last } = monthsOf(work, contract, contract + size);
      layout.desk[operation] = chooseDesk(first, last);
      contract += size;
      operation += 1;
    }
    layLots(layout, plan, segment, random);
  });
  layout.ofOperation[operation] = sizeOf(plan.contracts);
  return layout;
}

function emptyLayout(plan: RegionPlan, work: WorkLayout, random: Random): ContractLayout {
  const contracts = sizeOf(plan.contracts);
  const operationCount = plan.operations.reduce((sum, count) => sum + count, 0);
  const ofContract = new Uint32Array(contracts + 1);
  for (let contract = 0; contract < contracts; contract += 1) {
    const lots = hasTwoLots(work, contract, random) ? 2 : 1;
    ofContract[contract + 1] = (ofContract[contract] ?? 0) + lots;
  }
  const lots = ofContract[contracts] ?? 0;
  return {
    operationCount,
    ofOperation: new Uint32Array(operationCount + 1),
    buyer: new Uint32Array(operationCount),
    desk: new Uint16Array(operationCount),
    sector: new Uint8Array(operationCount),
    operation: new Uint32Array(contracts),
    ofContract,
    holder: new Uint32Array(lots),
    subcontractor: new Uint32Array(lots).fill(NONE),
    insertionCompanies: plan.contracts.map((segment) =>
      activeMembers(plan, 'companies', segment).filter((company) => isInsertionCompany(plan, company)),
    ),
  };
}

/** Two lots only where both have hours in each year of the contract, so that lots and contracts count alike. */
function hasTwoLots(work: WorkLayout, contract: number, random: Random): boolean {
  const first = work.ofContract[contract] ?? 0;
  const end = work.ofContract[contract + 1] ?? 0;
  const { first: firstMonth, last: lastMonth } = monthsOf(work, contract, contract + 1);
  const years = Math.floor(lastMonth / 12) - Math.floor(firstMonth / 12) + 1;
  let seconds = 0;
  for (let index = first; index < end; index += 1) if (work.rank[index] === 1) seconds += 1;
  return seconds === years && random.chance(TWO_LOTS);
}

/** First and last month with hours of consecutive contracts. */
export function monthsOf(
  work: WorkLayout,
  firstContract: number,
  endContract: number,
): { first: number; last: number } {
  let first = Number.MAX_SAFE_INTEGER;
  let last = 0;
  for (let index = work.ofContract[firstContract] ?? 0; index < (work.ofContract[endContract] ?? 0); index += 1) {
    const month = work.firstMonth[index] ?? 0;
    first = Math.min(first, month);
    last = Math.max(last, month + (work.months[index] ?? 1) - 1);
  }
  return { first, last };
}

/** Between 1 and 6 contracts, whatever is left being enough, and not too much, for the operations left. */
function sizeOfOperation(contracts: number, operations: number, random: Random): number {
  const mean = contracts / operations - 1;
  const drawn = 1 + Math.floor(2 * mean * random.unit() + random.unit());
  const fewest = Math.max(1, contracts - MOST_CONTRACTS * (operations - 1));
  const most = Math.min(MOST_CONTRACTS, contracts - (operations - 1));
  return Math.min(most, Math.max(fewest, drawn));
}

/** Local numbers of the members active in every year of a segment: shared ones first, then the region's own. */
function activeMembers(plan: RegionPlan, kind: 'buyers' | 'companies', { from, to }: YearSegment): number[] {
  const shared = kind === 'buyers' ? plan.sharedBuyers : plan.sharedCompanies;
  const local: SlidingMembers = kind === 'buyers' ? plan.localBuyers : plan.localCompanies;
  const { start, end } = membersThrough(local, from, to);
  return [...shared.keys(), ...Array.from({ length: end - start }, (_, index) => shared.length + start + index)];
}

/** Whether a company, by local number, is one of insertion (SIAE): one in ten of the region's own. */
export function isInsertionCompany(plan: RegionPlan, company: number): boolean {
  return company >= plan.sharedCompanies.length && (company - plan.sharedCompanies.length) % 10 === 3;
}

type Pick = (members: readonly number[]) => number;

function buyerPick(random: Random): Pick {
  return (members) => {
    if (random.chance(FIRST_BUYER)) return 0;
    return members[Math.floor(members.length * random.unit() ** CONCENTRATION)] ?? 0;
  };
}

/**
 * Gives each of `places` a member. In a segment of one year every active member gets a place first, evenly
 * spread: what makes the count of distinct members exact. The other places go to any active member.
 */
function memberPicker(segment: YearSegment, places: number, members: readonly number[], pick: Pick): () => number {
  const owed = segment.from === segment.to ? members.length : 0;
  if (owed > places) throw new Error(`${places} places cannot hold ${owed} members`);
  let place = 0;
  let given = 0;
  return () => {
    place += 1;
    if (given < Math.floor((place * owed) / places)) {
      given += 1;
      return members[given - 1] ?? 0;
    }
    return pick(members);
  };
}

function layLots(layout: ContractLayout, plan: RegionPlan, segment: YearSegment, random: Random): void {
  const members = activeMembers(plan, 'companies', segment);
  const anyMember: Pick = (companies) => companies[random.below(companies.length)] ?? NONE;
  const nextHolder = memberPicker(segment, segment.size, members, anyMember);
  for (let contract = segment.start; contract < segment.start + segment.size; contract += 1) {
    const first = layout.ofContract[contract] ?? 0;
    const end = layout.ofContract[contract + 1] ?? 0;
    for (let lot = first; lot < end; lot += 1) {
      layout.holder[lot] = lot === first || members.length === 0 ? nextHolder() : anyMember(members);
      if (members.length > 1 && random.chance(SUBCONTRACTED)) {
        const company = anyMember(members);
        if (company !== layout.holder[lot]) layout.subcontractor[lot] = company;
      }
    }
  }
}
