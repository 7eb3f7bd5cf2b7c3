import { type Area, type Commune, geography } from './geography';

/** What an area is. */
export type AreaKind = 'DEPARTEMENT' | 'EPCI';

/** A département or an EPCI with its communes of today. */
export interface NamedArea {
  readonly kind: AreaKind;
  readonly area: Area;
  /** In the order of their codes. */
  readonly communes: readonly Commune[];
}

/** The area that a code names: of a département ("29", "1", "2a", "974") or the SIREN of an EPCI; undefined for any other text. */
export function areaNamed(text: string): NamedArea | undefined {
  const code = text.trim().toUpperCase();
  const departement = geography().departement(code.padStart(2, '0'));
  if (departement !== undefined) return areaOf('DEPARTEMENT', departement);
  const epci = geography().epci(code);
  return epci === undefined ? undefined : areaOf('EPCI', epci);
}

/** Areas that were asked for: an answer reads one several times, and its communes are looked for among all. */
const known = new Map<string, NamedArea>();

function areaOf(kind: AreaKind, area: Area): NamedArea {
  const before = known.get(area.code);
  if (before !== undefined) return before;
  const key = kind === 'EPCI' ? 'epci' : 'departement';
  const communes = geography()
    .communes()
    .filter((commune) => commune[key] === area.code)
    .sort((left, right) => (left.code < right.code ? -1 : 1));
  const found = { kind, area, communes };
  known.set(area.code, found);
  return found;
}
