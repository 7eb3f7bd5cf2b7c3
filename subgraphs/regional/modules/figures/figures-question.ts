import type { Dimension } from '../../../kit/catalogue';
import { firstDayOf } from '../../../kit/months';
import type { FiguresScope } from '../../../kit/scope';
import type { CriterionToken } from '../../privacy';
import type { DimensionContext } from '../../rollups';
import type { SqlParameters } from '../../sql';

/** What one shard of figures is asked for. */
export interface FiguresQuestion {
  /** INSEE code of the region that answers. */
  readonly region: string;
  readonly scope: FiguresScope;
  /** The scope as it came: names the question. */
  readonly encodedScope: string;
  /** Where hours are read from: the rollups by year for whoever sees the whole books, the rows themselves for others. */
  readonly reads: 'rollups' | 'rows';
  /** Whether hours alone are asked, and nothing that is counted once. */
  readonly isAdditive: boolean;
  /** Which criteria the tokens of the books stand for; none unless said. */
  readonly criterionTokens?: readonly CriterionToken[];
}

/** What the codes of a question depend on beside the row. */
export function contextOf({ region, scope, criterionTokens = [] }: FiguresQuestion): DimensionContext {
  return { region, year: Number(scope.from.slice(0, 4)), criterionTokens };
}

/** The months of a question as SQL: first days of its first and last month. */
export interface PeriodSql {
  readonly first: string;
  readonly last: string;
}

/** Adds the period to the values of a statement. */
export function periodSql({ from, to }: Pick<FiguresScope, 'from' | 'to'>, parameters: SqlParameters): PeriodSql {
  return { first: `${parameters.add(firstDayOf(from))}::date`, last: `${parameters.add(firstDayOf(to))}::date` };
}

/** Names what a part of the answer depends on: two scopes of different members ask the same of this region. */
export function questionKey(part: string, { scope, isAdditive }: FiguresQuestion): string {
  const by: readonly Dimension[] = part === 'breakdown' ? scope.by : [];
  return JSON.stringify([part, scope.from, scope.to, scope.filter, by, isAdditive]);
}
