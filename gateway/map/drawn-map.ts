/** Layers of the map, and what each shows. */
export const MAP_LAYERS = {
  regions: 'Regions of the law with their coordinations and how much of them the desks cover',
  departements: 'Départements with whom to call there and how much of them the desks cover',
  territories: 'Territories of the desks: one feature for each territory of each desk',
  'white-zones': 'Communes that no desk covers, with whom to call',
} as const;

/** Name of a layer. */
export type MapLayer = keyof typeof MAP_LAYERS;

/** Formats of a layer. */
export const MAP_FORMATS = ['geojson', 'topojson'] as const;

/** A format of a layer. */
export type MapFormat = (typeof MAP_FORMATS)[number];

/** Outlines of an operator's own. */
export interface OwnOutlines {
  readonly folder: string;
  /** Whom to name for them. */
  readonly source: string;
}

/** A region whose desks are not on the map, and why. */
export interface MissingRegion {
  readonly code: string;
  readonly name: string;
  /** A RegionStatus of the API. */
  readonly status: string;
}

/** How much of the network a map shows. */
export interface MapCoverage {
  readonly expected: number;
  readonly live: number;
  readonly missing: readonly MissingRegion[];
}

/** A layer as it travels, plain and compressed. */
export interface DrawnLayer {
  readonly plain: Uint8Array;
  readonly gzip: Uint8Array;
  /** Names the bytes: equal for equal ones. */
  readonly digest: string;
  readonly features: number;
}

/** A whole map. */
export interface DrawnMap {
  /** Names its contents: equal for equal ones, in every process. */
  readonly version: string;
  readonly coverage: MapCoverage;
  readonly isDemonstration: boolean;
  readonly sources: readonly string[];
  readonly layers: Readonly<Record<MapLayer, Readonly<Record<MapFormat, DrawnLayer>>>>;
}
