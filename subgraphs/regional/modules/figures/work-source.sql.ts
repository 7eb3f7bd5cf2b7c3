import type { SqlParameters } from '../../sql';
import { type FiguresQuestion, periodSql } from './figures-question';
import { figuresFilterSql } from './figures-filter.sql';
import { monthlyRollup, yearRollup } from './rollup-months.sql';

/** What of a question decides which rows are read. */
export type SourceQuestion = Pick<FiguresQuestion, 'scope' | 'reads'>;

/** A relation of hours with everything that figures group, filter and count by. */
export interface HoursSource {
  /** A SELECT; hours in hundredths, never null and above 0. */
  readonly sql: string;
  /** Whether a work contract (a lot, for planned hours) has one row at most, or one for each month. */
  readonly isUnique: boolean;
}

const OF_CONTRACT = [
  'contract_id',
  'operation_id',
  'departement_code',
  'sector',
  'clause_type',
  'contract_origin',
  'buyer_id',
  'buyer_kind',
] as const;
const OF_WORK = [
  'work_contract_id',
  'lot_id',
  'employer_id',
  'type',
  'execution_mode',
  'participant_id',
  'sex',
  'birth_year',
  'education_level',
  'criterion',
  'lives_in_qpv',
  ...OF_CONTRACT,
] as const;

/** Where the columns of a contract are found in the rows themselves. */
const CONTRACT_ROWS = `c.id AS contract_id, c.operation_id, c.departement_code, c.sector, c.clause_type,
  c.origin AS contract_origin, c.buyer_id, b.kind AS buyer_kind, c.amount_cents`;

/**
 * Validated hours of the period: from the rollup by year for whoever sees the whole books, from the rows themselves for
 * a buyer or a desk, whose rows are few and guarded one by one. `only` restricts which rows `t` of the rollup are read.
 */
export function workSource(
  question: SourceQuestion,
  parameters: SqlParameters,
  isMonthly: boolean,
  only = '',
): HoursSource {
  const { scope, reads } = question;
  if (reads === 'rollups') return fromRollup('work_year', OF_WORK, question, parameters, isMonthly, only);
  const { first, last } = periodSql(scope, parameters);
  const filter = figuresFilterSql(scope.filter, parameters);
  const done = isMonthly
    ? `SELECT work_contract_id, month, hours FROM hour_entry WHERE state = 'VALIDATED' AND month BETWEEN ${first} AND ${last}`
    : `SELECT work_contract_id, sum(hours) AS hours FROM hour_entry
       WHERE state = 'VALIDATED' AND month BETWEEN ${first} AND ${last} GROUP BY work_contract_id`;
  const sql = `
    SELECT * FROM (
      SELECT w.id AS work_contract_id, w.lot_id, w.employer_id, w.type, w.execution_mode, p.id AS participant_id, p.sex,
        p.birth_year, p.education_level, p.criterion, p.lives_in_qpv, ${CONTRACT_ROWS},
        ${isMonthly ? 'done.month,' : ''} (done.hours * 100)::bigint AS hours
      FROM (${done}) done
      JOIN work_contract w ON w.id = done.work_contract_id
      JOIN participant p ON p.id = w.participant_id
      JOIN lot ON lot.id = w.lot_id
      JOIN contract c ON c.id = lot.contract_id
      JOIN buyer b ON b.id = c.buyer_id) r
    WHERE ${filter}`;
  return { sql, isUnique: true };
}

/** SELECT of what totals count in a source of work, and of nothing else: it is kept while several counts read it. */
export function countedOf({ sql }: HoursSource): string {
  return `SELECT work_contract_id, participant_id, sex, lives_in_qpv, lot_id, contract_id, operation_id, buyer_id, employer_id, hours
    FROM (${sql}) counted`;
}

/** Committed hours of the period; see `workSource`. */
export function plannedSource(question: SourceQuestion, parameters: SqlParameters, isMonthly: boolean): HoursSource {
  const { scope, reads } = question;
  if (reads === 'rollups') {
    return fromRollup('planned_year', ['lot_id', ...OF_CONTRACT], question, parameters, isMonthly);
  }
  const { first, last } = periodSql(scope, parameters);
  const filter = figuresFilterSql(scope.filter, parameters);
  const sql = `
    SELECT * FROM (
      SELECT h.lot_id, ${CONTRACT_ROWS}, h.month, (h.hours * 100)::bigint AS hours
      FROM hour_commitment h
      JOIN lot ON lot.id = h.lot_id
      JOIN contract c ON c.id = lot.contract_id
      JOIN buyer b ON b.id = c.buyer_id
      WHERE h.month BETWEEN ${first} AND ${last}) r
    WHERE ${filter}`;
  return { sql, isUnique: false };
}

function fromRollup(
  table: string,
  columns: readonly string[],
  { scope }: SourceQuestion,
  parameters: SqlParameters,
  isMonthly: boolean,
  only = '',
): HoursSource {
  const { from, condition, hours, isUnique } = isMonthly ? monthlyRollup(scope) : yearRollup(scope);
  // The rollup has no amounts: they are looked up where they are asked, and nowhere else.
  const amounts = scope.by.includes('AMOUNT_BAND')
    ? { column: ', a.amount_cents', from: 'JOIN contract a ON a.id = t.contract_id' }
    : { column: '', from: '' };
  const sql = `
    SELECT * FROM (
      SELECT ${columns.map((column) => `t.${column}`).join(', ')}, ${isMonthly ? 'm.month,' : ''} ${hours} AS hours
        ${amounts.column}
      FROM ${table} t ${amounts.from} ${from} WHERE ${condition} ${only}) r
    WHERE hours > 0 AND ${figuresFilterSql(scope.filter, parameters)}`;
  return { sql, isUnique };
}
