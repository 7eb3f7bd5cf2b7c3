/** Runs one SELECT over the books. */
export type Query = <Row>(sql: string) => Promise<Row[]>;

/** A row of a rollup that is not what the rows of the books add up to. */
export interface RollupDifference {
  readonly rollup: 'work_year' | 'planned_year';
  /** Local identifier of the work contract or lot. */
  readonly owner: string;
  readonly year: number;
  /** The row as the books say, as JSON; null when they hold no hours of that owner and year. */
  readonly expected: unknown;
  /** The row as the rollup has it; null when it has none. */
  readonly found: unknown;
}

/** Most differences that a check names. */
const NAMED = 100;

const MONTHS = Array.from({ length: 12 }, (_, index) => `m${String(index + 1).padStart(2, '0')}`);

const summed = (value: string): string =>
  MONTHS.map(
    (name, index) => `sum(${value}) FILTER (WHERE extract(month FROM h.month) = ${index + 1})::bigint AS ${name}`,
  ).join(', ');

const CONTRACT = `c.id AS contract_id, c.operation_id, c.departement_code, c.sector, c.clause_type, c.origin AS contract_origin,
  c.buyer_id, b.kind AS buyer_kind`;

/** The rollups computed anew from the rows, by statements that share nothing with the triggers that keep them. */
const RECOMPUTED = {
  work_year: {
    owner: 'work_contract_id',
    sql: `
      SELECT w.id AS work_contract_id, y.year, w.lot_id, w.employer_id, w.type, w.execution_mode, w.participant_id, p.sex,
        p.birth_year, p.education_level, p.criterion, p.lives_in_qpv, ${CONTRACT}, ${MONTHS.map((name) => `y.${name}`).join(', ')}
      FROM (
        SELECT h.work_contract_id, extract(year FROM h.month)::integer AS year, ${summed('h.hours * 100')}
        FROM hour_entry h WHERE h.state = 'VALIDATED' GROUP BY 1, 2) y
      JOIN work_contract w ON w.id = y.work_contract_id JOIN participant p ON p.id = w.participant_id
      JOIN lot ON lot.id = w.lot_id JOIN contract c ON c.id = lot.contract_id JOIN buyer b ON b.id = c.buyer_id`,
  },
  planned_year: {
    owner: 'lot_id',
    sql: `
      SELECT lot.id AS lot_id, y.year, ${CONTRACT}, ${MONTHS.map((name) => `y.${name}`).join(', ')}
      FROM (
        SELECT h.lot_id, extract(year FROM h.month)::integer AS year, ${summed('h.hours * 100')}
        FROM hour_commitment h GROUP BY 1, 2) y
      JOIN lot ON lot.id = y.lot_id JOIN contract c ON c.id = lot.contract_id JOIN buyer b ON b.id = c.buyer_id`,
  },
} as const;

/**
 * Computes every row of the rollups from the rows of the books and names what differs, at most a hundred of each. Run it in
 * one snapshot (REPEATABLE READ) when others write meanwhile. A row of which all months are null counts as none.
 */
export async function checkRollups(query: Query): Promise<readonly RollupDifference[]> {
  const differences: RollupDifference[] = [];
  for (const rollup of ['work_year', 'planned_year'] as const) {
    const { owner, sql } = RECOMPUTED[rollup];
    differences.push(
      ...(await query<RollupDifference>(`
        WITH expected AS (${sql}), found AS (
          SELECT t.* FROM ${rollup} t WHERE coalesce(${MONTHS.map((name) => `t.${name}`).join(', ')}) IS NOT NULL
        ), compared AS (
          SELECT ${owner} AS owner, year, to_jsonb(e) AS expected, to_jsonb(f) - ARRAY['touched', 'is_folded'] AS found
          FROM expected e FULL JOIN found f USING (${owner}, year))
        SELECT '${rollup}' AS rollup, owner::text AS owner, year, expected, found FROM compared
        WHERE expected IS DISTINCT FROM found ORDER BY owner, year LIMIT ${NAMED}`)),
    );
  }
  return differences;
}
