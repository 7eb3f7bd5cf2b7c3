import { distance } from 'fastest-levenshtein';
import { readCogCommunes } from './cog-files';
import { type Commune, geography, isCommuneCode } from './geography';

/** Most proposals for a text that means nothing. */
const MAX_PROPOSALS = 5;

/** What a text means. */
export type PlaceSearch =
  | { readonly status: 'found'; readonly commune: Commune }
  | { readonly status: 'ambiguous'; readonly choices: readonly Commune[] }
  | { readonly status: 'unknown'; readonly proposals: readonly Commune[] };

interface Index {
  readonly byPostalCode: ReadonlyMap<string, readonly Commune[]>;
  readonly byName: ReadonlyMap<string, readonly Commune[]>;
}

let index: Index | undefined;

/**
 * Finds today's commune that a text means: its INSEE code (of today, or of a commune that was merged, a delegated or associated
 * one or an arrondissement, which gives the commune it belongs to), a postal code, or a name. Five digits that are an INSEE code
 * and a postal code of other communes give the choices: nobody can tell which was meant. A name of today goes before the
 * same name of a former commune.
 */
export function searchPlace(text: string): PlaceSearch {
  const { byPostalCode, byName } = (index ??= buildIndex());
  const code = text.trim().toUpperCase();
  if (isCommuneCode(code)) {
    const ofCode = geography().commune(code);
    const found = unique([...(ofCode === undefined ? [] : [ofCode]), ...(byPostalCode.get(code) ?? [])]);
    return resultOf(found, () => []);
  }
  const name = plain(text);
  return resultOf(byName.get(name) ?? [], () => closest(name, byName));
}

/** Communes of today of a postal code, several of which may share one; none for a code that is not theirs, as of CEDEX. */
export function communesOfPostalCode(postalCode: string): readonly Commune[] {
  return (index ??= buildIndex()).byPostalCode.get(postalCode) ?? [];
}

function resultOf(found: readonly Commune[], proposals: () => readonly Commune[]): PlaceSearch {
  const [first, second] = found;
  if (first === undefined) return { status: 'unknown', proposals: proposals() };
  return second === undefined ? { status: 'found', commune: first } : { status: 'ambiguous', choices: found };
}

function buildIndex(): Index {
  const byPostalCode = new Map<string, Commune[]>();
  const today = new Map<string, Commune[]>();
  const former = new Map<string, Commune[]>();
  for (const record of readCogCommunes()) {
    const commune = geography().commune(record.code);
    if (commune === undefined) continue;
    for (const postalCode of record.codesPostaux ?? []) add(byPostalCode, postalCode, commune);
    add(record.type === 'commune-actuelle' ? today : former, plain(record.nom), commune);
  }
  return { byPostalCode, byName: new Map([...former, ...today]) };
}

function add(map: Map<string, Commune[]>, key: string, commune: Commune): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [commune]);
  else if (!known.includes(commune)) known.push(commune);
}

function unique(communes: readonly Commune[]): readonly Commune[] {
  return [...new Set(communes)];
}

/** Names that differ by a letter in three at most, the closest first. */
function closest(name: string, byName: Index['byName']): readonly Commune[] {
  const most = Math.floor(name.length / 3);
  if (name.length > 60 || most === 0) return [];
  return [...byName]
    .filter(([known]) => Math.abs(known.length - name.length) <= most)
    .map(([known, communes]) => ({ communes, far: distance(name, known) }))
    .filter(({ far }) => far <= most)
    .sort((left, right) => left.far - right.far)
    .flatMap(({ communes }) => communes)
    .slice(0, MAX_PROPOSALS);
}

/** Without case, accents and signs; "St" and "Ste" are what people write for Saint and Sainte. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(/\bst\b/g, 'saint')
    .replaceAll(/\bste\b/g, 'sainte');
}
