import { type Dimension, MAX_CELLS, PERSON_DIMENSIONS } from '../../../kit/catalogue';
import { contractFilterSql, SqlParameters, type SqlStatement } from '../../sql';
import { DIMENSION_SOURCES, type DimensionSource } from './dimension-sources';
import { type FiguresQuestion, periodSql } from './figures-question';

/** One cell; hours in hundredths, `hours_planned` null when a dimension describes persons. */
export interface BreakdownRow {
  readonly keys: string[];
  readonly hours_planned: string | null;
  readonly hours_done: string;
  readonly work_contracts: string;
  readonly participants: string;
  readonly women_participants: string;
  readonly participants_of_known_sex: string;
  readonly contracts: string;
  readonly operations: string;
}

/** Whether planned hours can be broken down by these dimensions: they have no person. */
export function hasPlannedHours(by: readonly Dimension[]): boolean {
  return !by.some((dimension) => PERSON_DIMENSIONS.has(dimension));
}

/**
 * One row per combination of codes that has any figure, in code point order, and one row more than an
 * answer may hold, by which the caller sees that there are too many.
 */
export function breakdownSql(question: FiguresQuestion): SqlStatement {
  const { by } = question.scope;
  const parameters = new SqlParameters();
  const parts = { question, parameters, period: periodSql(question.scope, parameters) };
  const keys = by.map((_, index) => `k${index + 1}`);
  const isPlanned = hasPlannedHours(by);
  const codes = sourcesOf(question).map((source, index) => source.codeOf?.(`k${index + 1}`) ?? `k${index + 1}`);
  const sql = `
    WITH ${doneCells(parts)}${isPlanned ? `, ${plannedCells(parts)}` : ''}
    SELECT ARRAY[${codes.join(', ')}] AS keys,
      ${isPlanned ? 'coalesce(hours_planned, 0)' : 'NULL::bigint'} AS hours_planned,
      ${DONE_COLUMNS.map((name) => `coalesce(${name}, 0) AS ${name}`).join(', ')}
    FROM done_cell ${isPlanned ? `FULL JOIN planned_cell USING (${keys.join(', ')})` : ''}
    ORDER BY ${keys.join(', ')}
    LIMIT ${MAX_CELLS + 1}`;
  return { sql, values: parameters.values };
}

interface Parts {
  readonly question: FiguresQuestion;
  readonly parameters: SqlParameters;
  readonly period: ReturnType<typeof periodSql>;
}

const DONE_COLUMNS = [
  'hours_done',
  'work_contracts',
  'participants',
  'women_participants',
  'participants_of_known_sex',
  'contracts',
  'operations',
] as const;

/**
 * Cells of what was done, from one row per work contract, or per work contract and month when months are
 * asked: such are the hour entries themselves (uq_hour_entry), else they are summed before any join.
 */
function doneCells({ question, parameters, period }: Parts): string {
  const sources = sourcesOf(question);
  const inPeriod = `BETWEEN ${period.first} AND ${period.last}`;
  const isMonthly = reads(sources, 'month');
  const summed = isMonthly
    ? ''
    : `done AS (
      SELECT work_contract_id, sum(hours) AS hours
      FROM hour_entry WHERE month ${inPeriod}
      GROUP BY work_contract_id
    ), `;
  const filter = contractFilterSql(question.scope.filter, parameters);
  const buyer = filter.readsBuyer || reads(sources, 'buyer') ? 'JOIN buyer b ON b.id = c.buyer_id' : '';
  return `
    ${summed}done_cell AS (
      SELECT ${keyColumns(question, parameters)},
        (sum(h.hours) * 100)::bigint AS hours_done,
        count(*) AS work_contracts,
        count(DISTINCT p.id) AS participants,
        count(DISTINCT p.id) FILTER (WHERE p.sex = 'F') AS women_participants,
        count(DISTINCT p.id) FILTER (WHERE p.sex <> 'UNKNOWN') AS participants_of_known_sex,
        count(DISTINCT c.id) AS contracts,
        count(DISTINCT c.operation_id) AS operations
      FROM ${isMonthly ? 'hour_entry' : 'done'} h
      JOIN work_contract w ON w.id = h.work_contract_id
      JOIN participant p ON p.id = w.participant_id
      JOIN lot ON lot.id = w.lot_id
      JOIN contract c ON c.id = lot.contract_id ${buyer}
      WHERE ${filter.condition} ${isMonthly ? `AND h.month ${inPeriod}` : ''}
      GROUP BY ${keyPlaces(question)}
    )`;
}

/** Cells of what was committed. */
function plannedCells({ question, parameters, period }: Parts): string {
  const sources = sourcesOf(question);
  const filter = contractFilterSql(question.scope.filter, parameters);
  const buyer = filter.readsBuyer || reads(sources, 'buyer') ? 'JOIN buyer b ON b.id = c.buyer_id' : '';
  return `
    planned_cell AS (
      SELECT ${keyColumns(question, parameters)}, (sum(h.hours) * 100)::bigint AS hours_planned
      FROM hour_commitment h
      JOIN lot ON lot.id = h.lot_id
      JOIN contract c ON c.id = lot.contract_id ${buyer}
      WHERE h.month BETWEEN ${period.first} AND ${period.last} AND ${filter.condition}
      GROUP BY ${keyPlaces(question)}
    )`;
}

function sourcesOf({ scope }: FiguresQuestion): readonly DimensionSource[] {
  return scope.by.map((dimension) => DIMENSION_SOURCES[dimension]);
}

function reads(sources: readonly DimensionSource[], table: DimensionSource['reads']): boolean {
  return sources.some((source) => source.reads === table);
}

function keyColumns(question: FiguresQuestion, parameters: SqlParameters): string {
  return sourcesOf(question)
    .map((source, index) => `${source.expression(question, parameters)} AS k${index + 1}`)
    .join(', ');
}

function keyPlaces({ scope }: FiguresQuestion): string {
  return scope.by.map((_, index) => String(index + 1)).join(', ');
}
