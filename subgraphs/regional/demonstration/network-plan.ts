import { REGIONS } from '../../kit/regions';
import { apportion } from './apportionment';
import { perYear, YEAR_INDEXES, type PerYear, type YearIndex } from './month-table';
import { createRandom } from './random';
import { regionPopulations, required, shareAround, shareYear, type RegionYearPlan } from './region-years';
import { spreadMembers, type Host } from './shared-members';
import { FEATURED_REGION, networkTarget, type DemonstrationScale, type NetworkTarget } from './targets';
import { segmentsOf, slidingMembers, type SlidingMembers, type YearSegments } from './year-segments';

/** What one region has to hold: enough to generate it without looking at any other. */
export interface RegionPlan {
  readonly code: string;
  readonly name: string;
  /** Position among the 18 regions; keeps the invented identifiers of regions apart. */
  readonly ordinal: number;
  readonly years: PerYear<RegionYearPlan>;
  readonly contracts: YearSegments;
  /** Operations of each segment of contracts. */
  readonly operations: readonly number[];
  readonly participants: YearSegments;
  /** Work contracts that run over New Year 2021, then over New Year 2022. */
  readonly bridges: readonly [number, number];
  /** National numbers of the buyers and companies that other regions have too, active in every year. */
  readonly sharedBuyers: readonly number[];
  readonly sharedCompanies: readonly number[];
  readonly localBuyers: SlidingMembers;
  readonly localCompanies: SlidingMembers;
  /** Desks open on 31 December 2022, and desks closed before. */
  readonly desksOpen: number;
  readonly desksClosed: number;
  readonly facilitatorsPresent: number;
  readonly facilitatorsGone: number;
  /** National number of the region's first facilitator. */
  readonly firstFacilitator: number;
}

/** Parts of the network's plan, assumptions of the demonstration. */
const CONTINUING_CONTRACTS = 0.18;
const CONTINUING_PARTICIPANTS = 0.15;
const CONTRACTS_PER_OPERATION = 2.5;
const BUYER_TURNOVER = 0.08;
const COMPANY_TURNOVER = 0.15;
const DESKS_CLOSED = 2;
const FACILITATORS_GONE = 0.05;

const plans = new Map<DemonstrationScale, readonly RegionPlan[]>();

/**
 * Shares the targets among the 18 regions, in ascending order of codes: Île-de-France has its own figures,
 * the other 17 share the rest by population. Pure; computed once per scale. The plan does not depend on
 * the seed, so that what must be counted is known before anything is generated.
 */
export function planNetwork(scale: DemonstrationScale): readonly RegionPlan[] {
  const plan = plans.get(scale) ?? computePlan(networkTarget(scale));
  plans.set(scale, plan);
  return plan;
}

function computePlan(target: NetworkTarget): readonly RegionPlan[] {
  const populations = regionPopulations();
  const years = REGIONS.map(() => [] as RegionYearPlan[]);
  for (const year of YEAR_INDEXES)
    shareYear(target, year, populations).forEach((plan, index) => years[index]?.push(plan));
  const yearsOf = (index: number): PerYear<RegionYearPlan> => perYear((year) => required(years[index]?.[year]));

  const continuing = REGIONS.map((_, index) => continuingOf(yearsOf(index)));
  const contracts = REGIONS.map((_, index) =>
    segmentsOf(
      perYear((year) => yearsOf(index)[year].contracts),
      required(continuing[index]).contracts,
    ),
  );
  const shared = shareMembers(target, populations, contracts);
  const network = shareNetwork(target, populations);

  return REGIONS.map((region, index): RegionPlan => {
    const { participants, bridges } = required(continuing[index]);
    const members = required(shared[index]);
    const buyers = perYear((year) => members.sharedBuyers.length + countOf(members.localBuyers, year));
    return {
      code: region.code,
      name: region.name,
      ordinal: index,
      years: yearsOf(index),
      contracts: required(contracts[index]),
      operations: operationsOf(required(contracts[index]), buyers),
      participants: segmentsOf(
        perYear((year) => yearsOf(index)[year].participants),
        participants,
      ),
      bridges,
      ...members,
      ...required(network[index]),
    };
  });
}

interface Continuing {
  readonly contracts: readonly [number, number];
  readonly participants: readonly [number, number];
  readonly bridges: readonly [number, number];
}

