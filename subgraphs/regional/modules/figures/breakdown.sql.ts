import { type Dimension, MAX_CELLS, PERSON_DIMENSIONS } from '../../../kit/catalogue';
import { SqlParameters, type SqlStatement } from '../../sql';
import { DIMENSION_SOURCES, type DimensionSource } from './dimension-sources';
import type { FiguresQuestion } from './figures-question';
import { type HoursSource, plannedSource, workSource } from './work-source.sql';

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
  const counted = countedColumns(question, workSource(question, parameters, isMonthly));
  const cells = [
    `done_cell AS (
      SELECT ${keyColumns(question, parameters)}, sum(hours)::bigint AS hours_done
        ${Object.entries(counted.columns)
          .map(([name, count]) => `, ${count} AS ${name}`)
          .join('')}
      FROM (${counted.source}) r GROUP BY ${keyPlaces(question)})`,
    ...(isPlanned
      ? [
          `planned_cell AS (
      SELECT ${keyColumns(question, parameters)}, sum(hours)::bigint AS hours_planned
      FROM (${plannedSource(question, parameters, isMonthly).sql}) r GROUP BY ${keyPlaces(question)})`,
        ]
      : []),
  ];
  const shown = ['hours_done', ...Object.keys(counted.columns)];
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

/** What is counted in each cell beside hours; nothing that a cell counts once, when nobody asks for it. */
function countedColumns({ isAdditive }: FiguresQuestion, { sql, isUnique }: HoursSource) {
  const work = { work_contracts: isUnique ? 'count(*)' : 'count(DISTINCT work_contract_id)' };
  const columns: Readonly<Record<string, string>> = isAdditive
    ? work
    : {
        ...work,
        participants: 'count(DISTINCT participant_id)',
        women_participants: `count(DISTINCT participant_id) FILTER (WHERE sex = 'F')`,
        participants_of_known_sex: `count(DISTINCT participant_id) FILTER (WHERE sex <> 'UNKNOWN')`,
        contracts: 'count(DISTINCT contract_id)',
        operations: 'count(DISTINCT operation_id)',
      };
  return { columns, source: sql };
}

function sourcesOf({ scope }: FiguresQuestion): readonly DimensionSource[] {
  return scope.by.map((dimension) => DIMENSION_SOURCES[dimension]);
}

function keyColumns(question: FiguresQuestion, parameters: SqlParameters): string {
  return sourcesOf(question)
    .map((source, index) => `${source.expression(question, parameters)} AS k${index + 1}`)
    .join(', ');
}

function keyPlaces({ scope }: FiguresQuestion): string {
  return scope.by.map((_, index) => String(index + 1)).join(', ');
}
