import type { Point } from 'geojson';
import { type Commune, geography } from '../../subgraphs/kit/cog';
import { type Outline, type Outlines, readCommunePoints, readOutlines } from './read-outlines';
import { type OwnOutline, readOwnOutlines } from './read-own-outlines';

/** Where something is drawn, and what it is that the geometry shows. */
export interface Shape {
  readonly geometry: Outline | Point;
  /** OUTLINE, or of what the point is: of the place itself, or of the next larger one whose point is known. */
  readonly shows: 'OUTLINE' | 'COMMUNE_POINT' | 'EPCI_POINT' | 'DEPARTEMENT_POINT';
}

/** The geometry of every territory of the COG. */
export interface Places {
  region(code: string): Shape;
  departement(code: string): Shape;
  epci(code: string): Shape;
  commune(commune: Commune): Shape;
}

type Coordinates = readonly [number, number];

/** Reads outlines and points: the hub's own, and before them those of the operator's folder. Throws OUTLINES_INVALID. */
export function createPlaces(folder: string | null): Places {
  const own: ReadonlyMap<OwnOutline, Outlines> = folder === null ? new Map() : readOwnOutlines(folder);
  const { departements, regions } = readOutlines();
  const points = readCommunePoints();
  const { communes } = geography();
  const meansOf = (keyOf: (commune: Commune) => string | null) => meanPoints(communes(), keyOf, points);
  const epciPoints = meansOf(({ epci }) => epci);
  const departementPoints = meansOf(({ departement }) => departement);

  const outline = (kind: OwnOutline, code: string, given?: Outlines): Shape | undefined => {
    const geometry = own.get(kind)?.get(code) ?? given?.get(code);
    return geometry === undefined ? undefined : { geometry, shows: 'OUTLINE' };
  };
  const ofDepartement = (code: string): Shape =>
    point('DEPARTEMENT_POINT', departementPoints.get(code)) ?? fail(`département ${code}`);
  return {
    region: (code) => outline('regions', code, regions) ?? fail(`region ${code}`),
    departement: (code) => outline('departements', code, departements) ?? fail(`département ${code}`),
    epci: (code) => {
      const fallback = () => {
        const member = communes().find(({ epci }) => epci === code);
        return member === undefined ? fail(`EPCI ${code}`) : ofDepartement(member.departement);
      };
      return outline('epci', code) ?? point('EPCI_POINT', epciPoints.get(code)) ?? fallback();
    },
    commune: ({ code, epci, departement }) =>
      outline('communes', code) ??
      point('COMMUNE_POINT', points.get(code)) ??
      point('EPCI_POINT', epciPoints.get(epci ?? '')) ??
      ofDepartement(departement),
  };
}

function point(shows: Shape['shows'], coordinates: Coordinates | undefined): Shape | undefined {
  return coordinates === undefined ? undefined : { geometry: { type: 'Point', coordinates: [...coordinates] }, shows };
}

/** Of every group of communes, the mean of the points that are known, weighted by inhabitants. */
function meanPoints(
  communes: readonly Commune[],
  keyOf: (commune: Commune) => string | null,
  points: ReadonlyMap<string, Coordinates>,
): ReadonlyMap<string, Coordinates> {
  const sums = new Map<string, [number, number, number]>();
  for (const commune of communes) {
    const [key, at] = [keyOf(commune), points.get(commune.code)];
    if (key === null || at === undefined) continue;
    const weight = Math.max(commune.population, 1);
    const [longitude, latitude, sum] = sums.get(key) ?? [0, 0, 0];
    sums.set(key, [longitude + at[0] * weight, latitude + at[1] * weight, sum + weight]);
  }
  const rounded = (degrees: number) => Number(degrees.toFixed(3));
  return new Map(
    [...sums].map(([key, [longitude, latitude, sum]]) => [key, [rounded(longitude / sum), rounded(latitude / sum)]]),
  );
}

function fail(what: string): never {
  throw new Error(`The map has neither outline nor point of ${what}`);
}
