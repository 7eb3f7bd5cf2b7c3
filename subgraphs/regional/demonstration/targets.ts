import type { PerYear } from './month-table';

/** 'full' is the published size; 'small' about a hundredth of it, for tests. */
export type DemonstrationScale = 'full' | 'small';

/** What one year of the demonstration must consolidate to. Hours are integer hundredths. */
export interface YearTarget {
  readonly hoursDone: number;
  readonly hoursPlanned: number;
  readonly workContracts: number;
  readonly participants: number;
  readonly contracts: number;
}

/** National figures; buyers and companies are distinct over all regions. */
export interface NationalYearTarget extends YearTarget {
  readonly buyers: number;
  readonly companies: number;
}

/** Figures of Île-de-France, the one region whose own figures are published. */
export interface FeaturedYearTarget extends YearTarget {
  readonly women: number;
}

/** Everything that the generator has to hit, before it is shared among the regions. */
export interface NetworkTarget {
  readonly national: PerYear<NationalYearTarget>;
  readonly featuredRegion: PerYear<FeaturedYearTarget>;
  /** Desks open on 31 December 2022. */
  readonly desksOpen: number;
  readonly featuredDesksOpen: number;
  /** Facilitators present on 31 December 2022. */
  readonly facilitatorsPresent: number;
  /** Buyers active in at least twelve regions, then buyers of two to five regions. */
  readonly nationalBuyers: number;
  readonly sharedBuyers: number;
  /** Companies that work in two to eight regions. */
  readonly sharedCompanies: number;
}

const hours = (count: number): number => count * 100;

/**
 * The demonstration's targets, in one table.
 *
 * 2021 is published: Alliance Villes Emploi, consolidation of September 2023 (achatpublic.info):
 * 25,124,684 hours, 75,194 work contracts, 57,231 participants, 3,576 buyers, 58,454 contracts; end of
 * 2022: 369 desks, 73 of them in Île-de-France, and 583 facilitators. Île-de-France 2021: 6.3 million hours,
 * 12,364 participants, 15.1 % women; 2022: hours + 9.7 %; 2020: 4.83 million hours, 12,978 work contracts
 * (observatory of the GIP Maximilien, by Le Moniteur and Weka).
 *
 * 2020 national is 2021 divided by the published growth: hours / 1.25, work contracts / 1.1779,
 * participants / 1.18, buyers / 1.09, contracts / 1.16, rounded to the unit.
 *
 * Assumptions of the demonstration, published nowhere: 2022 national is 26,100,000 hours ("will exceed
 * 26 million", Banque des Territoires) and its counts grow like its hours (× 1.03882); the counts of
 * Île-de-France follow the national growth in 2020 and its own hours in 2022; its contracts have the
 * region's share of work contracts; 12,000 companies in 2021 (10,900 were published for 2014) growing like
 * contracts; hours planned are 3 % above hours done; how many buyers and companies work in several regions.
 */
export const DEMONSTRATION_TARGETS: NetworkTarget = {
  national: [
    {
      hoursDone: hours(20_099_747),
      hoursPlanned: hours(20_703_000),
      workContracts: 63_837,
      participants: 48_501,
      contracts: 50_391,
      buyers: 3_281,
      companies: 10_345,
    },
    {
      hoursDone: hours(25_124_684),
      hoursPlanned: hours(25_878_000),
      workContracts: 75_194,
      participants: 57_231,
      contracts: 58_454,
      buyers: 3_576,
      companies: 12_000,
    },
    {
      hoursDone: hours(26_100_000),
      hoursPlanned: hours(26_883_000),
      workContracts: 78_113,
      participants: 59_453,
      contracts: 60_723,
      buyers: 3_715,
      companies: 12_466,
    },
  ],
  featuredRegion: [
    {
      hoursDone: hours(4_830_000),
      hoursPlanned: hours(4_975_000),
      workContracts: 12_978,
      participants: 10_478,
      contracts: 10_244,
      women: 1_582,
    },
    {
      hoursDone: hours(6_300_000),
      hoursPlanned: hours(6_489_000),
      workContracts: 15_287,
      participants: 12_364,
      contracts: 11_884,
      women: 1_867,
    },
    {
      hoursDone: hours(6_911_100),
      hoursPlanned: hours(7_118_000),
      workContracts: 16_770,
      participants: 13_563,
      contracts: 13_037,
      women: 2_048,
    },
  ],
  desksOpen: 369,
  featuredDesksOpen: 73,
  facilitatorsPresent: 583,
  nationalBuyers: 60,
  sharedBuyers: 300,
  sharedCompanies: 150,
};

/** INSEE code of Île-de-France, the region with figures of its own. */
export const FEATURED_REGION = '11';

/** The small scale divides the books by this, and the network of desks by a tenth of it. */
const SMALL_DIVISOR = 100;
const SMALL_NETWORK_DIVISOR = 10;

/** The same table divided, for tests: its own exact targets, each at least 1. */
const SMALL_TARGETS: NetworkTarget = {
  national: mapYears(DEMONSTRATION_TARGETS.national),
  featuredRegion: mapYears(DEMONSTRATION_TARGETS.featuredRegion),
  desksOpen: scaled(DEMONSTRATION_TARGETS.desksOpen, SMALL_NETWORK_DIVISOR),
  featuredDesksOpen: scaled(DEMONSTRATION_TARGETS.featuredDesksOpen, SMALL_NETWORK_DIVISOR),
  facilitatorsPresent: scaled(DEMONSTRATION_TARGETS.facilitatorsPresent, SMALL_NETWORK_DIVISOR),
  nationalBuyers: 3,
  sharedBuyers: scaled(DEMONSTRATION_TARGETS.sharedBuyers, SMALL_DIVISOR),
  sharedCompanies: scaled(DEMONSTRATION_TARGETS.sharedCompanies, SMALL_DIVISOR),
};

/** The table of a scale. */
export function networkTarget(scale: DemonstrationScale): NetworkTarget {
  return scale === 'full' ? DEMONSTRATION_TARGETS : SMALL_TARGETS;
}

function scaled(count: number, divisor: number): number {
  return Math.max(1, Math.round(count / divisor));
}

function mapYears<Target extends object>([first, second, third]: PerYear<Target>): PerYear<Target> {
  return [divided(first), divided(second), divided(third)];
}

function divided<Target extends object>(target: Target): Target {
  const figures = Object.entries(target).map(([name, count]) => [name, scaled(Number(count), SMALL_DIVISOR)]);
  return Object.fromEntries(figures) as Target;
}
