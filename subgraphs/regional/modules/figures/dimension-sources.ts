import type { Dimension } from '../../../kit/catalogue';
import type { SqlParameters } from '../../sql';
import type { FiguresQuestion } from './figures-question';

/** Where a dimension's code is found. Aliases: h hours of a month, w work contract, p participant, c contract, b buyer. */
export interface DimensionSource {
  /** SQL of what cells are grouped by, never null. Texts are compared by code point, which sorts faster. */
  readonly expression: (question: FiguresQuestion, parameters: SqlParameters) => string;
  /** SQL that turns the grouped value into the code; the value is the code unless said. */
  readonly codeOf?: (key: string) => string;
  /** What must be joined besides the work contract and the contract. */
  readonly reads?: 'participant' | 'buyer' | 'month';
}

const column = (expression: string, reads?: DimensionSource['reads']): DimensionSource => ({
  expression: () => `coalesce(${expression}, 'UNKNOWN') COLLATE "C"`,
  reads,
});

/** One expression per dimension, for hours done and hours planned alike. */
export const DIMENSION_SOURCES: Readonly<Record<Dimension, DimensionSource>> = {
  REGION: { expression: ({ region }, parameters) => `${parameters.add(region)}::text COLLATE "C"` },
  DEPARTEMENT: column('c.departement_code'),
  // A day groups faster than its text: it is written as a month once per cell.
  MONTH: { expression: () => 'h.month', codeOf: (key) => `to_char(${key}, 'YYYY-MM')`, reads: 'month' },
  SEX: column('p.sex', 'participant'),
  AGE_BAND: { expression: ageBand, reads: 'participant' },
  EDUCATION_LEVEL: column('p.education_level', 'participant'),
  CRITERION: column('p.criterion', 'participant'),
  WORK_CONTRACT_TYPE: column('w.type'),
  EXECUTION_MODE: column('w.execution_mode'),
  SECTOR: column('c.sector'),
  CLAUSE_TYPE: column('c.clause_type'),
  BUYER_KIND: column('b.kind', 'buyer'),
};

/** Age reached in the year of the period's first month (code list AGE_BAND). */
function ageBand({ scope }: FiguresQuestion, parameters: SqlParameters): string {
  const age = `${parameters.add(Number(scope.from.slice(0, 4)))}::integer - p.birth_year`;
  return `CASE WHEN p.birth_year IS NULL THEN 'UNKNOWN' WHEN ${age} < 26 THEN 'UNDER_26'
    WHEN ${age} < 50 THEN 'FROM_26_TO_49' ELSE 'FROM_50' END COLLATE "C"`;
}
