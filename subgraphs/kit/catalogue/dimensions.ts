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
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** Dimensions that describe a person or a work contract: planned hours have none, so they are null there. */
export const PERSON_DIMENSIONS: ReadonlySet<Dimension> = new Set<Dimension>([
  'SEX',
  'AGE_BAND',
  'EDUCATION_LEVEL',
  'CRITERION',
  'WORK_CONTRACT_TYPE',
  'EXECUTION_MODE',
]);

/** Most dimensions that one breakdown crosses. */
export const MAX_DIMENSIONS = 3;

/** Most cells that one region may answer, and that one answer may hold (docs/adr/0002). */
export const MAX_CELLS = 5000;

/** Most months of one period. */
export const MAX_MONTHS = 120;
