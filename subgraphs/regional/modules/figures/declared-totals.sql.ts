import { DECLARED_COUNTS, isSettledSql, PLANNED_CELLS, WORK_CELLS } from '../../cells';
import { SqlParameters, type SqlStatement } from '../../sql';
import { cellSourceSql } from './cell-source.sql';
import { type FiguresQuestion, periodSql } from './figures-question';
import { monthsWithin } from './rollup-months.sql';
import { networkSql } from './totals.sql';

/**
 * The totals of a whole year from what is stored of it: one row like that of `totalsSql`, or none when the year is not declared, or
 * anything of it changed since. Null for any other question, which nothing is stored of.
 */
export function declaredTotalsSql(question: FiguresQuestion): SqlStatement | null {
  const { scope, reads } = question;
  const months = monthsWithin(scope);
  const isWholeYear = months !== null && months.first === 1 && months.last === 12;
  const isFiltered = Object.values(scope.filter).some((values) => values !== undefined);
  if (reads !== 'rollups' || isFiltered || !isWholeYear) return null;
  const parameters = new SqlParameters();
  const period = periodSql(scope, parameters);
  const additive = { ...question, isAdditive: true };
  const work = cellSourceSql(additive, [], WORK_CELLS, parameters);
  const planned = cellSourceSql(additive, [], PLANNED_CELLS, parameters);
  if (work === null || planned === null) return null;
  const sql = `
    WITH stored AS MATERIALIZED (
      SELECT ${DECLARED_COUNTS.join(', ')} FROM declared_year d WHERE d.year = ${months.year} AND ${isSettledSql('d.year')}
    ), sums AS (
      SELECT coalesce(sum(hours), 0)::bigint AS hours_done FROM (${work}) work
    ), planned AS (
      SELECT coalesce(sum(hours), 0)::bigint AS hours_planned FROM (${planned}) commitments
    ), ${networkSql(period)}
    SELECT * FROM stored, sums, planned, network, marks`;
  return { sql, values: parameters.values };
}
