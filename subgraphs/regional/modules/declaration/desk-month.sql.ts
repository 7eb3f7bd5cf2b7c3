import { firstDayOf, type Month } from '../../../kit/months';
import type { SqlParameters } from '../../sql';
import { parameterSql } from '../dated-parameter';

/** Months that are looked at, on a day. */
export interface DeclarationPeriod {
  readonly from: Month;
  readonly to: Month;
  /** The day it is, YYYY-MM-DD: months that are not over are expected of nobody. */
  readonly today: string;
  /** Local identifier of the one desk that is looked at; all of them unless said. */
  readonly deskId?: string | undefined;
}

/**
 * `desk_month`: one row for every desk and every month of the period that is over and in which the desk was open on any
 * day, with its declaration. A desk sees itself only: of the others it could not tell a missing month from one that it may
 * not see.
 *
 * `status` is DECLARED, MISSING or REOPENED; `since` the day from which the desk has to act; `due_on` the last day on which
 * it is not late; `is_on_time` whether the first declaration was; `is_past` whether the deadline of the month is over.
 */
export function deskMonthSql({ from, to, today, deskId }: DeclarationPeriod, parameters: SqlParameters): string {
  const day = `${parameters.add(today)}::date`;
  const one = deskId === undefined ? '' : `AND d.id = ${parameters.add(deskId)}::bigint`;
  const paris = (moment: string): string => `(${moment} AT TIME ZONE 'Europe/Paris')::date`;
  return `
    asked AS (
      SELECT first::date AS month, (first + interval '1 month' - interval '1 day')::date AS month_end
      FROM generate_series(${parameters.add(firstDayOf(from))}::date::timestamp,
        ${parameters.add(firstDayOf(to))}::date::timestamp, interval '1 month') first
    ), month AS (
      SELECT month, month_end, ${parameterSql('DECLARATION_DEADLINE_DAYS', 'month_end', parameters)}::integer AS days
      FROM asked WHERE month_end < ${day}
    ), desk_month AS (
      SELECT d.id AS desk_id, d.name AS desk_name, m.month,
        coalesce(x.state, 'MISSING') AS status,
        CASE x.state WHEN 'DECLARED' THEN NULL WHEN 'REOPENED' THEN ${paris('x.reopened_at')}
          ELSE m.month_end + 1 END AS since,
        CASE x.state WHEN 'DECLARED' THEN NULL WHEN 'REOPENED' THEN ${paris('x.reopened_at')} + m.days
          ELSE m.month_end + m.days END AS due_on,
        m.month_end + m.days < ${day} AS is_past,
        coalesce(${paris('coalesce(x.first_declared_at, x.declared_at)')} <= m.month_end + m.days, false) AS is_on_time,
        x.reopened_by, x.reopening_reason
      FROM month m
      JOIN desk d ON d.opened_on <= m.month_end AND (d.closed_on IS NULL OR d.closed_on >= m.month)
      LEFT JOIN declaration x ON x.desk_id = d.id AND x.month = m.month
      WHERE (current_setting('maillage.role', true) IS DISTINCT FROM 'desk' OR d.id = maillage_own_desk()) ${one}
    )`;
}
