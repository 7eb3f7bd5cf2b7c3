import { HubError } from '../errors';
import {
  type Coordinates,
  type DimensionPaths,
  invalid,
  pathsOf,
  type TableLayout,
  type TableShape,
} from './table-layout';

/**
 * Most places of the finest crossing, and most published cells, that are protected at once: 1,235 cells with 317 small
 * ones take a minute of processor time, and the time grows faster than the cells.
 */
export const MAX_PROTECTED_CELLS = 2000;

/** One cell that is published, in one table or in several that share it. */
export interface PublishedPlace {
  readonly at: Coordinates;
  /** The finest places that it sums, by position; none in a structural zero. */
  readonly members: readonly number[];
  /** How many levels it lies above the finest crossing: 0 for inner cells, most for the grand total. */
  readonly height: number;
}

/**
 * The tables written out. Whatever is published is a sum over places of the finest crossing, also over a crossing that
 * no table shows: so two tables that share nothing but a dimension are linked as an attacker would link them.
 */
export interface ExpandedLayout {
  readonly cells: readonly PublishedPlace[];
  /** Number of finest places. */
  readonly size: number;
  /** The finest place of full coordinates. Throws DISCLOSURE_INPUT_INVALID; null in a structural zero. */
  readonly placeOf: (at: Coordinates) => number | null;
}

/** Writes out the cells of tables. Throws DISCLOSURE_INPUT_INVALID, and DISCLOSURE_TOO_LARGE over the limit. */
export function expandLayout({ dimensions, tables, structuralZeros = [] }: TableLayout): ExpandedLayout {
  const used = dimensions.map(pathsOf).map((dimension) => ({ dimension, finest: finestLevel(dimension, tables) }));
  refuseUnknown(tables, used);
  const size = used.reduce((product, { dimension, finest }) => product * codesAt(dimension, finest).length, 1);
  refuseTooLarge(size, 'places of the finest crossing');
  const places = crossings(used.map(({ dimension, finest }) => codesAt(dimension, finest)));
  const isImpossible = impossibleBy(used, structuralZeros);
  const positions = new Map<string, number>();
  for (const place of places) if (!isImpossible(place)) positions.set(place.join('\n'), positions.size);
  const cells = publishedPlaces(used, tables, [...positions.keys()]);
  refuseTooLarge(cells.length, 'published cells');
  return { cells, size: positions.size, placeOf: (at) => placeAt(at, used, positions) };
}

interface UsedDimension {
  readonly dimension: DimensionPaths;
  readonly finest: number;
}

const finestLevel = ({ name }: DimensionPaths, tables: readonly TableShape[]): number =>
  Math.max(0, ...tables.map((shape) => shape[name] ?? 0));

/** Codes of a level; the total, without a code, at level 0. */
const codesAt = ({ levels }: DimensionPaths, level: number): readonly string[] =>
  level === 0 ? [''] : (levels[level - 1] ?? []);

function refuseUnknown(tables: readonly TableShape[], used: readonly UsedDimension[]): void {
  const depths = new Map(used.map(({ dimension }) => [dimension.name, dimension.depth]));
  if (depths.size !== used.length) throw invalid('Two dimensions have the same name.');
  for (const [name, level = 0] of tables.flatMap((shape) => Object.entries(shape))) {
    const depth = depths.get(name);
    if (depth === undefined) throw invalid(`A table names the dimension ${name}, which is not given.`);
    if (!Number.isInteger(level) || level < 0 || level > depth)
      throw invalid(`A table shows level ${String(level)} of ${name}, which has levels 0 to ${String(depth)}.`);
  }
}

function refuseTooLarge(count: number, what: string): void {
  if (count <= MAX_PROTECTED_CELLS) return;
  throw new HubError(
    'DISCLOSURE_TOO_LARGE',
    `The tables have ${String(count)} ${what}; at most ${String(MAX_PROTECTED_CELLS)} are protected at once. ` +
      'Publish fewer dimensions, or coarser codes.',
  );
}

const crossings = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (rows, codes) => rows.flatMap((row) => codes.map((code) => [...row, code])),
    [[]],
  );

/** Whether a finest place is under some structural zero. */
function impossibleBy(used: readonly UsedDimension[], zeros: readonly Coordinates[]) {
  const patterns = zeros.map((zero) => {
    for (const [name, code = ''] of Object.entries(zero)) {
      const known = used.find(({ dimension }) => dimension.name === name)?.dimension.paths.get(code);
      if (known === undefined) throw invalid(`A structural zero names ${name} ${code}, which is not given.`);
    }
    return used.map(({ dimension, finest }) => {
      const code = zero[dimension.name];
      if (code !== undefined && (dimension.paths.get(code)?.length ?? 0) > finest)
        throw invalid(`A structural zero names ${dimension.name} ${code}, which is finer than any table.`);
      return code;
    });
  });
  return (place: readonly string[]) =>
    patterns.some((pattern) => pattern.every((code, index) => code === undefined || isUnder(used, place, index, code)));
}

const isUnder = (used: readonly UsedDimension[], place: readonly string[], index: number, code: string): boolean =>
  used[index]?.dimension.paths.get(place[index] ?? '')?.includes(code) === true;

function publishedPlaces(
  used: readonly UsedDimension[],
  tables: readonly TableShape[],
  finestPlaces: readonly string[],
): readonly PublishedPlace[] {
  const cells = new Map<string, PublishedPlace & { members: number[] }>();
  const shapes = new Map(
    tables
      .map((shape) => used.map(({ dimension }) => shape[dimension.name] ?? 0))
      .map((levels) => [levels.join(), levels]),
  );
  for (const levels of shapes.values()) {
    const height = used.reduce((sum, { finest }, index) => sum + finest - (levels[index] ?? 0), 0);
    for (const codes of crossings(used.map(({ dimension }, index) => codesAt(dimension, levels[index] ?? 0)))) {
      const named = used.map(({ dimension }, index) => [dimension.name, codes[index] ?? ''] as const);
      const at = Object.fromEntries(named.filter(([, code]) => code !== ''));
      cells.set(codes.join('\n'), { at, members: [], height });
    }
    for (const [position, place] of finestPlaces.entries()) {
      const key = place.split('\n').map((code, index) => ancestorAt(used[index], code, levels[index] ?? 0));
      cells.get(key.join('\n'))?.members.push(position);
    }
  }
  return [...cells.values()];
}

const ancestorAt = (used: UsedDimension | undefined, code: string, level: number): string =>
  level === 0 ? '' : (used?.dimension.paths.get(code)?.[level - 1] ?? '');

function placeAt(
  at: Coordinates,
  used: readonly UsedDimension[],
  positions: ReadonlyMap<string, number>,
): number | null {
  const codes = used.map(({ dimension, finest }) => {
    if (finest === 0) return '';
    const path = dimension.paths.get(at[dimension.name] ?? '');
    if (path === undefined || path.length < finest)
      throw invalid(`A row has no code of ${dimension.name} at level ${String(finest)}: ${JSON.stringify(at)}.`);
    return path[finest - 1] ?? '';
  });
  return positions.get(codes.join('\n')) ?? null;
}
