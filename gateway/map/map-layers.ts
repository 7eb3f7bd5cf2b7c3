import type { Feature, Geometry } from 'geojson';
import { type Area, type Commune, geography } from '../../subgraphs/kit/cog';
import {
  coverageReport,
  type DirectoryDesk,
  type DirectoryPost,
  type RegionDirectory,
} from '../../subgraphs/kit/territories';
import type { MapLayer } from './drawn-map';
import type { Places, Shape } from './places';

type Directory = ReadonlyMap<string, RegionDirectory>;
type MapFeature = Feature<Geometry | null, Readonly<Record<string, unknown>>>;

/** The features of every layer, in the order of official codes. */
export function drawLayers(directory: Directory, places: Places): Readonly<Record<MapLayer, readonly MapFeature[]>> {
  const { whiteZones, byRegion } = coverageReport(directory);
  const whiteOf = groups(whiteZones.map(({ commune }) => commune));
  const communesOf = groups(geography().communes());
  const regions = [...directory.values()].sort(byCode);
  const areas = [...geography().departements()].sort(byCode);
  return {
    regions: regions.map((region) =>
      featureOf(`region-${region.code}`, places.region(region.code), {
        ...regionProperties(region),
        desks: region.status === 'LIVE' ? region.desks.length : null,
        ...(byRegion.get(region.code) ?? UNKNOWN_COVERAGE),
        correspondents: region.posts.map(postProperties),
      }),
    ),
    departements: areas.flatMap((area) => {
      const region = directory.get(area.region);
      if (region === undefined) return [];
      return featureOf(`departement-${area.code}`, places.departement(area.code), {
        ...areaProperties(area, region),
        ...coverageOf(area, region, whiteOf, communesOf),
        coordinator: postOrNull(region.coordinatorOf(area.code)),
      });
    }),
    territories: regions.flatMap((region) => region.desks.flatMap((desk) => territoriesOf(region, desk, places))),
    'white-zones': whiteZones.map(({ commune, coordinator }) =>
      featureOf(`commune-${commune.code}`, places.commune(commune), {
        ...communeProperties(commune),
        coordinator: postOrNull(coordinator),
      }),
    ),
  };
}

const UNLOCATED = { geometry: null, shows: 'NOTHING' } as const;
const UNKNOWN_COVERAGE = { communes: null, population: null, whiteCommunes: null, whitePopulation: null };

function territoriesOf(region: RegionDirectory, desk: DirectoryDesk, places: Places): readonly MapFeature[] {
  return (desk.territories ?? []).map(({ kind, code }) => {
    // A territory that the COG of today does not know is there without a place.
    const { shape = UNLOCATED, name = null, population = null } = placeOf(kind, code, places) ?? {};
    return featureOf(`${desk.id}-${kind ?? ''}-${code ?? ''}`, shape, {
      territoryKind: kind,
      territoryCode: code,
      territoryName: name,
      population,
      region: region.code,
      desk: { id: desk.id, name: desk.name, email: desk.email, phone: desk.phone },
      isDemonstration: region.isDemonstration,
    });
  });
}

/** The place of a territory; undefined for one that the COG of today does not know. */
function placeOf(kind: string | null, code: string | null, places: Places) {
  const cog = geography();
  const known = (area: Area | Commune | undefined, shapeOf: (area: Area & Commune) => Shape) =>
    area === undefined ? undefined : { ...area, shape: shapeOf(area as Area & Commune) };
  switch (kind) {
    case 'COMMUNE':
      return known(cog.commune(code ?? ''), places.commune);
    case 'EPCI':
      return known(cog.epci(code ?? ''), (area) => places.epci(area.code));
    case 'DEPARTEMENT':
      return known(cog.departement(code ?? ''), (area) => places.departement(area.code));
    default:
      return undefined;
  }
}

function coverageOf(
  { code }: Area,
  { status }: RegionDirectory,
  whiteOf: ReadonlyMap<string, readonly Commune[]>,
  communesOf: ReadonlyMap<string, readonly Commune[]>,
) {
  const [all, white] = [communesOf.get(code) ?? [], whiteOf.get(code) ?? []];
  const sums = { communes: all.length, population: inhabitants(all) };
  if (status !== 'LIVE') return { ...sums, whiteCommunes: null, whitePopulation: null };
  return { ...sums, whiteCommunes: white.length, whitePopulation: inhabitants(white) };
}

function regionProperties({ code, name, status, isDemonstration }: RegionDirectory) {
  return { code, name, status, isDemonstration };
}

function areaProperties({ code, name }: Area, region: RegionDirectory) {
  return { code, name, region: region.code, status: region.status, isDemonstration: region.isDemonstration };
}

function communeProperties({ code, name, departement, region, epci, population }: Commune) {
  return { code, name, departement, region, epci, population };
}

function postProperties({ name, email, phone, function: held, organisation, departements, isVacant }: DirectoryPost) {
  return { organisation, function: held, name, email, phone, departements, isVacant };
}

function postOrNull(post: DirectoryPost | null) {
  return post === null ? null : postProperties(post);
}

function featureOf(
  id: string,
  { geometry, shows }: Shape | typeof UNLOCATED,
  properties: Readonly<Record<string, unknown>>,
): MapFeature {
  return { type: 'Feature', id, geometry, properties: { ...properties, shows } };
}

function groups(communes: readonly Commune[]): ReadonlyMap<string, readonly Commune[]> {
  const found = new Map<string, Commune[]>();
  for (const commune of communes) {
    const group = found.get(commune.departement);
    if (group === undefined) found.set(commune.departement, [commune]);
    else group.push(commune);
  }
  return found;
}

function inhabitants(communes: readonly Commune[]): number {
  return communes.reduce((sum, { population }) => sum + population, 0);
}

function byCode(left: { readonly code: string }, right: { readonly code: string }): number {
  return left.code < right.code ? -1 : 1;
}
