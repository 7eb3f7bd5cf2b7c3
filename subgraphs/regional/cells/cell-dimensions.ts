import { type Dimension, MAX_DIMENSIONS, PERSON_DIMENSIONS } from '../../kit/catalogue';

/**
 * Dimensions that cells are stored by, those of few codes first. Months are columns of a cell. The place of a dimension is its
 * bit in `cell.dimensions`: a new one goes to the end, with a migration that empties the cells.
 */
export const CELL_DIMENSIONS = [
  'EXECUTION_MODE',
  'SEX',
  'AGE_BAND',
  'CLAUSE_TYPE',
  'BUYER_KIND',
  'DEPARTEMENT',
  'EDUCATION_LEVEL',
  'SECTOR',
  'WORK_CONTRACT_TYPE',
  'CRITERION',
  'QPV',
] as const satisfies readonly Dimension[];

/** One of these. */
export type CellDimension = (typeof CELL_DIMENSIONS)[number];

/** Dimensions of cells that a contract has: all that committed hours can be broken down by. */
export const CONTRACT_CELL_DIMENSIONS: readonly CellDimension[] = CELL_DIMENSIONS.filter(
  (dimension) => !PERSON_DIMENSIONS.has(dimension),
);

/** Dimensions of one set of cells, in the order of `CELL_DIMENSIONS`: their codes are k1, k2 and k3 of a cell. */
export interface CellSet {
  /** One bit for each dimension: `cell.dimensions`. */
  readonly bits: number;
  readonly dimensions: readonly CellDimension[];
}

/** Every crossing of as many dimensions as a breakdown may have: whatever crosses fewer is a sum of one of them. */
export function cellSetsOf(dimensions: readonly CellDimension[]): readonly CellSet[] {
  const choose = (from: readonly CellDimension[], count: number): readonly (readonly CellDimension[])[] =>
    count === 0
      ? [[]]
      : from.flatMap((first, index) => choose(from.slice(index + 1), count - 1).map((rest) => [first, ...rest]));
  return choose(dimensions, MAX_DIMENSIONS).map((chosen) => ({ bits: bitsOf(chosen), dimensions: chosen }));
}

/**
 * The stored set that answers for these dimensions, filled up with those of fewest codes; null when they are too many or one
 * of them has no cells.
 */
export function cellSetFor(asked: ReadonlySet<Dimension>, among: readonly CellDimension[]): CellSet | null {
  const isAsked = (dimension: CellDimension): boolean => asked.has(dimension);
  const known = among.filter(isAsked);
  if (known.length !== asked.size || known.length > MAX_DIMENSIONS) return null;
  const others = among.filter((dimension) => !isAsked(dimension)).slice(0, MAX_DIMENSIONS - known.length);
  const chosen = among.filter((dimension) => isAsked(dimension) || others.includes(dimension));
  return { bits: bitsOf(chosen), dimensions: chosen };
}

function bitsOf(dimensions: readonly CellDimension[]): number {
  return dimensions.reduce((bits, dimension) => bits | (1 << CELL_DIMENSIONS.indexOf(dimension)), 0);
}
