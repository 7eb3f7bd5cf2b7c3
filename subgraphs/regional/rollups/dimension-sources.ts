import type { Dimension } from '../../kit/catalogue';
import { criterionSql, type CriterionToken } from '../privacy';
import type { SqlParameters } from '../sql';

/** What codes depend on beside the row. */
export interface DimensionContext {
  /** INSEE code of the region that answers. */
  readonly region: string;
  /** The year in which ages are reached: that of the period's first month. */
  readonly year: number;
  /** Which criteria the tokens of the books stand for. */
  readonly criterionTokens: readonly CriterionToken[];
}

/** Where a dimension's code is found in a source of hours: a rollup, or the rows under the same names. */
export interface DimensionSource {
  /** SQL of what cells are grouped by, never null. Texts are compared by code point, which sorts faster. */
  readonly expression: (context: DimensionContext, parameters: SqlParameters) => string;
  /** SQL that turns the grouped value into the code; the value is the code unless said. */
  readonly codeOf?: (key: string) => string;
}

const column = (name: string): DimensionSource => ({
  expression: () => `coalesce(${name}, 'UNKNOWN') COLLATE "C"`,
});

/** One expression per dimension, for hours done and hours planned alike. */
export const DIMENSION_SOURCES: Readonly<Record<Dimension, DimensionSource>> = {
  REGION: { expression: ({ region }, parameters) => `${parameters.add(region)}::text COLLATE "C"` },
  DEPARTEMENT: column('departement_code'),
  // A day groups faster than its text: it is written as a month once per cell.
  MONTH: { expression: () => 'month', codeOf: (key) => `to_char(${key}, 'YYYY-MM')` },
  SEX: column('sex'),
  AGE_BAND: { expression: ageBand },
  EDUCATION_LEVEL: column('education_level'),
  // A sensitive criterion is stored as a token: it becomes its code before anything is grouped.
  CRITERION: {
    expression: ({ criterionTokens }, parameters) => criterionSql('criterion', criterionTokens, parameters),
  },
  WORK_CONTRACT_TYPE: column('type'),
  EXECUTION_MODE: column('execution_mode'),
  SECTOR: column('sector'),
  CLAUSE_TYPE: column('clause_type'),
  BUYER_KIND: column('buyer_kind'),
  QPV: {
    expression: () => `CASE lives_in_qpv WHEN true THEN 'YES' WHEN false THEN 'NO' ELSE 'UNKNOWN' END COLLATE "C"`,
  },
  // Amounts are in no rollup: a source joins the contract when they are asked (modules/figures/work-source.sql.ts).
  AMOUNT_BAND: { expression: () => amountBand('amount_cents') },
};

/** Band of an amount in cents (code list AMOUNT_BAND). */
function amountBand(cents: string): string {
  return `CASE WHEN ${cents} IS NULL THEN 'UNKNOWN' WHEN ${cents} < 10000000 THEN 'UNDER_100K'
    WHEN ${cents} < 50000000 THEN 'FROM_100K_TO_500K' WHEN ${cents} < 100000000 THEN 'FROM_500K_TO_1M'
    WHEN ${cents} < 500000000 THEN 'FROM_1M_TO_5M' ELSE 'FROM_5M' END COLLATE "C"`;
}

/** Age reached in that year (code list AGE_BAND). */
function ageBand({ year }: DimensionContext, parameters: SqlParameters): string {
  const age = `${parameters.add(year)}::integer - birth_year`;
  return `CASE WHEN birth_year IS NULL THEN 'UNKNOWN' WHEN ${age} < 26 THEN 'UNDER_26'
    WHEN ${age} < 50 THEN 'FROM_26_TO_49' ELSE 'FROM_50' END COLLATE "C"`;
}
