import { contractFilterSql, SqlParameters, type SqlStatement } from '../../sql';
import { type FiguresQuestion, periodSql } from './figures-question';

/** SIRENs of the buyers whose contracts have an hour done, ascending. */
export function buyerSirensSql({ scope }: FiguresQuestion): SqlStatement {
  const parameters = new SqlParameters();
  const period = periodSql(scope, parameters);
  const filter = contractFilterSql(scope.filter, parameters);
  const sql = `
    SELECT b.siren AS identifier FROM buyer b
    WHERE b.id IN (
      SELECT c.buyer_id
      FROM (
        SELECT DISTINCT work_contract_id FROM hour_entry
        WHERE month BETWEEN ${period.first} AND ${period.last}) h
      JOIN work_contract w ON w.id = h.work_contract_id
      JOIN lot ON lot.id = w.lot_id
      JOIN contract c ON c.id = lot.contract_id
      JOIN buyer b ON b.id = c.buyer_id
      WHERE ${filter.condition})
    ORDER BY b.siren`;
  return { sql, values: parameters.values };
}

/** SIRETs of the companies that employed for these hours, ascending; an employer without SIRET is not one of them. */
export function companySiretsSql({ scope }: FiguresQuestion): SqlStatement {
  const parameters = new SqlParameters();
  const period = periodSql(scope, parameters);
  const filter = contractFilterSql(scope.filter, parameters);
  const sql = `
    SELECT r.siret AS identifier FROM contractor r
    WHERE r.siret IS NOT NULL AND r.id IN (
      SELECT w.employer_id
      FROM (
        SELECT DISTINCT work_contract_id FROM hour_entry
        WHERE month BETWEEN ${period.first} AND ${period.last}) h
      JOIN work_contract w ON w.id = h.work_contract_id
      JOIN lot ON lot.id = w.lot_id
      JOIN contract c ON c.id = lot.contract_id
      JOIN buyer b ON b.id = c.buyer_id
      WHERE ${filter.condition})
    ORDER BY r.siret`;
  return { sql, values: parameters.values };
}
