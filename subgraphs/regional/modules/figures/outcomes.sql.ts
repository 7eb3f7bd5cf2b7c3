import { SqlParameters, type SqlStatement } from '../../sql';
import { type FiguresQuestion, periodSql } from './figures-question';
import { figuresFilterSql } from './figures-filter.sql';

/** Persons with a known outcome at each stage, and those of them with a dynamic one; counts as texts, as pg gives a bigint. */
export interface OutcomesRow {
  readonly exit_outcomes: string;
  readonly dynamic_exits: string;
  readonly six_month_outcomes: string;
  readonly dynamic_at_six_months: string;
  readonly twelve_month_outcomes: string;
  readonly dynamic_at_twelve_months: string;
}

/** Columns of each stage of the table. */
const STAGES = [
  ['EXIT', 'exit_outcomes', 'dynamic_exits'],
  ['SIX_MONTHS', 'six_month_outcomes', 'dynamic_at_six_months'],
  ['TWELVE_MONTHS', 'twelve_month_outcomes', 'dynamic_at_twelve_months'],
] as const;

/**
 * Outcomes observed in the months of the period: a person counts once per stage, with the last one observed. Dynamic is durable
 * employment, transition employment and training (sorties dynamiques, DGEFP); who is still in the contract has none yet.
 */
export function outcomesSql({ scope }: FiguresQuestion): SqlStatement {
  const parameters = new SqlParameters();
  const { first, last } = periodSql(scope, parameters);
  const counts = STAGES.map(
    ([stage, known, dynamic]) => `
      count(*) FILTER (WHERE stage = '${stage}') AS ${known},
      count(*) FILTER (WHERE stage = '${stage}' AND situation IN ('DURABLE_EMPLOYMENT', 'TRANSITION_EMPLOYMENT', 'POSITIVE_EXIT'))
        AS ${dynamic}`,
  );
  const sql = `
    SELECT ${counts.join(',')} FROM (
      SELECT DISTINCT ON (r.participant_id, r.stage) r.stage, r.situation FROM (
        SELECT x.id, x.stage, x.situation, x.observed_on, w.participant_id, c.departement_code, c.sector, c.clause_type,
          c.origin AS contract_origin, c.buyer_id, b.kind AS buyer_kind
        FROM outcome x
        JOIN work_contract w ON w.id = x.work_contract_id
        JOIN lot ON lot.id = w.lot_id
        JOIN contract c ON c.id = lot.contract_id
        JOIN buyer b ON b.id = c.buyer_id
        WHERE x.observed_on >= ${first} AND x.observed_on < ${last} + interval '1 month'
          AND x.situation NOT IN ('UNKNOWN', 'STILL_EMPLOYED')) r
      WHERE ${figuresFilterSql(scope.filter, parameters)}
      ORDER BY r.participant_id, r.stage, r.observed_on DESC, r.id DESC) seen`;
  return { sql, values: parameters.values };
}
