import { readCogRegions } from '../cog';

/** A region of the law: the unit that runs one subgraph. */
export interface Region {
  /** INSEE code, a string with its leading zero: "01", "53". */
  readonly code: string;
  /** Official name, French typography: "Île-de-France". */
  readonly name: string;
  /** Prefix of every type the region owns in the supergraph: "IleDeFrance". */
  readonly prefix: string;
  /** Name of the region's subgraph: "region-53". */
  readonly subgraph: string;
}

/**
 * Turns an official name into the prefix of the region's types: ASCII PascalCase.
 * "Provence-Alpes-Côte d'Azur" gives "ProvenceAlpesCoteDAzur".
 */
export function prefixOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word.length > 0)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** Builds a region from its code and name; used for the table and for networks of tests. */
export function regionOf(code: string, name: string): Region {
  return Object.freeze({ code, name, prefix: prefixOf(name), subgraph: `region-${code}` });
}

/**
 * The 18 regions of the law in ascending code order: 13 of mainland France with Corsica and 5 overseas.
 * Source: Code officiel géographique, by @etalab/decoupage-administratif (Licence Ouverte); the
 * overseas collectivities (zone "com") are not regions. This is the only place that lists them.
 */
export const REGIONS: readonly Region[] = Object.freeze(
  readCogRegions()
    .filter((region) => region.zone !== 'com')
    .map((region) => regionOf(region.code, region.nom))
    .sort((left, right) => (left.code < right.code ? -1 : 1)),
);

const byCode = new Map(REGIONS.map((region) => [region.code, region]));

/** The region of that INSEE code, or undefined when the law knows none. */
export function findRegion(code: string): Region | undefined {
  return byCode.get(code);
}
