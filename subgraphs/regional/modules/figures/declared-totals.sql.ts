import { DECLARED_COUNTS, isSettledSql, WORK_CELLS } from '../../cells';
import type { SqlParameters } from '../../sql';
import { cellSourceSql } from './cell-source.sql';
import type { FiguresQuestion } from './figures-question';
import { monthsWithin } from './rollup-months.sql';

/** How the totals of a whole year are read from what is stored of it, where that holds (docs/adr/0028). */
export interface DeclaredTotals {
  /** SELECT of one row of counts, with hours_done: or of none, when the year is not declared or anything of it changed since. */
  readonly stored: string;
  /** Names of its columns. */
  readonly counts: readonly string[];
}

/** What is stored that answers a question; null for one that nothing is stored of. */
export function declaredTotals(question: FiguresQuestion, parameters: SqlParameters): DeclaredTotals | null {
  const { scope, reads } = question;
  const months = monthsWithin(scope);
  const isWholeYear = months !== null && months.first === 1 && months.last === 12;
  const isFiltered = Object.values(scope.filter).some((values) => values !== undefined);
  if (reads !== 'rollups' || isFiltered || !isWholeYear) return null;
  const work = cellSourceSql({ ...question, isAdditive: true }, [], WORK_CELLS, parameters);
  if (work === null) return null;
  const stored = `
    SELECT ${DECLARED_COUNTS.map((name) => `d.${name}`).join(', ')},
      (SELECT coalesce(sum(hours), 0)::bigint FROM (${work}) work) AS hours_done
    FROM declared_year d WHERE d.year = ${months.year} AND ${isSettledSql('d.year')}`;
  return { stored, counts: [...DECLARED_COUNTS, 'hours_done'] };
}
