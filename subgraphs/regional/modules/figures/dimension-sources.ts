import type { Dimension } from '../../../kit/catalogue';
import { criterionSql } from '../../privacy';
import type { SqlParameters } from '../../sql';
import type { FiguresQuestion } from './figures-question';

/** Where a dimension's code is found in a source of hours (work-source.sql.ts). */
export interface DimensionSource {
  /** SQL of what cells are grouped by, never null. Texts are compared by code point, which sorts faster. */
  readonly expression: (question: FiguresQuestion, parameters: SqlParameters) => string;
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
    expression: ({ criterionTokens = [] }, parameters) => criterionSql('criterion', criterionTokens, parameters),
  },
  WORK_CONTRACT_TYPE: column('type'),
  EXECUTION_MODE: column('execution_mode'),
  SECTOR: column('sector'),
  CLAUSE_TYPE: column('clause_type'),
  BUYER_KIND: column('buyer_kind'),
};

/** Age reached in the year of the period's first month (code list AGE_BAND). */
function ageBand({ scope }: FiguresQuestion, parameters: SqlParameters): string {
  const age = `${parameters.add(Number(scope.from.slice(0, 4)))}::integer - birth_year`;
  return `CASE WHEN birth_year IS NULL THEN 'UNKNOWN' WHEN ${age} < 26 THEN 'UNDER_26'
    WHEN ${age} < 50 THEN 'FROM_26_TO_49' ELSE 'FROM_50' END COLLATE "C"`;
}
