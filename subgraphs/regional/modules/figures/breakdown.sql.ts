import { type Dimension, MAX_CELLS, PERSON_DIMENSIONS } from '../../../kit/catalogue';
import { SqlParameters, type SqlStatement } from '../../sql';
import { type CellRollup, PLANNED_CELLS, WORK_CELLS } from '../../cells';
import { DIMENSION_SOURCES, type DimensionSource } from '../../rollups';
import { cellSourceSql } from './cell-source.sql';
import { contextOf, type FiguresQuestion } from './figures-question';
import { plannedSource, workSource } from './work-source.sql';

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
function hasPlannedHours(by: readonly Dimension[]): boolean {
  return !by.some((dimension) => PERSON_DIMENSIONS.has(dimension));
}

/**
 * One row per combination of codes that has any figure, in code point order, and one row more than an
 * answer may hold, by which the caller sees that there are too many. A question of hours alone counts nothing else.
 */
export function breakdownSql(question: FiguresQuestion): SqlStatement {
  const { by } = question.scope;
  const parameters = new SqlParameters();
  const isMonthly = by.includes('MONTH');
  const keys = by.map((_, index) => `k${index + 1}`);
  const isPlanned = hasPlannedHours(by);
  const codes = sourcesOf(question).map((source, index) => source.codeOf?.(`k${index + 1}`) ?? `k${index + 1}`);
  const counted = countedColumns(question);
  const cells = [
    `done_cell AS (${doneCells(question, parameters, isMonthly)})`,
    ...(isPlanned ? [`planned_cell AS (${plannedCells(question, parameters, isMonthly)})`] : []),
  ];
  const shown = ['hours_done', ...Object.keys(counted)];
  const sql = `
    WITH ${cells.join(', ')}
    SELECT ARRAY[${codes.join(', ')}] AS keys,
      ${isPlanned ? 'coalesce(hours_planned, 0)' : 'NULL::bigint'} AS hours_planned,
      ${shown.map((name) => `coalesce(${name}, 0) AS ${name}`).join(', ')}
    FROM done_cell ${isPlanned ? `FULL JOIN planned_cell USING (${keys.join(', ')})` : ''}
    ORDER BY ${keys.join(', ')}
    LIMIT ${MAX_CELLS + 1}`;
  return { sql, values: parameters.values };
}

/** Hours done and what is counted with them, one row for each combination of codes. */
function doneCells(question: FiguresQuestion, parameters: SqlParameters, isMonthly: boolean): string {
  const cells = summedCells(question, WORK_CELLS, parameters, 'hours_done', ', sum(owners)::bigint AS work_contracts');
  if (cells !== null) return cells;
  const { sql, isUnique } = workSource(question, parameters, isMonthly);
  const counted = {
    ...countedColumns(question),
    work_contracts: isUnique ? 'count(*)' : 'count(DISTINCT work_contract_id)',
  };
  return `
    SELECT ${keyColumns(question, parameters)}, sum(hours)::bigint AS hours_done
      ${Object.entries(counted)
        .map(([name, count]) => `, ${count} AS ${name}`)
        .join('')}
    FROM (${sql}) r GROUP BY ${keyPlaces(question)}`;
}

/** Hours planned, one row for each combination of codes. */
function plannedCells(question: FiguresQuestion, parameters: SqlParameters, isMonthly: boolean): string {
  const cells = summedCells(question, PLANNED_CELLS, parameters, 'hours_planned', '');
  if (cells !== null) return cells;
  return `
    SELECT ${keyColumns(question, parameters)}, sum(hours)::bigint AS hours_planned
    FROM (${plannedSource(question, parameters, isMonthly).sql}) r GROUP BY ${keyPlaces(question)}`;
}

function summedCells(
  question: FiguresQuestion,
  rollup: CellRollup,
  parameters: SqlParameters,
  hours: string,
  counted: string,
): string | null {
  const source = cellSourceSql(question, question.scope.by, rollup, parameters);
  if (source === null) return null;
  const keys = question.scope.by.map((_, index) => `k${index + 1}`).join(', ');
  return `
    SELECT ${keys}, sum(hours)::bigint AS ${hours}${counted} FROM (${source}) r
    GROUP BY ${keys} HAVING sum(owners) > 0`;
}

/** What is counted in each cell beside hours; nothing that a cell counts once, when nobody asks for it. */
function countedColumns({ isAdditive }: FiguresQuestion): Readonly<Record<string, string>> {
  if (isAdditive) return { work_contracts: '' };
  return {
    work_contracts: '',
    participants: 'count(DISTINCT participant_id)',
    women_participants: `count(DISTINCT participant_id) FILTER (WHERE sex = 'F')`,
    participants_of_known_sex: `count(DISTINCT participant_id) FILTER (WHERE sex <> 'UNKNOWN')`,
    contracts: 'count(DISTINCT contract_id)',
    operations: 'count(DISTINCT operation_id)',
  };
}

function sourcesOf({ scope }: FiguresQuestion): readonly DimensionSource[] {
  return scope.by.map((dimension) => DIMENSION_SOURCES[dimension]);
}

function keyColumns(question: FiguresQuestion, parameters: SqlParameters): string {
  return sourcesOf(question)
    .map((source, index) => `${source.expression(contextOf(question), parameters)} AS k${index + 1}`)
    .join(', ');
}

function keyPlaces({ scope }: FiguresQuestion): string {
  return scope.by.map((_, index) => String(index + 1)).join(', ');
}
