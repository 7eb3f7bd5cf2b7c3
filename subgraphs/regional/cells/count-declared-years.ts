import type { DataSource } from 'typeorm';
import { takeFoldLock } from './fold-lock';

/** What is stored of a declared year, in the order of the table. */
export const DECLARED_COUNTS = [
  'work_contracts',
  'participants',
  'women_participants',
  'participants_of_known_sex',
  'qpv_participants',
  'participants_of_known_residence',
  'lots',
  'contracts',
  'operations',
  'buyers',
  'companies',
] as const;

/** Condition under which what is stored of the year `year` (an SQL expression) is true: the cells hold all of it, and nothing else. */
export const isSettledSql = (year: string): string => `
  NOT EXISTS (SELECT FROM work_year w WHERE w.year = ${year} AND NOT w.is_folded)
  AND NOT EXISTS (SELECT FROM work_year_undone u WHERE u.year = ${year})`;

/** Years of which every desk that was open declared every month, and that nothing is stored of. */
const UNCOUNTED = `
  SELECT y.year FROM (SELECT DISTINCT extract(year FROM month)::integer AS year FROM declaration) y
  WHERE NOT EXISTS (SELECT FROM declared_year d WHERE d.year = y.year)
    AND NOT EXISTS (
      SELECT FROM desk k CROSS JOIN generate_series(1, 12) m
      WHERE k.opened_on < make_date(y.year, m, 1) + interval '1 month'
        AND (k.closed_on IS NULL OR k.closed_on >= make_date(y.year, m, 1))
        AND NOT EXISTS (SELECT FROM declaration x
          WHERE x.desk_id = k.id AND x.month = make_date(y.year, m, 1) AND x.state = 'DECLARED'))
    AND ${isSettledSql('y.year')}`;

/** Counts one year of the rollup and stores it; the rules are those of modules/figures/totals.sql.ts. */
const COUNT = `
  WITH work AS MATERIALIZED (
    SELECT * FROM work_year WHERE year = $1 AND
      greatest(m01, m02, m03, m04, m05, m06, m07, m08, m09, m10, m11, m12) > 0)
  INSERT INTO declared_year (year, ${DECLARED_COUNTS.join(', ')})
  SELECT $1, (SELECT count(*) FROM work), p.*, b.*, (
    SELECT count(r.siret) FROM contractor r WHERE r.id IN (SELECT employer_id FROM work))
  FROM (
    SELECT count(*), count(*) FILTER (WHERE sex = 'F'), count(*) FILTER (WHERE sex <> 'UNKNOWN'),
      count(*) FILTER (WHERE lives_in_qpv), count(lives_in_qpv)
    FROM (SELECT DISTINCT participant_id, sex, lives_in_qpv FROM work) seen) p,
  (SELECT count(*), count(DISTINCT contract_id), count(DISTINCT operation_id), count(DISTINCT buyer_id)
    FROM (SELECT DISTINCT lot_id, contract_id, operation_id, buyer_id FROM work) seen) b
  WHERE ${isSettledSql('$1')}`;

/**
 * Stores the counts of years that are declared and settled, one transaction each; gives the years. Whoever changes such a
 * year meanwhile opens a row of it, and what is stored is not read. The data source works as the folder.
 */
export async function countDeclaredYears(dataSource: DataSource): Promise<readonly number[]> {
  const years = (await dataSource.query(`${UNCOUNTED} ORDER BY 1`)) as { year: number }[];
  for (const { year } of years) {
    await dataSource.transaction('READ COMMITTED', async (manager) => {
      if (await takeFoldLock(manager)) await manager.query(`${COUNT} ON CONFLICT (year) DO NOTHING`, [year]);
    });
  }
  return years.map(({ year }) => year);
}
