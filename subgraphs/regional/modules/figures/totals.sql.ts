import { SqlParameters, type SqlStatement } from '../../sql';
import { PLANNED_CELLS, WORK_CELLS } from '../../cells';
import { cellSourceSql } from './cell-source.sql';
import { type FiguresQuestion, periodSql, type PeriodSql } from './figures-question';
import { setTotalsSql } from './set-totals.sql';
import { countedOf, type HoursSource, plannedSource, workSource } from './work-source.sql';

/** Figures over the whole scope; hours in hundredths. Every count is a text, as pg gives a bigint. */
export interface TotalsRow {
  readonly hours_planned: string;
  readonly hours_done: string;
  readonly work_contracts: string;
  readonly participants: string;
  readonly women_participants: string;
  readonly participants_of_known_sex: string;
  readonly qpv_participants: string;
  readonly participants_of_known_residence: string;
  readonly contracts: string;
  readonly operations: string;
  readonly lots: string;
  readonly buyers: string;
  readonly companies: string;
  readonly desks: string;
  readonly facilitators: string;
  readonly desks_expected: string;
  readonly desks_reporting: string;
  readonly is_demonstration: boolean;
}

/**
 * Every cheap indicator in one statement. Desks and facilitators describe the network: a filter on contracts does not
 * touch them, and neither does it touch the demonstration mark, which is that of the period's rows.
 */
export function totalsSql(question: FiguresQuestion): SqlStatement {
  const parameters = new SqlParameters();
  const period = periodSql(question.scope, parameters);
  const counts = setTotalsSql(question, parameters) ?? liveTotalsSql(question, parameters);
  const sql = `
    WITH ${counts}, planned AS (
      SELECT coalesce(sum(hours), 0)::bigint AS hours_planned
      FROM (${additivePlanned({ ...question, isAdditive: true }, parameters)}) commitments
    ), ${networkSql(period)}
    SELECT * FROM live, planned, network, marks`;
  return { sql, values: parameters.values };
}

/** CTE that give `live` the counts and hours_done, from the rows of the period. */
function liveTotalsSql(question: FiguresQuestion, parameters: SqlParameters): string {
  const work = workSource(question, parameters, false);
  return `
    work AS MATERIALIZED (${countedOf(work)}
    ), sums AS (
      SELECT coalesce(sum(hours), 0)::bigint AS hours_done,
        ${countOfWork(work)} AS work_contracts FROM work
    ), people AS (
      SELECT count(*) AS participants,
        count(*) FILTER (WHERE sex = 'F') AS women_participants,
        count(*) FILTER (WHERE sex <> 'UNKNOWN') AS participants_of_known_sex,
        count(*) FILTER (WHERE lives_in_qpv) AS qpv_participants,
        count(lives_in_qpv) AS participants_of_known_residence
      FROM (SELECT DISTINCT participant_id, sex, lives_in_qpv FROM work) seen
    ), books AS (
      SELECT count(*) AS lots, count(DISTINCT contract_id) AS contracts,
        count(DISTINCT operation_id) AS operations, count(DISTINCT buyer_id) AS buyers
      FROM (SELECT DISTINCT lot_id, contract_id, operation_id, buyer_id FROM work) seen
    ), employers AS (
      SELECT count(r.siret) AS companies
      FROM contractor r JOIN (SELECT DISTINCT employer_id FROM work) seen ON seen.employer_id = r.id
    ), live AS (
      SELECT * FROM sums, people, books, employers
    )`;
}

/** What adds up over regions and cells, without anything that is counted once: read by itself when nothing else is asked. */
export function additiveSql(question: FiguresQuestion): SqlStatement {
  const parameters = new SqlParameters();
  const period = periodSql(question.scope, parameters);
  const sql = `
    WITH sums AS (${additiveWork(question, parameters)}
    ), planned AS (
      SELECT coalesce(sum(hours), 0)::bigint AS hours_planned FROM (${additivePlanned(question, parameters)}) commitments
    ), ${marksSql(period)}
    SELECT * FROM sums, planned, marks`;
  return { sql, values: parameters.values };
}

function additivePlanned(question: FiguresQuestion, parameters: SqlParameters): string {
  return cellSourceSql(question, [], PLANNED_CELLS, parameters) ?? plannedSource(question, parameters, false).sql;
}

function additiveWork(question: FiguresQuestion, parameters: SqlParameters): string {
  const hours = 'coalesce(sum(hours), 0)::bigint AS hours_done';
  const cells = cellSourceSql(question, [], WORK_CELLS, parameters);
  if (cells !== null) return `SELECT ${hours}, coalesce(sum(owners), 0)::bigint AS work_contracts FROM (${cells}) work`;
  const work = workSource(question, parameters, false);
  return `SELECT ${hours}, ${countOfWork(work)} AS work_contracts FROM (${work.sql}) work`;
}

/** Work contracts of a source: its rows, where each has one. */
function countOfWork({ isUnique }: HoursSource): string {
  return isUnique ? 'count(*)' : 'count(DISTINCT work_contract_id)';
}

/**
 * Desks and facilitators. A desk is expected when it was open at some time in the period, and reports when
 * it declared every month of the period in which it was open; a facilitator or desk counts when in post or
 * open on the last day.
 */
function networkSql({ first, last }: PeriodSql): string {
  const lastDay = `(${last} + interval '1 month' - interval '1 day')::date`;
  return `
    open_desk AS (
      SELECT d.id, d.closed_on IS NULL OR d.closed_on > ${lastDay} AS is_open_at_end,
        greatest(${first}, date_trunc('month', d.opened_on)::date) AS first_month,
        least(${last}, date_trunc('month', d.closed_on)::date) AS last_month
      FROM desk d
      WHERE d.opened_on <= ${lastDay} AND (d.closed_on IS NULL OR d.closed_on >= ${first})
    ), network AS (
      SELECT count(*) AS desks_expected,
        count(*) FILTER (WHERE is_open_at_end) AS desks,
        count(*) FILTER (WHERE declared.months = (extract(year FROM age(last_month, first_month)) * 12
          + extract(month FROM age(last_month, first_month)) + 1)) AS desks_reporting,
        (SELECT count(*) FROM facilitator f
          WHERE f.started_on <= ${lastDay} AND (f.ended_on IS NULL OR f.ended_on > ${lastDay})) AS facilitators
      FROM open_desk CROSS JOIN LATERAL (
        SELECT count(*) AS months FROM declaration x
        WHERE x.desk_id = open_desk.id AND x.state = 'DECLARED'
          AND x.month BETWEEN open_desk.first_month AND open_desk.last_month) declared
    ), ${marksSql({ first, last })}`;
}

/** Whether any row of the period is a demonstration row. */
function marksSql({ first, last }: PeriodSql): string {
  return `
    marks AS (
      -- The desks first: few rows, and in a demonstration they settle it.
      SELECT EXISTS (SELECT FROM desk d WHERE d.origin = 'DEMONSTRATION')
        OR EXISTS (SELECT FROM hour_entry h
          WHERE h.month BETWEEN ${first} AND ${last} AND h.origin = 'DEMONSTRATION')
        OR EXISTS (SELECT FROM hour_commitment h
          WHERE h.month BETWEEN ${first} AND ${last} AND h.origin = 'DEMONSTRATION') AS is_demonstration
    )`;
}
