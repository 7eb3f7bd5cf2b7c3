import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature, mergeArcs } from 'topojson-client';
import type {
  GeometryCollection,
  MultiPolygon as ArcsOfMany,
  Polygon as ArcsOfOne,
  Topology,
} from 'topojson-specification';
import { packageRoot } from '../../subgraphs/kit/package-root';
import { geography } from '../../subgraphs/kit/cog';

/** An outline of a region or a département, in degrees of WGS 84. */
export type Outline = Polygon | MultiPolygon;

/** Outlines by official code. */
export type Outlines = ReadonlyMap<string, Outline>;

type Shape = (ArcsOfOne | ArcsOfMany) & { readonly properties?: { readonly name: string } };
type Drawing = Topology<{ fra: GeometryCollection<{ name: string }> }>;

/** Names that the file writes otherwise than the COG. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'Haute-Rhin': 'Haut-Rhin',
  'Meurhe-et-Moselle': 'Meurthe-et-Moselle',
  'Seien-et-Marne': 'Seine-et-Marne',
  'Guyane française': 'Guyane',
};

const FOLDER = ['gateway', 'map', 'outlines'];

/**
 * The outlines that come with the hub: the 101 départements, and the 18 regions that they make up (outlines/SOURCES.md). Throws when
 * the file does not hold every département of the COG.
 */
export function readOutlines(): { readonly departements: Outlines; readonly regions: Outlines } {
  const drawing = readJson<Drawing>('departements.topo.json');
  const shapes = new Map(
    (drawing.objects.fra.geometries as Shape[]).map((shape) => {
      const name = shape.properties?.name ?? '';
      return [OTHER_NAMES[name] ?? name, shape];
    }),
  );
  const departements = new Map<string, Outline>();
  const ofRegion = new Map<string, Shape[]>();
  for (const { code, name, region } of geography().departements()) {
    const shape = shapes.get(name);
    if (shape === undefined) throw new Error(`departements.topo.json has no outline of ${name} (${code})`);
    departements.set(code, outlineOf(drawing, shape));
    ofRegion.set(region, [...(ofRegion.get(region) ?? []), shape]);
  }
  const regions = new Map(
    [...ofRegion].map(([code, parts]) => [
      code,
      outlineOf(drawing, mergeArcs(drawing as Topology, parts as ArcsOfOne[])),
    ]),
  );
  return { departements, regions };
}

/** Points of communes, by INSEE code, as longitude and latitude; about a quarter of them, four fifths of the inhabitants. */
export function readCommunePoints(): ReadonlyMap<string, readonly [number, number]> {
  return new Map(Object.entries(readJson<Record<string, [number, number]>>('commune-points.json')));
}

function outlineOf(drawing: Drawing, shape: ArcsOfOne | ArcsOfMany): Outline {
  return (feature(drawing as Topology, shape) as Feature<Outline>).geometry;
}

function readJson<Content>(file: string): Content {
  return JSON.parse(readFileSync(join(packageRoot(), ...FOLDER, file), 'utf8')) as Content;
}
