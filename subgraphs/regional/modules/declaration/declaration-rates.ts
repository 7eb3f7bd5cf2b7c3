import type { EntityManager } from 'typeorm';
import { SqlParameters } from '../../sql';
import { type DeclarationPeriod, deskMonthSql } from './desk-month.sql';

/** How far the declarations of a period are. Rates are from 0 to 1, null when nothing was expected. */
export interface DeclarationRates {
  /** Months of desks that were open in them, over all desks. */
  readonly expected: number;
  readonly declared: number;
  readonly reopened: number;
  readonly missing: number;
  /** Declared and not reopened since, of those expected. */
  readonly completeness: number | null;
  /** Months whose deadline is over, and of these the ones that were first declared before it. */
  readonly pastDeadline: number;
  readonly onTime: number;
  readonly onTimeRate: number | null;
}

/** Completeness of a period; whether declarations came in time is told apart. */
export async function readDeclarationRates(books: EntityManager, period: DeclarationPeriod): Promise<DeclarationRates> {
  const parameters = new SqlParameters();
  const [row]: Record<string, string>[] = await books.query(
    `WITH ${deskMonthSql(period, parameters)}
     SELECT count(*) AS expected,
       count(*) FILTER (WHERE status = 'DECLARED') AS declared,
       count(*) FILTER (WHERE status = 'REOPENED') AS reopened,
       count(*) FILTER (WHERE status = 'MISSING') AS missing,
       count(*) FILTER (WHERE is_past) AS past_deadline,
       count(*) FILTER (WHERE is_past AND is_on_time) AS on_time
     FROM desk_month`,
    [...parameters.values],
  );
  const count = (name: string): number => Number(row?.[name] ?? 0);
  const [expected, declared] = [count('expected'), count('declared')];
  const [pastDeadline, onTime] = [count('past_deadline'), count('on_time')];
  return {
    expected,
    declared,
    reopened: count('reopened'),
    missing: count('missing'),
    completeness: expected === 0 ? null : declared / expected,
    pastDeadline,
    onTime,
    onTimeRate: pastDeadline === 0 ? null : onTime / pastDeadline,
  };
}
