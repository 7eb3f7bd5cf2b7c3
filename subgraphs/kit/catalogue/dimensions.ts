/** What figures can be broken down by. `REGION` is added by the national level; the others are asked of each region. */
export const DIMENSIONS = [
  'REGION',
  'DEPARTEMENT',
  'MONTH',
  'SEX',
  'AGE_BAND',
  'EDUCATION_LEVEL',
  'CRITERION',
  'WORK_CONTRACT_TYPE',
  'EXECUTION_MODE',
  'SECTOR',
  'CLAUSE_TYPE',
  'BUYER_KIND',
  'QPV',
  'AMOUNT_BAND',
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** Version of the regional schema that introduced a dimension; the first one unless said. A region of an older one is not asked. */
const DIMENSION_SINCE: Readonly<Partial<Record<Dimension, number>>> = { QPV: 3, AMOUNT_BAND: 3 };

/** The oldest version of the regional schema that knows all of these dimensions. */
export function versionForDimensions(dimensions: readonly Dimension[]): number {
  return Math.max(1, ...dimensions.map((dimension) => DIMENSION_SINCE[dimension] ?? 1));
}

/** Dimensions that describe a person or a work contract: planned hours have none, so they are null there. */
export const PERSON_DIMENSIONS: ReadonlySet<Dimension> = new Set<Dimension>([
  'SEX',
  'AGE_BAND',
  'EDUCATION_LEVEL',
  'CRITERION',
  'WORK_CONTRACT_TYPE',
  'EXECUTION_MODE',
  'QPV',
]);

/** Most dimensions that one breakdown crosses. */
export const MAX_DIMENSIONS = 3;

/** Most cells that one region may answer, and that one answer may hold (docs/adr/0002). */
export const MAX_CELLS = 5000;

/** Most months of one period. */
export const MAX_MONTHS = 120;
