import { HubError } from '../errors';

/** One code of a dimension, and the code that it is a part of; null for those that only the total is above. */
export interface TableCode {
  readonly code: string;
  readonly parent: string | null;
}

/** What tables are broken down by: codes in a tree in which every branch is equally deep (region > département). */
export interface TableDimension {
  readonly name: string;
  readonly codes: readonly TableCode[];
}

/**
 * One published table: the level of each dimension that it shows, 1 for the codes under the total, 2 for their parts.
 * Dimensions that it leaves out are summed over, so `{}` is the grand total alone.
 */
export type TableShape = Readonly<Partial<Record<string, number>>>;

/** A place in the tables: one code of each dimension that is not summed over. */
export type Coordinates = Readonly<Partial<Record<string, string>>>;

/** A set of tables that is published together, and therefore protected together. */
export interface TableLayout {
  readonly dimensions: readonly TableDimension[];
  readonly tables: readonly TableShape[];
  /**
   * Places where nobody can be, by law or by definition, as everybody knows: only these zeros are shown. A place with
   * fewer dimensions stands for everything in it.
   */
  readonly structuralZeros?: readonly Coordinates[];
}

/** A table with all its margins, down to the grand total: `{ TERRITORY: 2, SEX: 1 }` becomes six tables. */
export function withMargins(shape: TableShape): readonly TableShape[] {
  return Object.entries(shape).reduce<readonly TableShape[]>(
    (shapes, [name, level]) =>
      shapes.flatMap((rest) =>
        Array.from({ length: (level ?? 0) + 1 }, (_, each) => (each === 0 ? rest : { ...rest, [name]: each })),
      ),
    [{}],
  );
}

/** A dimension with the way from each code up to the total, checked. */
export interface DimensionPaths {
  readonly name: string;
  /** Levels under the total. */
  readonly depth: number;
  /** By code: the codes from level 1 down to the code itself. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  /** Codes of each level, in the order given; `[0]` is level 1. */
  readonly levels: readonly (readonly string[])[];
}

/** Checks a dimension and finds the way to each of its codes. Throws DISCLOSURE_INPUT_INVALID. */
export function pathsOf({ name, codes }: TableDimension): DimensionPaths {
  const parents = new Map(codes.map(({ code, parent }) => [code, parent]));
  if (codes.length === 0) throw invalid(`Dimension ${name} has no codes.`);
  if (parents.size !== codes.length) throw invalid(`Dimension ${name} names a code twice.`);
  const paths = new Map(codes.map(({ code }) => [code, pathOf(code, parents, name)]));
  const depth = Math.max(...[...paths.values()].map((path) => path.length));
  const above = new Set(codes.map(({ parent }) => parent));
  const short = codes.find(({ code }) => !above.has(code) && paths.get(code)?.length !== depth);
  if (short !== undefined)
    throw invalid(`Code ${short.code} of ${name} ends above the others: give it one part of its own, down to the end.`);
  const levels = Array.from({ length: depth }, (_, level) =>
    codes.map(({ code }) => code).filter((code) => paths.get(code)?.length === level + 1),
  );
  return { name, depth, paths, levels };
}

function pathOf(code: string, parents: ReadonlyMap<string, string | null>, name: string): readonly string[] {
  const path = [code];
  for (let parent = parents.get(code); parent != null; parent = parents.get(parent)) {
    if (!parents.has(parent) || path.includes(parent))
      throw invalid(`The parent ${parent} of a code of ${name} is not in it, or is its own part.`);
    path.unshift(parent);
  }
  return path;
}

/** What is wrong with tables that cannot be protected as they are given. */
export const invalid = (message: string): HubError => new HubError('DISCLOSURE_INPUT_INVALID', message);
