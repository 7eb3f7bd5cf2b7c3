import { geography, type Area, type Commune } from '../../kit/cog';
import { shuffled, type Random } from './random';

/** A piece of a region that one desk covers as a whole. */
export interface Territory {
  readonly kind: 'COMMUNE' | 'EPCI' | 'DEPARTEMENT';
  readonly code: string;
  readonly name: string;
  readonly population: number;
  /** Its communes in the region, the most populous first. */
  readonly communes: readonly Commune[];
}

/** Who covers what: one group of territories for each desk, the départements over them, and what nobody covers. */
export interface Partition {
  readonly groups: readonly (readonly Territory[])[];
  readonly overlapping: readonly Territory[];
  readonly white: readonly Territory[];
}

/** Communes that a desk always covers, beside the most populous one of each region. */
const ALWAYS_COVERED: ReadonlySet<string> = new Set(['29232']);
/** Metropolises above this population are shared by commune among several desks. */
const LARGEST_EPCI = 1_500_000;
/** Regions with fewer EPCI have the least populous of them shared by commune: white zones, and enough for all desks. */
const FEW_EPCI = 12;
/** Share of the population that no desk covers, and largest share of a single uncovered territory. */
const WHITE_SHARE = 0.12;
const LARGEST_WHITE = 0.08;

/** Whether a desk over this territory must stay open: it covers a commune that is always covered. */
export function isAlwaysCovered(territory: Territory, capital: string): boolean {
  return territory.communes.some(({ code }) => code === capital || ALWAYS_COVERED.has(code));
}

/** The most populous commune of a region. */
export function capitalOf(region: string): string {
  const [first] = communesOf(region);
  if (first === undefined) throw new Error(`The COG has no commune in region ${region}`);
  return first.code;
}

/**
 * Shares a region among desks: neighbouring territories (by département) in groups of similar population,
 * about an eighth of the population left to nobody, and départements laid over desks of the first kind.
 */
export function partitionRegion(region: string, desks: number, random: Random): Partition {
  const units = unitsOf(region, desks);
  const white = chooseWhite(region, units, random);
  const covered = units.filter((unit) => !white.has(unit));
  const departements = geography()
    .departements()
    .filter((area) => area.region === region);
  const overlaps = Math.min(Math.floor(departements.length / 4), Math.floor(desks / 4));
  return {
    groups: groupByPopulation(covered, desks - overlaps),
    overlapping: leastWhite(departements, [...white], overlaps),
    white: [...white],
  };
}

const communesByRegion = new Map<string, readonly Commune[]>();

/** The communes of a region, the most populous first; sorted once. */
function communesOf(region: string): readonly Commune[] {
  const known = communesByRegion.get(region);
  if (known !== undefined) return known;
  const communes = geography()
    .communes()
    .filter((commune) => commune.region === region)
    .sort((left, right) => right.population - left.population || (left.code < right.code ? -1 : 1));
  communesByRegion.set(region, communes);
  return communes;
}

/** The region cut into EPCI, or communes where an EPCI is too large or EPCI are too few; by département. */
function unitsOf(region: string, desks: number): readonly Territory[] {
  const members = new Map<string, Commune[]>();
  for (const commune of communesOf(region)) {
    if (commune.epci === null) continue;
    const list = members.get(commune.epci);
    if (list === undefined) members.set(commune.epci, [commune]);
    else list.push(commune);
  }
  const epcis = geography()
    .epcis()
    .filter((area) => area.region === region && members.has(area.code))
    .sort((left, right) => left.population - right.population || (left.code < right.code ? -1 : 1));
  return epcis
    .flatMap((epci, rank) => {
      const communes = members.get(epci.code) ?? [];
      const isDivided = epci.population > LARGEST_EPCI || (epcis.length < FEW_EPCI && rank < Math.max(2, desks / 2));
      return isDivided ? communes.map(communeTerritory) : [areaTerritory('EPCI', epci, communes)];
    })
    .sort((left, right) => (orderKey(left) < orderKey(right) ? -1 : 1));
}

const orderKey = (unit: Territory): string => `${unit.communes[0]?.departement}/${unit.code}`;

function communeTerritory(commune: Commune): Territory {
  const { code, name, population } = commune;
  return { kind: 'COMMUNE', code, name, population, communes: [commune] };
}

function areaTerritory(kind: 'EPCI' | 'DEPARTEMENT', area: Area, communes: readonly Commune[]): Territory {
  const population = communes.reduce((sum, commune) => sum + commune.population, 0);
  return { kind, code: area.code, name: area.name, population, communes };
}

function chooseWhite(region: string, units: readonly Territory[], random: Random): ReadonlySet<Territory> {
  const capital = capitalOf(region);
  const total = units.reduce((sum, unit) => sum + unit.population, 0);
  const candidates = units.filter((unit) => !isAlwaysCovered(unit, capital));
  const white = new Set<Territory>();
  let uncovered = 0;
  for (const unit of shuffled(candidates, random)) {
    const isSmall = unit.population <= total * LARGEST_WHITE;
    if (!isSmall || uncovered + unit.population > total * (WHITE_SHARE + 0.03)) continue;
    white.add(unit);
    uncovered += unit.population;
    if (uncovered >= total * WHITE_SHARE) break;
  }
  return white;
}

function groupByPopulation(units: readonly Territory[], groups: number): readonly (readonly Territory[])[] {
  const total = units.reduce((sum, unit) => sum + unit.population, 0);
  const result: Territory[][] = [];
  let next = 0;
  let taken = 0;
  for (let group = 1; group <= groups; group += 1) {
    const members: Territory[] = [];
    const mustLeave = groups - group;
    while (next < units.length - mustLeave && (members.length === 0 || taken < (total * group) / groups)) {
      const unit = units[next];
      if (unit === undefined) break;
      members.push(unit);
      taken += unit.population;
      next += 1;
    }
    result.push(members);
  }
  return result;
}

/** The départements with the least uncovered population, so that white zones survive a desk over one. */
function leastWhite(departements: readonly Area[], white: readonly Territory[], count: number): readonly Territory[] {
  const uncoveredIn = (departement: string): number =>
    white
      .flatMap((unit) => unit.communes)
      .reduce((sum, commune) => sum + (commune.departement === departement ? commune.population : 0), 0);
  return departements
    .map((area) => ({ area, uncovered: uncoveredIn(area.code) }))
    .sort((left, right) => left.uncovered - right.uncovered || (left.area.code < right.area.code ? -1 : 1))
    .slice(0, count)
    .map(({ area }) =>
      areaTerritory(
        'DEPARTEMENT',
        area,
        communesOf(area.region).filter((commune) => commune.departement === area.code),
      ),
    );
}
