import { SqlParameters, type SqlStatement } from '../../sql';
import type { FiguresQuestion } from './figures-question';
import { workSource } from './work-source.sql';

/** SIRENs of the buyers whose contracts have an hour done, ascending. */
export function buyerSirensSql(question: FiguresQuestion): SqlStatement {
  const parameters = new SqlParameters();
  const sql = `
    SELECT b.siren AS identifier FROM buyer b
    WHERE b.id IN (SELECT buyer_id FROM (${workSource(question, parameters, false).sql}) work)
    ORDER BY b.siren`;
  return { sql, values: parameters.values };
}

/** SIRETs of the companies that employed for these hours, ascending; an employer without SIRET is not one of them. */
export function companySiretsSql(question: FiguresQuestion): SqlStatement {
  const parameters = new SqlParameters();
  const sql = `
    SELECT r.siret AS identifier FROM contractor r
    WHERE r.siret IS NOT NULL AND r.id IN (SELECT employer_id FROM (${workSource(question, parameters, false).sql}) work)
    ORDER BY r.siret`;
  return { sql, values: parameters.values };
}
