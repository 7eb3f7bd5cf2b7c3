import { isSettledSql, SET_KINDS, WORK_CELLS } from '../../cells';
import type { SqlParameters } from '../../sql';
import type { FiguresQuestion } from './figures-question';
import { cellHoursSql } from './cell-source.sql';
import { wholeYearsOf } from './rollup-months.sql';
import { workSource } from './work-source.sql';

/**
 * Totals of a period from what is stored of its whole years (docs/adr/0028), and from rows for the rest of it: years of which nothing
 * is stored or that changed since, and parts of years. CTE that give `live` the columns of the counts and hours_done. Null for a
 * question that nothing is stored of.
 */
export function setTotalsSql(question: FiguresQuestion, parameters: SqlParameters): string | null {
  const { scope, reads } = question;
  const years = wholeYearsOf(scope);
  const isFiltered = Object.values(scope.filter).some((values) => values !== undefined);
  if (reads !== 'rollups' || isFiltered || years === null) return null;
  const work = workSource(question, parameters, false, 'AND t.year NOT IN (SELECT s.year FROM stored s)');
  const stored = SET_KINDS.map(({ kind }) => `bit_or(bits) FILTER (WHERE kind = '${kind}') AS ${kind}`);
  const counts = SET_KINDS.map(({ kind, column, condition }) => {
    const isNew = `CASE WHEN ${column} < coalesce(length(sets.${kind}), 0) THEN get_bit(sets.${kind}, ${column}::integer) = 0 ELSE true END`;
    return `coalesce(bit_count(sets.${kind}), 0) + (
      SELECT count(DISTINCT ${column}) FROM work WHERE ${isNew} ${condition === undefined ? '' : `AND ${condition}`}) AS ${kind}`;
  });
  return `
    stored AS MATERIALIZED (
      SELECT y.year FROM generate_series(${years.first}, ${years.last}) AS y (year)
      WHERE EXISTS (SELECT FROM year_set s WHERE s.year = y.year) AND ${isSettledSql('y.year')}
    ), lengths AS (
      SELECT kind, max(length(bits)) AS most FROM year_set WHERE year IN (SELECT s.year FROM stored s) GROUP BY kind
    ), padded AS (
      SELECT s.kind, s.bits || repeat('0', l.most - length(s.bits))::varbit AS bits
      FROM year_set s JOIN lengths l USING (kind) WHERE s.year IN (SELECT s.year FROM stored s)
    ), sets AS MATERIALIZED (
      SELECT ${stored.join(', ')} FROM padded
    ), work AS MATERIALIZED (${work.sql}
    ), live AS (
      SELECT ${counts.join(', ')},
        (SELECT coalesce(sum(hours), 0)::bigint FROM (${cellHoursSql(scope, WORK_CELLS)}) c) AS hours_done
      FROM sets
    )`;
}
