import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { check } from '@placemarkio/check-geojson';
import { booleanClockwise } from '@turf/boolean-clockwise';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { drawMap } from '../../gateway/map/draw-map';
import { MAP_LAYERS, type MapLayer } from '../../gateway/map/drawn-map';
import { createPlaces } from '../../gateway/map/places';
import { readCommunePoints, readOutlines } from '../../gateway/map/read-outlines';
import { geography } from '../../subgraphs/kit/cog';
import { REGIONS } from '../../subgraphs/kit/regions';
import { createTemporaryFolder } from '../support/temporary-folder';

const LAYERS = Object.keys(MAP_LAYERS) as MapLayer[];
const OVERSEAS = ['01', '02', '03', '04', '06'];
const post = (organisation: string, departements: readonly string[], name: string | null) => ({
  name,
  email: name === null ? null : 'a@example.org',
  phone: null,
  function: 'Coordination',
  organisation,
  departements: [...departements],
  isVacant: false,
});
const desk = (id: string, territories: readonly { kind: string; code: string }[]) => ({
  id,
  name: `Guichet ${id}`,
  email: `${id}@example.org`,
  phone: null,
  territories: [...territories],
});

const everywhere = (region: string) =>
  desk(
    `${region}-1`,
    geography()
      .departements()
      .filter((one) => one.region === region)
      .map(({ code }) => ({ kind: 'DEPARTEMENT', code })),
  );

/**
 * Bretagne has a desk of a département, of an EPCI and of a commune; Corse has none; Île-de-France does not answer; elsewhere one desk has
 * everything.
 */
