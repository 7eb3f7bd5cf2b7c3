import type { EntityManager } from 'typeorm';
import type { Month } from '../../../kit/months';
import { SqlParameters } from '../../sql';
import { type DeclarationPeriod, deskMonthSql } from './desk-month.sql';

/** Most rows of one page. */
export const MOST_DECLARATIONS = 200;

/** A month that a desk has to declare, or to declare again. */
export interface DeclarationToAct {
  readonly deskId: string;
  readonly deskName: string;
  readonly month: Month;
  readonly status: 'MISSING' | 'REOPENED';
  /** Day from which it is the desk's turn. */
  readonly since: string;
  /** Last day on which the desk is not late. */
  readonly dueOn: string;
  readonly isLate: boolean;
  /** Who reopened it and why; null unless it was. */
  readonly reopenedBy: string | null;
  readonly reopeningReason: string | null;
}

/** Where a page begins: after that month of that desk. */
export type DeclarationPosition = Pick<DeclarationToAct, 'month' | 'deskId'>;

/** One page of them. */
export interface DeclarationPage {
  readonly rows: readonly DeclarationToAct[];
  /** All of the period, not of the page. */
  readonly total: number;
  readonly hasNextPage: boolean;
}

/** How one desk stands in a period. */
export interface DeskDeclarations {
  readonly deskId: string;
  readonly deskName: string;
  readonly expected: number;
  readonly declared: number;
  readonly reopened: number;
  readonly missing: number;
  readonly late: number;
  /** Oldest month that is missing or reopened; null when the desk has nothing to do. */
  readonly oldestMonth: Month | null;
  /** Since when the desk has had something to do. */
  readonly since: string | null;
}

/** Who has to act and since when, the oldest month first. `first` is from 1 to 200. */
export async function readDeclarationsToAct(
  books: EntityManager,
  period: DeclarationPeriod,
  page: { readonly first: number; readonly after?: DeclarationPosition | undefined },
): Promise<DeclarationPage> {
  const first = Math.min(Math.max(1, page.first), MOST_DECLARATIONS);
  const parameters = new SqlParameters();
  const cte = deskMonthSql(period, parameters);
  const today = `${parameters.add(period.today)}::date`;
  const position =
    page.after === undefined
      ? 'true'
      : `(month, desk_id) > (${parameters.add(`${page.after.month}-01`)}::date, ${parameters.add(page.after.deskId)}::bigint)`;
  const [answer]: { total: string; rows: DeclarationToAct[] }[] = await books.query(
    `WITH ${cte}, waiting AS (SELECT * FROM desk_month WHERE status <> 'DECLARED'), shown AS (
       SELECT * FROM waiting WHERE ${position} ORDER BY month, desk_id LIMIT ${parameters.add(first + 1)})
     SELECT (SELECT count(*) FROM waiting) AS total, (
       SELECT coalesce(json_agg(json_build_object('deskId', desk_id::text, 'deskName', desk_name,
         'month', to_char(month, 'YYYY-MM'), 'status', status, 'since', since, 'dueOn', due_on,
         'isLate', due_on < ${today}, 'reopenedBy', CASE status WHEN 'REOPENED' THEN reopened_by END,
         'reopeningReason', CASE status WHEN 'REOPENED' THEN reopening_reason END)
         ORDER BY month, desk_id), '[]') FROM shown) AS rows`,
    [...parameters.values],
  );
  const rows = answer?.rows ?? [];
  return { rows: rows.slice(0, first), total: Number(answer?.total ?? 0), hasNextPage: rows.length > first };
}

/** Every desk that was expected to declare, those that have waited longest first; desks of a region are few. */
export async function readDeskDeclarations(
  books: EntityManager,
  period: DeclarationPeriod,
): Promise<DeskDeclarations[]> {
  const parameters = new SqlParameters();
  const cte = deskMonthSql(period, parameters);
  const rows: Record<string, string | null>[] = await books.query(
    `WITH ${cte}
     SELECT desk_id, desk_name, count(*) AS expected,
       count(*) FILTER (WHERE status = 'DECLARED') AS declared,
       count(*) FILTER (WHERE status = 'REOPENED') AS reopened,
       count(*) FILTER (WHERE status = 'MISSING') AS missing,
       count(*) FILTER (WHERE due_on < ${parameters.add(period.today)}::date) AS late,
       to_char(min(month) FILTER (WHERE status <> 'DECLARED'), 'YYYY-MM') AS oldest_month,
       to_char(min(since), 'YYYY-MM-DD') AS since
     FROM desk_month GROUP BY desk_id, desk_name ORDER BY min(since) NULLS LAST, desk_id`,
    [...parameters.values],
  );
  return rows.map((row) => ({
    deskId: row['desk_id'] ?? '',
    deskName: row['desk_name'] ?? '',
    expected: Number(row['expected']),
    declared: Number(row['declared']),
    reopened: Number(row['reopened']),
    missing: Number(row['missing']),
    late: Number(row['late']),
    oldestMonth: row['oldest_month'] ?? null,
    since: row['since'] ?? null,
  }));
}