function continuingOf(years: PerYear<RegionYearPlan>): Continuing {
  const between = (name: 'contracts' | 'participants', share: number): [number, number] => [
    Math.floor(Math.min(years[0][name], years[1][name]) * share),
    Math.floor(Math.min(years[1][name], years[2][name]) * share),
  ];
  const contracts = between('contracts', CONTINUING_CONTRACTS);
  const participants = between('participants', CONTINUING_PARTICIPANTS);
  const bridge = (place: 0 | 1): number => Math.min(Math.floor(contracts[place] / 2), participants[place]);
  return { contracts, participants, bridges: [bridge(0), bridge(1)] };
}

/** Operations group one to six contracts of a segment; a one-year segment has one for each active buyer. */
function operationsOf(contracts: YearSegments, buyers: PerYear<number>): number[] {
  return contracts.map(({ size, from, to }) => {
    const fewest = from === to ? buyers[from] : Math.min(1, size);
    if (fewest > size) throw new Error(`${size} contracts cannot serve ${fewest} buyers`);
    return Math.max(fewest, Math.round(size / CONTRACTS_PER_OPERATION));
  });
}

type Members = Pick<RegionPlan, 'sharedBuyers' | 'sharedCompanies' | 'localBuyers' | 'localCompanies'>;

function shareMembers(
  target: NetworkTarget,
  populations: readonly number[],
  contracts: readonly YearSegments[],
): readonly Members[] {
  const random = createRandom('demonstration', 'shared members');
  const hosts = (share: number): Host[] =>
    REGIONS.map(({ code }, index) => ({
      code,
      population: required(populations[index]),
      capacity: Math.floor(fewestOfOneYear(required(contracts[index])) * share),
    }));
  const sharedBuyers = spreadMembers(hosts(0.5), buyerBreadths(target), random);
  const companyBreadths = Array.from({ length: target.sharedCompanies }, (_, number) => 2 + (number % 7));
  const sharedCompanies = spreadMembers(hosts(0.25), companyBreadths, random);

  const buyerCount = target.nationalBuyers + target.sharedBuyers;
  const localBuyers = perYear((year) => apportion(target.national[year].buyers - buyerCount, populations, 1));
  const localCompanies = perYear((year) =>
    apportion(target.national[year].companies - target.sharedCompanies, populations, 1),
  );
  return REGIONS.map(({ code }, index) => ({
    sharedBuyers: required(sharedBuyers.get(code)),
    sharedCompanies: required(sharedCompanies.get(code)),
    localBuyers: slidingMembers(
      perYear((year) => required(localBuyers[year][index])),
      BUYER_TURNOVER,
    ),
    localCompanies: slidingMembers(
      perYear((year) => required(localCompanies[year][index])),
      COMPANY_TURNOVER,
    ),
  }));
}

/** The first buyer is everywhere, the other national ones in 12 to 18 regions, then those of 2 to 5. */
function buyerBreadths(target: NetworkTarget): number[] {
  const national = Array.from({ length: target.nationalBuyers }, (_, number) =>
    number === 0 ? REGIONS.length : target.nationalBuyers < 10 ? 12 : 12 + (number % 6),
  );
  return [...national, ...Array.from({ length: target.sharedBuyers }, (_, number) => 2 + (number % 4))];
}

function fewestOfOneYear(contracts: YearSegments): number {
  return Math.min(...contracts.filter(({ from, to }) => from === to).map(({ size }) => size));
}

type Network = Pick<
  RegionPlan,
  'desksOpen' | 'desksClosed' | 'facilitatorsPresent' | 'facilitatorsGone' | 'firstFacilitator'
>;

function shareNetwork(target: NetworkTarget, populations: readonly number[]): readonly Network[] {
  const desks = shareAround(target.desksOpen, target.featuredDesksOpen, populations, 1);
  const others = REGIONS.map(({ code }, index) => ({ code, desks: required(desks[index]) }))
    .filter(({ code }) => code !== FEATURED_REGION)
    .sort((left, right) => right.desks - left.desks);
  const closing = new Set(others.slice(0, DESKS_CLOSED).map(({ code }) => code));
  const extra = apportion(target.facilitatorsPresent - target.desksOpen, desks);
  let firstFacilitator = 1;
  return REGIONS.map(({ code }, index) => {
    const desksOpen = required(desks[index]);
    const desksClosed = closing.has(code) ? 1 : 0;
    const facilitatorsPresent = desksOpen + required(extra[index]);
    const facilitatorsGone = desksClosed + Math.floor(facilitatorsPresent * FACILITATORS_GONE);
    const network = { desksOpen, desksClosed, facilitatorsPresent, facilitatorsGone, firstFacilitator };
    firstFacilitator += facilitatorsPresent + facilitatorsGone;
    return network;
  });
}

function countOf(members: SlidingMembers, year: YearIndex): number {
  return members.years[year].end - members.years[year].start;
}
