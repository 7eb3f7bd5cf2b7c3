import { DECLARED_COUNTS, isSettledSql } from './count-declared-years';

/** A stored count that is not what the rows give. */
export interface DeclaredYearDifference {
  readonly year: number;
  /** Counts by name, as JSON. */
  readonly expected: unknown;
  readonly found: unknown;
}

/** Counts every stored year anew, from the hour entries and the rows above them; a year that is not read any more is passed over. */
export async function checkDeclaredYears(
  query: <Row>(sql: string) => Promise<Row[]>,
): Promise<readonly DeclaredYearDifference[]> {
  return query<DeclaredYearDifference>(`
    WITH done AS (
      SELECT DISTINCT extract(year FROM h.month)::integer AS year, w.id AS work_contract_id, w.employer_id, w.lot_id, p.id AS participant_id,
        p.sex, p.lives_in_qpv, c.id AS contract_id, c.operation_id, c.buyer_id, r.siret
      FROM hour_entry h JOIN work_contract w ON w.id = h.work_contract_id JOIN participant p ON p.id = w.participant_id
      JOIN lot ON lot.id = w.lot_id JOIN contract c ON c.id = lot.contract_id JOIN contractor r ON r.id = w.employer_id
      WHERE h.state = 'VALIDATED' AND h.hours > 0
    ), counted AS (
      SELECT year, count(DISTINCT work_contract_id) AS work_contracts, count(DISTINCT participant_id) AS participants,
        count(DISTINCT participant_id) FILTER (WHERE sex = 'F') AS women_participants,
        count(DISTINCT participant_id) FILTER (WHERE sex <> 'UNKNOWN') AS participants_of_known_sex,
        count(DISTINCT participant_id) FILTER (WHERE lives_in_qpv) AS qpv_participants,
        count(DISTINCT participant_id) FILTER (WHERE lives_in_qpv IS NOT NULL) AS participants_of_known_residence,
        count(DISTINCT lot_id) AS lots, count(DISTINCT contract_id) AS contracts, count(DISTINCT operation_id) AS operations,
        count(DISTINCT buyer_id) AS buyers, count(DISTINCT employer_id) FILTER (WHERE siret IS NOT NULL) AS companies
      FROM done GROUP BY year
    ), compared AS (
      SELECT d.year, jsonb_build_object(${DECLARED_COUNTS.map((name) => `'${name}', coalesce(n.${name}, 0)`).join(', ')}) AS expected,
        jsonb_build_object(${DECLARED_COUNTS.map((name) => `'${name}', d.${name}`).join(', ')}) AS found
      FROM declared_year d LEFT JOIN counted n ON n.year = d.year WHERE ${isSettledSql('d.year')})
    SELECT * FROM compared WHERE expected <> found ORDER BY year`);
}
