import { type Commune, geography } from '../cog';
import { contactOf } from './contact-of-commune';
import type { DirectoryPost, RegionDirectory } from './network-directory';

/** A commune that no desk covers, and whom to call there. */
export interface WhiteZone {
  readonly commune: Commune;
  readonly coordinator: DirectoryPost | null;
}

/** What of the communes of some regions is covered. */
export interface CoverageReport {
  readonly whiteZones: readonly WhiteZone[];
  /** By code of the région: communes and inhabitants, all of them and those without a desk; null for one that did not answer. */
  readonly byRegion: ReadonlyMap<string, RegionCoverage | null>;
}

/** How much of a region is covered. Population of the COG (INSEE). */
export interface RegionCoverage {
  readonly communes: number;
  readonly population: number;
  readonly whiteCommunes: number;
  readonly whitePopulation: number;
}

/** Every commune of these regions that no desk covers, in the order of codes. */
export function coverageReport(directory: ReadonlyMap<string, RegionDirectory>): CoverageReport {
  const whiteZones: WhiteZone[] = [];
  const byRegion = new Map<string, RegionCoverage | null>(
    [...directory.values()].map(({ code, status }) => [
      code,
      status === 'LIVE' ? { communes: 0, population: 0, whiteCommunes: 0, whitePopulation: 0 } : null,
    ]),
  );
  const communes = [...geography().communes()].sort((left, right) => (left.code < right.code ? -1 : 1));
  for (const commune of communes) {
    const sum = byRegion.get(commune.region);
    if (sum === undefined || sum === null) continue;
    const contact = contactOf(commune, directory);
    const isWhite = contact.kind === 'WHITE_ZONE';
    byRegion.set(commune.region, {
      communes: sum.communes + 1,
      population: sum.population + commune.population,
      whiteCommunes: sum.whiteCommunes + (isWhite ? 1 : 0),
      whitePopulation: sum.whitePopulation + (isWhite ? commune.population : 0),
    });
    if (isWhite) whiteZones.push({ commune, coordinator: contact.coordinator });
  }
  return { whiteZones, byRegion };
}