function answerOf(absent: readonly string[] = ['11'], extra: readonly { kind: string; code: string }[] = []) {
  const QUIMPER = geography().commune('29232');
  const desks = [
    desk('53-1', [{ kind: 'DEPARTEMENT', code: '35' }]),
    desk('53-2', [{ kind: 'EPCI', code: QUIMPER?.epci ?? '' }]),
    desk('53-3', [{ kind: 'COMMUNE', code: '29232' }, ...extra]),
  ];
  const regions = REGIONS.map(({ code, name }) => ({
    code,
    name,
    status: absent.includes(code) ? 'TIMEOUT' : 'LIVE',
    network: absent.includes(code)
      ? null
      : { isDemonstration: true, desks: code === '53' ? desks : code === '94' ? [] : [everywhere(code)] },
    correspondents: [post('Régionale', [], 'Anne'), ...(code === '53' ? [post('Finistère', ['29'], null)] : [])],
  }));
  return { regions };
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const layerOf = (map: ReturnType<typeof drawMap>, layer: MapLayer) =>
  JSON.parse(textOf(map.layers[layer].geojson.plain)) as FeatureCollection & Record<string, unknown>;

describe('the map of the network', () => {
  const map = drawMap(answerOf(), null);

  it.each(LAYERS)('writes %s as RFC 7946 has it: valid, in degrees, outer rings anticlockwise', (layer) => {
    const text = textOf(map.layers[layer].geojson.plain);
    expect(() => check(text)).not.toThrow();
    expect(textOf(gunzipSync(map.layers[layer].geojson.gzip))).toBe(text);
    const { features } = layerOf(map, layer);
    expect(features.length).toBeGreaterThan(0);
    expect(features).toHaveLength(map.layers[layer].geojson.features);
    expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
    for (const { geometry } of features) {
      if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
      for (const [outer = [], ...holes] of polygonsOf(geometry)) {
        expect(booleanClockwise(outer)).toBe(false);
        for (const hole of holes) expect(booleanClockwise(hole)).toBe(true);
      }
    }
  });

  it.each(LAYERS)('writes %s as TopoJSON with the same features, to the step of its grid', (layer) => {
    const topology = JSON.parse(textOf(map.layers[layer].topojson.plain)) as Topology<
      Record<string, GeometryCollection>
    > &
      Record<string, unknown>;
    const object = topology.objects[layer];
    if (object === undefined) throw new Error(layer);
    const back = feature(topology, object) as FeatureCollection;
    const { features } = layerOf(map, layer);
    expect(back.features.map(({ id, properties }) => [id, properties])).toEqual(
      features.map(({ id, properties }) => [id, properties]),
    );
    const corner = (one: unknown): readonly number[] =>
      typeof (one as number[])[0] === 'number' ? (one as number[]) : corner((one as unknown[])[0]);
    back.features.forEach(({ geometry }, index) => {
      const there = features[index]?.geometry;
      if (geometry.type !== 'Point' || there?.type !== 'Point') return;
      expect(Math.abs((corner(geometry.coordinates)[0] ?? NaN) - (corner(there.coordinates)[0] ?? NaN))).toBeLessThan(
        0.01,
      );
    });
    expect(topology['coverage']).toEqual(map.coverage);
  });

  it('has the 18 regions, the five overseas ones included, and their 101 départements', () => {
    const codes = layerOf(map, 'regions').features.map(({ properties }) => String(properties?.['code']));
    expect(codes).toEqual(REGIONS.map(({ code }) => code));
    expect(codes).toEqual(expect.arrayContaining(OVERSEAS));
    expect(layerOf(map, 'departements').features).toHaveLength(101);
  });

  it('has outlines that hold the points that another source gives their communes', () => {
    const { departements, regions } = readOutlines();
    const points = readCommunePoints();
    let [inside, insideRegion, all] = [0, 0, 0];
    for (const { code, departement, region } of geography().communes()) {
      const at = points.get(code);
      if (at === undefined) continue;
      all += 1;
      if (booleanPointInPolygon([...at], departements.get(departement) as Polygon)) inside += 1;
      if (booleanPointInPolygon([...at], regions.get(region) as Polygon)) insideRegion += 1;
    }
    expect(all).toBeGreaterThan(8_000);
    // The outlines are good to a kilometre: those of the banks and of the islands fall outside.
    expect(inside / all).toBeGreaterThan(0.95);
    expect(insideRegion / all).toBeGreaterThan(0.97);
  });

  it('names the region that does not answer, and says nothing of what it covers', () => {
    expect(map.coverage).toEqual({
      expected: 18,
      live: 17,
      missing: [{ code: '11', name: 'Île-de-France', status: 'TIMEOUT' }],
    });
    const region = layerOf(map, 'regions').features.find(({ properties }) => properties?.['code'] === '11');
    expect(region?.properties).toMatchObject({ status: 'TIMEOUT', desks: null, whitePopulation: null });
    const white = layerOf(map, 'white-zones').features.filter(({ properties }) => properties?.['region'] === '11');
    expect(white).toEqual([]);
    expect(layerOf(map, 'white-zones')['coverage']).toEqual(map.coverage);
  });

  it('shows desks where they are, white zones with whom to call, and counts both', () => {
    const shown = layerOf(map, 'territories')
      .features.filter(({ properties }) => properties?.['region'] === '53')
      .map(({ geometry, properties }) => [properties?.['territoryKind'], properties?.['shows'], geometry.type]);
    expect(shown).toEqual([
      ['DEPARTEMENT', 'OUTLINE', 'Polygon'],
      ['EPCI', 'EPCI_POINT', 'Point'],
      ['COMMUNE', 'COMMUNE_POINT', 'Point'],
    ]);
    const white = layerOf(map, 'white-zones').features;
    const quimper = geography().commune('29232')?.epci;
    const expected = geography()
      .communes()
      .filter(({ region, departement, epci }) => region === '53' && departement !== '35' && epci !== quimper);
    const breton = white.filter(({ properties }) => properties?.['region'] === '53');
    expect(breton).toHaveLength(expected.length);
    const bretagne = layerOf(map, 'regions').features.find(({ properties }) => properties?.['code'] === '53');
    expect(bretagne?.properties).toMatchObject({
      desks: 3,
      whiteCommunes: expected.length,
      whitePopulation: expected.reduce((sum, { population }) => sum + population, 0),
    });
    const brest = white.find(({ id }) => id === 'commune-29019');
    expect(brest?.properties).toMatchObject({ coordinator: { organisation: 'Finistère', name: null } });
  });

  it('gives every commune a place, and says of what', () => {
    const places = createPlaces(null);
    const shown = new Map<string, number>();
    for (const commune of geography().communes()) {
      const { shows } = places.commune(commune);
      shown.set(shows, (shown.get(shows) ?? 0) + 1);
    }
    expect([...shown.keys()].sort()).toEqual(['COMMUNE_POINT', 'DEPARTEMENT_POINT', 'EPCI_POINT']);
    expect(shown.get('DEPARTEMENT_POINT') ?? Infinity).toBeLessThan(1_000);
  });

  it('keeps a territory that the COG does not know, without a place', () => {
    const unknown = drawMap(answerOf([], [{ kind: 'COMMUNE', code: '29999' }]), null);
    const found = layerOf(unknown, 'territories').features.find(({ id }) => id === '53-3-COMMUNE-29999');
    expect(found).toMatchObject({ geometry: null, properties: { territoryCode: '29999', shows: 'NOTHING' } });
  });

  it('has the same version for the same contents, and another for others', () => {
    expect(drawMap(answerOf(), null).version).toBe(map.version);
    expect(drawMap(answerOf(['11', '53']), null).version).not.toBe(map.version);
  });
});

describe("an operator's own outlines", () => {
  const square = [
    [
      [-4, 48],
      [-3.9, 48],
      [-3.9, 48.1],
      [-4, 48.1],
      [-4, 48],
    ],
  ];
  const collection = (features: readonly unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
  const outline = (code: string, coordinates: unknown = square, property = 'code') => ({
    type: 'Feature',
    properties: { [property]: code },
    geometry: { type: 'Polygon', coordinates },
  });
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>> | undefined;
  afterEach(async () => {
    await folder?.remove();
    folder = undefined;
  });
  const drawnWith = async (file: string, text: string) => {
    folder ??= await createTemporaryFolder();
    await writeFile(join(folder.path, file), text);
    return drawMap(answerOf(), { folder: folder.path, source: 'IGN, essai' });
  };

  it('take the place of points, under whatever name the IGN gives the code, and their source is named', async () => {
    const map = await drawnWith(
      'communes.geojson',
      collection([outline('29232', square, 'INSEE_COM'), outline('98735')]),
    );
    const commune = layerOf(map, 'territories').features.find(
      ({ properties }) => properties?.['territoryCode'] === '29232',
    );
    expect(commune).toMatchObject({ geometry: { type: 'Polygon' }, properties: { shows: 'OUTLINE' } });
    expect(map.sources[0]).toBe('Contours : IGN, essai');
  });

  it.each([
    ['is no JSON', 'communes.geojson', '{', /communes\.geojson is no GeoJSON/],
    ['is no collection', 'epci.geojson', '{"type":"Point","coordinates":[1,2]}', /no FeatureCollection/],
    [
      'has an open ring',
      'regions.geojson',
      collection([outline('53', [square[0]?.slice(0, 4)])]),
      /no GeoJSON \(RFC 7946\)/,
    ],
    [
      'is in metres',
      'departements.geojson',
      collection([outline('29', [square[0]?.map(([x = 0, y = 0]) => [x * 1e5, y * 1e5])])]),
      /not in degrees of WGS 84/,
    ],
    [
      'names nothing of the COG',
      'regions.geojson',
      collection([outline('999')]),
      /no outline with an official code in code, INSEE_REG/,
    ],
    ['names one twice', 'regions.geojson', collection([outline('53'), outline('53')]), /two outlines of 53/],
    ['has another name', 'communes.json', '{}', /holds none of regions\.geojson/],
  ])('are refused when a file %s', async (_what, file, text, message) => {
    await expect(drawnWith(file, text)).rejects.toMatchObject({
      extensions: { code: 'OUTLINES_INVALID' },
      message: expect.stringMatching(message) as string,
    });
  });
});

function polygonsOf({ type, coordinates }: Polygon | MultiPolygon) {
  return type === 'Polygon' ? [coordinates] : coordinates;
}
