import { geography } from '../../kit/cog';
import { REGIONS } from '../../kit/regions';
import { apportion } from './apportionment';
import type { YearIndex } from './month-table';
import { FEATURED_REGION, type NetworkTarget, type YearTarget } from './targets';

/** What one region has to hold in one year. Hours are integer hundredths. */
export interface RegionYearPlan extends YearTarget {
  readonly women: number;
}

/** No region has fewer, so that the smallest at the small scale still has contracts that hold its buyers. */
const FEWEST = { contracts: 3, participants: 3, workContracts: 4 } as const;

/** Population of each region, in the order of the table of regions. */
export function regionPopulations(): readonly number[] {
  const sums = new Map<string, number>();
  for (const area of geography().departements()) sums.set(area.region, (sums.get(area.region) ?? 0) + area.population);
  return REGIONS.map((region) => required(sums.get(region.code)));
}

/** Puts the featured region's own value in its place and shares the rest by population. */
export function shareAround(
  total: number,
  featured: number,
  populations: readonly number[],
  minimum: number,
): number[] {
  const place = REGIONS.findIndex((region) => region.code === FEATURED_REGION);
  const others = apportion(total - featured, populations.toSpliced(place, 1), minimum);
  return others.toSpliced(place, 0, featured);
}

/** Shares one year's national figures among the regions. */
export function shareYear(target: NetworkTarget, year: YearIndex, populations: readonly number[]): RegionYearPlan[] {
  const national = target.national[year];
  const featured = target.featuredRegion[year];
  const share = (name: keyof YearTarget, minimum: number, unit = 1): number[] =>
    shareAround(national[name] / unit, featured[name] / unit, populations, minimum).map((part) => part * unit);
  // Whole hours where the targets are whole hours.
  const unit = [national, featured].every((row) => row.hoursDone % 100 === 0 && row.hoursPlanned % 100 === 0) ? 100 : 1;
  const hoursDone = share('hoursDone', 1, unit);
  const hoursPlanned = share('hoursPlanned', 1, unit);
  const workContracts = share('workContracts', FEWEST.workContracts);
  const participants = share('participants', FEWEST.participants);
  const contracts = share('contracts', FEWEST.contracts);
  return REGIONS.map((region, index) => {
    const count = required(participants[index]);
    return {
      hoursDone: required(hoursDone[index]),
      hoursPlanned: required(hoursPlanned[index]),
      workContracts: required(workContracts[index]),
      participants: count,
      contracts: required(contracts[index]),
      women: region.code === FEATURED_REGION ? featured.women : Math.round(count * womenShareOf(index)),
    };
  });
}

/** Between 15 and 20 %, another for each region: an assumption, only Île-de-France publishes its own. */
function womenShareOf(ordinal: number): number {
  return 0.15 + (0.05 * ((ordinal * 7) % 18)) / 17;
}

/** Unwraps a value that the plan has for every region. */
export function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The plan of the demonstration has no value for a region');
  return value;
}
