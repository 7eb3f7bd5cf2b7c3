import type { Dimension } from '../../../kit/catalogue';
import { type CellRollup, cellSetFor } from '../../cells';
import { criterionSql } from '../../privacy';
import { DIMENSION_SOURCES } from '../../rollups';
import type { ContractFilter, SqlParameters } from '../../sql';
import { figuresFilterSql } from './figures-filter.sql';
import { contextOf, type FiguresQuestion } from './figures-question';
import { cellMonths, monthlyRollup, monthsWithin, yearRollup } from './rollup-months.sql';

/** Lists of a filter that cells know, and the dimension that each is compared with. */
const FILTERED_BY: Readonly<Partial<Record<keyof ContractFilter, Dimension>>> = {
  departements: 'DEPARTEMENT',
  sectors: 'SECTOR',
  clauseTypes: 'CLAUSE_TYPE',
  buyerKinds: 'BUYER_KIND',
};

/**
 * SELECT of `k1` … (the codes of `by`), `hours` and `owners` (work contracts, or lots), to be added up: the cells, less what
 * they hold of rows that changed since, plus rows that are not folded yet (docs/adr/0028). A group whose owners are 0 has
 * nothing. Null when cells do not answer the question: it is then answered from the rollup itself.
 */
export function cellSourceSql(
  question: FiguresQuestion,
  by: readonly Dimension[],
  rollup: CellRollup,
  parameters: SqlParameters,
): string | null {
  const { scope, reads, isAdditive } = question;
  if (reads !== 'rollups' || !isAdditive) return null;
  const months = monthsWithin(scope);
  const isMonthly = by.includes('MONTH');
  // Owners of several months in a row are known from January on, for an owner counts once.
  if (months === null || !(isMonthly || months.first === 1 || months.first === months.last)) return null;
  const filtered = filterDimensions(scope.filter);
  if (filtered === null) return null;
  const asked = new Set([...by, ...filtered].filter((dimension) => !isFree(dimension)));
  const set = cellSetFor(asked, rollup.dimensions);
  if (set === null) return null;

  const placeOf = (dimension: Dimension): string => `k${set.dimensions.findIndex((known) => known === dimension) + 1}`;
  const cellCode = (dimension: Dimension): string =>
    dimension === 'CRITERION'
      ? criterionSql(placeOf(dimension), contextOf(question).criterionTokens, parameters)
      : isFree(dimension)
        ? DIMENSION_SOURCES[dimension].expression(contextOf(question), parameters)
        : placeOf(dimension);
  const keys = (codeOf: (dimension: Dimension) => string): string =>
    by.map((dimension, index) => `${codeOf(dimension)} AS k${index + 1},`).join(' ');
  const conditions = filtered.map(
    (dimension) => `${placeOf(dimension)} = ANY (${parameters.add(valuesOf(scope.filter, dimension))}::text[])`,
  );
  const cells = cellMonths(months, isMonthly);
  const stored = `
    SELECT ${keys(cellCode)} ${cells.hours} AS hours, ${cells.owners} AS owners FROM ${rollup.cells} t ${cells.from}
    WHERE ${[`t.year = ${months.year}`, `t.dimensions = ${set.bits}`, ...conditions].join(' AND ')}`;
  const source = isMonthly ? monthlyRollup(scope) : yearRollup(scope);
  const changed = (table: string, condition: string, sign: string): string => `
    SELECT ${keys((dimension) => DIMENSION_SOURCES[dimension].expression(contextOf(question), parameters))}
      ${sign}hours AS hours, ${sign}1 AS owners
    FROM (SELECT t.*, ${isMonthly ? 'm.month,' : ''} ${source.hours} AS hours FROM ${table} t ${source.from}
      WHERE ${source.condition} AND ${condition}) r
    WHERE hours > 0 AND ${figuresFilterSql(scope.filter, parameters)}`;
  return `${stored}
    UNION ALL ${changed(rollup.table, 'NOT t.is_folded', '')}
    UNION ALL ${changed(`${rollup.table}_undone`, 'true', '-')}`;
}

/**
 * SELECT of `hours` of a period over any years, to be added up: every cell of one set is every hour, whatever the set. For a question
 * without a filter, of whoever sees the whole books.
 */
export function cellHoursSql(scope: FiguresQuestion['scope'], rollup: CellRollup): string {
  const set = cellSetFor(new Set(), rollup.dimensions);
  const { condition, hours } = yearRollup(scope);
  const part = (table: string, filter: string, sign: string): string =>
    `SELECT ${sign}(${hours}) AS hours FROM ${table} t WHERE ${condition} AND ${filter}`;
  return `${part(rollup.cells, `t.dimensions = ${set?.bits ?? 0}`, '')}
    UNION ALL ${part(rollup.table, 'NOT t.is_folded', '')} UNION ALL ${part(`${rollup.table}_undone`, 'true', '-')}`;
}

/** Dimensions that every cell answers: a region is one, and months are columns. */
function isFree(dimension: Dimension): boolean {
  return dimension === 'REGION' || dimension === 'MONTH';
}

/** The dimensions that a filter compares, null when cells do not know one. */
function filterDimensions(filter: ContractFilter): readonly Dimension[] | null {
  const dimensions: Dimension[] = [];
  for (const [name, values] of Object.entries(filter) as [keyof ContractFilter, readonly string[] | undefined][]) {
    if (values === undefined) continue;
    const dimension = FILTERED_BY[name];
    if (dimension === undefined) return null;
    dimensions.push(dimension);
  }
  return dimensions;
}

function valuesOf(filter: ContractFilter, dimension: Dimension): readonly string[] {
  const name = (Object.keys(FILTERED_BY) as (keyof ContractFilter)[]).find((key) => FILTERED_BY[key] === dimension);
  return (name === undefined ? undefined : filter[name]) ?? [];
}
