import { geography, isCommuneCode, readCogRegions } from '../cog';
import { findRegion } from '../regions';
import { communeIndex } from './commune-index';
import type { ContractPlace } from './decp-record';
import { foldText } from '../text';

/** What a code of a place tells about the region. */
export type Location =
  | {
      readonly kind: 'FOUND';
      readonly region: string;
      readonly place: ContractPlace;
      readonly departement: string | null;
    }
  /** Outside the 18 regions: an overseas collectivity or a foreign country. */
  | { readonly kind: 'OUTSIDE' }
  /** Nothing given, or only "France". */
  | { readonly kind: 'UNSTATED' }
  /** Given, but of no use to find one region. */
  | { readonly kind: 'UNREADABLE'; readonly why: string };

const OVERSEAS_COLLECTIVITIES = readCogRegions()
  .filter((region) => region.zone === 'com')
  .map((region) => region.code);
const CORSICA = '94';
/** Saint-Barthélemy and Saint-Martin: they left Guadeloupe (971) in 2007 and kept the SIRENs of its communes. */
const FORMER_COMMUNES = new Set(['219711231', '219711272']);
const FRANCE = new Set(['fr', 'fra', 'france']);

const isOverseasCollectivity = (code: string): boolean =>
  OVERSEAS_COLLECTIVITIES.some((collectivity) => code.startsWith(collectivity));

function unreadable(why: string): Location {
  return { kind: 'UNREADABLE', why };
}

/** Locates a place of execution by its code and the type of code (lieuExecution, DECP 2.0.3). */
export function locatePlace(code: string | null, type: string | null): Location {
  if (code === null) return { kind: 'UNSTATED' };
  switch (foldText(type ?? '')) {
    case 'code commune':
      return locateCommune(code);
    case 'code postal':
      return locatePostalCode(code);
    case 'code departement':
      return locateDepartement(code);
    case 'code region':
      return locateRegion(code);
    // Both begin with the département: "291" and "2903". A municipal arrondissement is written as a commune.
    case 'code arrondissement':
    case 'code canton':
      return isCommuneCode(code) && locateCommune(code).kind === 'FOUND' ? locateCommune(code) : locatePrefix(code);
    case 'code pays':
      return FRANCE.has(foldText(code)) ? { kind: 'UNSTATED' } : { kind: 'OUTSIDE' };
    default:
      return unreadable('the type of code of the place is not one of DECP 2.0.3');
  }
}

/** Locates a commune of today or one merged since. */
export function locateCommune(code: string): Location {
  const commune = geography().commune(code.toUpperCase());
  if (commune === undefined)
    return isOverseasCollectivity(code) ? { kind: 'OUTSIDE' } : unreadable('no commune has this code');
  const place = { kind: 'COMMUNE', code: commune.code } as const;
  return { kind: 'FOUND', region: commune.region, place, departement: commune.departement };
}

/** Locates a département: "01" or "1", "2A", "974"; "20" is Corsica before 1976, still in use. */
export function locateDepartement(text: string): Location {
  const code = text.toUpperCase().padStart(2, '0');
  if (code === '20') return regionOnly(CORSICA);
  const departement = geography().departement(code);
  if (departement === undefined)
    return isOverseasCollectivity(code) ? { kind: 'OUTSIDE' } : unreadable('no département has this code');
  return { kind: 'FOUND', region: departement.region, place: { kind: 'DEPARTEMENT', code }, departement: code };
}

/** Locates a region by its INSEE code: "04" or "4". */
export function locateRegion(text: string): Location {
  const code = text.padStart(2, '0');
  if (findRegion(code) !== undefined) return regionOnly(code);
  return isOverseasCollectivity(code) ? { kind: 'OUTSIDE' } : unreadable('no region of today has this code');
}

function regionOnly(code: string): Location {
  return { kind: 'FOUND', region: code, place: { kind: 'REGION', code }, departement: null };
}

/**
 * Locates a postal code: only when all its communes are in one region. A code without a commune (CEDEX,
 * or "75000" for a whole city) is located by its département, which its first digits are.
 */
function locatePostalCode(code: string): Location {
  if (!/^\d{5}$/.test(code)) return unreadable('a postal code has 5 digits');
  const codes = communeIndex().codesOfPostalCode(code);
  if (codes.length === 0) return locatePrefix(code);
  const found = codes.map(locateCommune).filter((location) => location.kind === 'FOUND');
  const first = found[0];
  if (first === undefined) return { kind: 'OUTSIDE' };
  if (found.length < codes.length || found.some((location) => location.region !== first.region))
    return unreadable('the communes of this postal code are in several regions');
  if (found.every((location) => location.place.code === first.place.code)) return first;
  if (found.some((location) => location.departement !== first.departement)) return regionOnly(first.region);
  return { ...first, place: { kind: 'DEPARTEMENT', code: first.departement ?? '' } };
}

/** Locates by the département that begins a code: 3 digits overseas, 2 elsewhere. */
function locatePrefix(code: string): Location {
  return locateDepartement(code.slice(0, /^9[78]/.test(code) ? 3 : 2));
}

/**
 * Locates a buyer: region column, département column, else by its SIREN. A public body's SIREN begins
 * with 21 to 28 and then its département (21 a commune, 22 a département, 24 an EPCI, 26 a hospital…):
 * right for 980 of the 981 such buyers of an extract of 2024 that gives the region too.
 */
export function locateBuyer(buyer: {
  readonly region: string | null;
  readonly departement: string | null;
  readonly siren: string;
}): Location {
  if (buyer.region !== null) {
    const region = locateRegion(buyer.region);
    const departement = buyer.departement === null ? undefined : locateDepartement(buyer.departement);
    if (region.kind === 'FOUND' && departement?.kind === 'FOUND' && departement.region === region.region)
      return departement;
    if (region.kind !== 'UNREADABLE') return region;
  }
  if (buyer.departement !== null) return locateDepartement(buyer.departement);
  if (FORMER_COMMUNES.has(buyer.siren)) return { kind: 'OUTSIDE' };
  const commune = communeIndex().codeOfSiren(buyer.siren);
  if (commune !== undefined) return locateCommune(commune);
  // Mayotte was numbered 985 when its bodies were given theirs.
  const rest = buyer.siren.slice(2).replace(/^985/, '976');
  return /^2[1-8]/.test(buyer.siren) ? locatePrefix(rest) : { kind: 'UNSTATED' };
}
