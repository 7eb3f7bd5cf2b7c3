import { isSettledSql, SET_KINDS } from './year-sets';

/** A stored set that does not hold as many as the rows give. */
export interface YearSetDifference {
  readonly year: number;
  readonly kind: string;
  readonly expected: number;
  readonly found: number;
}

/**
 * Counts what every stored set should hold anew, from the hour entries and the rows above them, and how many of those it has; a set
 * that is not read any more is passed over.
 */
export async function checkYearSets(
  query: <Row>(sql: string) => Promise<Row[]>,
): Promise<readonly YearSetDifference[]> {
  const kinds = SET_KINDS.map(
    ({ kind, column, condition = 'true' }) =>
      `SELECT DISTINCT year, '${kind}' AS kind, ${column} AS identifier FROM done WHERE ${condition}`,
  );
  return query<YearSetDifference>(`
    WITH done AS MATERIALIZED (
      SELECT DISTINCT extract(year FROM h.month)::integer AS year, w.id AS work_contract_id, w.employer_id, w.lot_id, p.id AS participant_id,
        p.sex, p.lives_in_qpv, c.id AS contract_id, c.operation_id, c.buyer_id
      FROM hour_entry h JOIN work_contract w ON w.id = h.work_contract_id JOIN participant p ON p.id = w.participant_id
      JOIN lot ON lot.id = w.lot_id JOIN contract c ON c.id = lot.contract_id
      WHERE h.state = 'VALIDATED' AND h.hours > 0
    ), expected AS (${kinds.join(' UNION ALL ')}
    ), compared AS (
      SELECT s.year, s.kind, bit_count(s.bits)::integer AS found, count(e.identifier)::integer AS expected,
        bool_and(e.identifier IS NULL OR CASE WHEN e.identifier < length(s.bits) THEN get_bit(s.bits, e.identifier::integer) = 1 ELSE false END) AS has_all
      FROM year_set s LEFT JOIN expected e ON e.year = s.year AND e.kind = s.kind
      WHERE ${isSettledSql('s.year')} GROUP BY s.year, s.kind, s.bits)
    SELECT year, kind, expected, found FROM compared WHERE expected <> found OR NOT has_all ORDER BY year, kind`);
}
