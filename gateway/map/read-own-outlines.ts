import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, HintError } from '@placemarkio/check-geojson';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { geography } from '../../subgraphs/kit/cog';
import { HubError } from '../../subgraphs/kit/errors';
import { REGIONS } from '../../subgraphs/kit/regions';
import type { Outline, Outlines } from './read-outlines';

/** What an operator may give outlines of. */
export const OWN_OUTLINES = ['regions', 'departements', 'epci', 'communes'] as const;

/** A kind of territory of which an operator may give outlines. */
export type OwnOutline = (typeof OWN_OUTLINES)[number];

/** Properties in which the usual files keep an official code, the IGN's and data.gouv.fr's. */
const CODE_PROPERTIES: Readonly<Record<OwnOutline, readonly string[]>> = {
  regions: ['code', 'INSEE_REG', 'code_insee'],
  departements: ['code', 'INSEE_DEP', 'code_insee'],
  epci: ['code', 'CODE_SIREN', 'code_siren'],
  communes: ['code', 'INSEE_COM', 'code_insee'],
};

/**
 * Outlines of an operator's folder: `regions.geojson`, `departements.geojson`, `epci.geojson`, `communes.geojson`, each of them or none, as
 * RFC 7946 has them. Codes that the COG does not know are passed over. Throws OUTLINES_INVALID for a file that is no GeoJSON, is
 * not in degrees, or names no territory of the COG; for a folder without any of the files.
 */
export function readOwnOutlines(folder: string): ReadonlyMap<OwnOutline, Outlines> {
  const found = new Map<OwnOutline, Outlines>();
  for (const kind of OWN_OUTLINES) {
    const path = join(folder, `${kind}.geojson`);
    const text = textOf(path);
    if (text !== undefined) found.set(kind, outlinesOf(kind, path, text));
  }
  if (found.size > 0) return found;
  const names = OWN_OUTLINES.map((kind) => `${kind}.geojson`).join(', ');
  throw invalid(`The folder of outlines ${folder} holds none of ${names}.`, folder);
}

function outlinesOf(kind: OwnOutline, path: string, text: string): Outlines {
  const collection = collectionOf(path, text);
  const known = knownCodes(kind);
  const outlines = new Map<string, Outline>();
  for (const one of collection.features) {
    const code = codeOf(kind, one);
    if (code === undefined || !known.has(code)) continue;
    if (!isOutline(one.geometry)) throw invalid(`${path}: the outline of ${code} is no Polygon or MultiPolygon.`, path);
    if (!isInDegrees(one.geometry)) {
      throw invalid(`${path}: the outline of ${code} is not in degrees of WGS 84 (EPSG:4326). Convert the file.`, path);
    }
    if (outlines.has(code)) throw invalid(`${path} has two outlines of ${code}.`, path);
    outlines.set(code, one.geometry);
  }
  if (outlines.size > 0) return outlines;
  throw invalid(`${path} has no outline with an official code in ${CODE_PROPERTIES[kind].join(', ')}.`, path);
}

function collectionOf(path: string, text: string): FeatureCollection {
  try {
    const read = check(text);
    if (read.type === 'FeatureCollection') return read as FeatureCollection;
  } catch (cause) {
    if (!(cause instanceof HintError)) throw cause;
    const [issue] = cause.issues;
    throw invalid(`${path} is no GeoJSON (RFC 7946): ${issue?.message ?? 'it cannot be read'}.`, path);
  }
  throw invalid(`${path} is no FeatureCollection.`, path);
}

function codeOf(kind: OwnOutline, { properties }: Feature): string | undefined {
  const name = CODE_PROPERTIES[kind].find((property) => properties?.[property] != null);
  return name === undefined ? undefined : String(properties?.[name]);
}

function knownCodes(kind: OwnOutline): ReadonlySet<string> {
  const { communes, departements, epcis } = geography();
  const areas = { regions: REGIONS, departements: departements(), epci: epcis(), communes: communes() }[kind];
  return new Set(areas.map(({ code }) => code));
}

function isOutline(geometry: Geometry | null): geometry is Outline {
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
}

function isInDegrees({ type, coordinates }: Outline): boolean {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  return polygons.every((rings) =>
    rings.every((ring) =>
      ring.every(([longitude = NaN, latitude = NaN]) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90),
    ),
  );
}

function textOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new HubError('OUTLINES_INVALID', `${path} cannot be read.`, { path }, { cause });
  }
}

function invalid(message: string, path: string): HubError {
  return new HubError('OUTLINES_INVALID', message, { path });
}
