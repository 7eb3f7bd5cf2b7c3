import { readFileSync } from 'node:fs';

/** A record of the COG's regions.json. */
export interface CogRegion {
  readonly code: string;
  readonly nom: string;
  readonly chefLieu: string;
  readonly zone: 'metro' | 'drom' | 'com';
}

/** A record of the COG's departements.json. */
export interface CogDepartement {
  readonly code: string;
  readonly nom: string;
  readonly region: string;
  readonly zone: 'metro' | 'drom' | 'com';
}

/** A record of the COG's epci.json; `code` is the EPCI's SIREN. */
export interface CogEpci {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly populationMunicipale: number;
  readonly membres: readonly { readonly code: string; readonly nom: string }[];
}

/** A record of the COG's communes.json; only `commune-actuelle` has a département and a region of today. */
export interface CogCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  readonly departement?: string;
  readonly region?: string;
  readonly chefLieu?: string;
  readonly commune?: string;
  readonly population?: number;
  readonly codesPostaux?: readonly string[];
  /** Codes of the communes that were merged into it, those of its delegated and associated communes among them. */
  readonly anciensCodes?: readonly string[];
}

const PACKAGE = '@etalab/decoupage-administratif/data';

/**
 * Reads one file of the Code officiel géographique (2026), as packaged by
 * @etalab/decoupage-administratif: code MIT, data Licence Ouverte. Read from disk instead of
 * imported, because communes.json is 9 MB and would weigh on every type check.
 */
function readCog<Row>(file: string): readonly Row[] {
  return JSON.parse(readFileSync(require.resolve(`${PACKAGE}/${file}`), 'utf8')) as Row[];
}

export const readCogRegions = (): readonly CogRegion[] => readCog('regions.json');
export const readCogDepartements = (): readonly CogDepartement[] => readCog('departements.json');
export const readCogEpci = (): readonly CogEpci[] => readCog('epci.json');
export const readCogCommunes = (): readonly CogCommune[] => readCog('communes.json');
