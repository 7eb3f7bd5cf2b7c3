import { isSettledSql, SET_KINDS, WORK_CELLS } from '../../cells';
import type { SqlParameters } from '../../sql';
import type { FiguresQuestion } from './figures-question';
import { cellHoursSql } from './cell-source.sql';
import { wholeYearsOf } from './rollup-months.sql';
import { countedOf, workSource } from './work-source.sql';

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
  const work = workSource(question, parameters, false, 'AND t.year = ANY (ARRAY(SELECT y.year FROM live_year y))');
  const unions = SET_KINDS.map(({ kind }) => `bit_or(bits) FILTER (WHERE kind = '${kind}') AS ${kind}`);
  return `
    stored AS MATERIALIZED (
      SELECT y.year FROM generate_series(${years.first}, ${years.last}) AS y (year)
      WHERE EXISTS (SELECT FROM year_set s WHERE s.year = y.year) AND ${isSettledSql('y.year')}
    ), live_year AS (
      SELECT generate_series(${scope.from.slice(0, 4)}, ${scope.to.slice(0, 4)}) AS year EXCEPT SELECT s.year FROM stored s
    ), lengths AS (
      SELECT kind, max(length(bits)) AS most FROM year_set WHERE year IN (SELECT s.year FROM stored s) GROUP BY kind
    ), padded AS (
      SELECT s.kind, s.bits || repeat('0', l.most - length(s.bits))::varbit AS bits
      FROM year_set s JOIN lengths l USING (kind) WHERE s.year IN (SELECT s.year FROM stored s)
    ), sets AS MATERIALIZED (
      SELECT ${unions.join(', ')} FROM padded
    ), work AS MATERIALIZED (${countedOf(work)}
    ), new_work AS (
      SELECT count(*) AS work_contracts FROM (
        SELECT DISTINCT work_contract_id FROM work WHERE ${isNew('work_contracts', 'work_contract_id')}) seen
    ), new_people AS (
      SELECT count(*) AS participants,
        count(*) FILTER (WHERE sex = 'F') AS women_participants,
        count(*) FILTER (WHERE sex <> 'UNKNOWN') AS participants_of_known_sex,
        count(*) FILTER (WHERE lives_in_qpv) AS qpv_participants,
        count(lives_in_qpv) AS participants_of_known_residence
      FROM (SELECT DISTINCT participant_id, sex, lives_in_qpv FROM work
        WHERE ${isNew('participants', 'participant_id')}) seen
    ), new_books AS (
      SELECT count(DISTINCT lot_id) FILTER (WHERE ${isNew('lots', 'lot_id')}) AS lots,
        count(DISTINCT contract_id) FILTER (WHERE ${isNew('contracts', 'contract_id')}) AS contracts,
        count(DISTINCT operation_id) FILTER (WHERE ${isNew('operations', 'operation_id')}) AS operations,
        count(DISTINCT buyer_id) FILTER (WHERE ${isNew('buyers', 'buyer_id')}) AS buyers
      FROM (SELECT DISTINCT lot_id, contract_id, operation_id, buyer_id FROM work) seen
    ), new_employers AS (
      SELECT count(r.siret) AS companies
      FROM contractor r JOIN (SELECT DISTINCT employer_id FROM work) seen ON seen.employer_id = r.id
      WHERE ${isNew('companies', 'employer_id')}
    ), live AS (
      SELECT ${SET_KINDS.map(({ kind }) => `n.${kind} + coalesce(bit_count(sets.${kind}), 0) AS ${kind}`).join(', ')},
        (SELECT coalesce(sum(hours), 0)::bigint FROM (${cellHoursSql(scope, WORK_CELLS)}) c) AS hours_done
      FROM sets, (SELECT * FROM new_work, new_people, new_books, new_employers) n
    )`;
}

/**
 * SQL of whether an identifier is not in the union of a kind, which is null where nothing is stored. The union is a subquery of its
 * own, which is computed once: joined, it would be fetched again with every row.
 */
function isNew(kind: string, column: string): string {
  const union = `(SELECT u.${kind} FROM sets u)`;
  return `CASE WHEN ${column} < coalesce(length(${union}), 0) THEN get_bit(${union}, ${column}::integer) = 0 ELSE true END`;
}
