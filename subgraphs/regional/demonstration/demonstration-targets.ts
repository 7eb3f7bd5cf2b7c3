import { DEMONSTRATION_YEARS, YEAR_INDEXES, type DemonstrationYear } from './month-table';
import { planNetwork, type RegionPlan } from './network-plan';
import { networkTarget, type DemonstrationScale, type YearTarget } from './targets';

/**
 * Exact figures of one year. Hours are integer hundredths. A contract, operation, buyer, company, work
 * contract or participant counts when at least one hour was done in the year.
 */
export interface ExpectedFigures extends YearTarget {
  readonly women: number;
  readonly operations: number;
  readonly buyers: number;
  readonly companies: number;
}

/** Exact figures of a region, or of the nation (buyers and companies then distinct over all regions). */
export interface ExpectedBooks {
  readonly years: ReadonlyMap<DemonstrationYear, ExpectedFigures>;
  /** Open, or present, on 31 December 2022. */
  readonly desksOpen: number;
  readonly facilitatorsPresent: number;
}

/** What the demonstration of a scale must consolidate to, whatever the seed. */
export interface ExpectedNetwork {
  readonly national: ExpectedBooks;
  readonly regions: ReadonlyMap<string, ExpectedBooks>;
}

/** The exact national and regional figures of the demonstration, for comparing with any consolidation. */
export function demonstrationTargets(scale: DemonstrationScale): ExpectedNetwork {
  const plans = planNetwork(scale);
  const target = networkTarget(scale);
  const regions = new Map(plans.map((plan) => [plan.code, expectedOfRegion(plan)]));
  const years = YEAR_INDEXES.map((year): [DemonstrationYear, ExpectedFigures] => {
    const rows = [...regions.values()].flatMap((books) => books.years.get(DEMONSTRATION_YEARS[year]) ?? []);
    const sumOf = (name: 'women' | 'operations'): number => rows.reduce((sum, row) => sum + row[name], 0);
    return [
      DEMONSTRATION_YEARS[year],
      { ...target.national[year], women: sumOf('women'), operations: sumOf('operations') },
    ];
  });
  const { desksOpen, facilitatorsPresent } = target;
  return { national: { years: new Map(years), desksOpen, facilitatorsPresent }, regions };
}

function expectedOfRegion(plan: RegionPlan): ExpectedBooks {
  const years = YEAR_INDEXES.map((year): [DemonstrationYear, ExpectedFigures] => {
    const buyers = plan.localBuyers.years[year];
    const companies = plan.localCompanies.years[year];
    const operations = plan.contracts.reduce(
      (sum, { from, to }, index) => sum + (from <= year && year <= to ? (plan.operations[index] ?? 0) : 0),
      0,
    );
    return [
      DEMONSTRATION_YEARS[year],
      {
        ...plan.years[year],
        operations,
        buyers: plan.sharedBuyers.length + buyers.end - buyers.start,
        companies: plan.sharedCompanies.length + companies.end - companies.start,
      },
    ];
  });
  return { years: new Map(years), desksOpen: plan.desksOpen, facilitatorsPresent: plan.facilitatorsPresent };
}
