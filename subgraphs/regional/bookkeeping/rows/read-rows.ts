import type { EntityManager } from 'typeorm';
import { HubError } from '../../../kit/errors';
import type { Region } from '../../../kit/regions';
import { localIdOf } from '../../books';
import { SqlParameters } from '../../sql';
import type { BookField, BookNoun } from '../nouns';
import { type BookRow, selectList, shownRow, storedValue } from './column-values';

/** Most rows of a page. */
export const MAX_PAGE = 200;

/** Which page is asked. */
export interface PageQuestion {
  readonly filter?: Readonly<Record<string, unknown>> | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A page of rows. */
export interface Page<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

type Raw = Readonly<Record<string, unknown>>;

/** The rows with these local identifiers that the caller sees, in no order. */
export async function rowsById(
  books: EntityManager,
  noun: BookNoun,
  region: Region,
  ids: readonly string[],
): Promise<readonly BookRow[]> {
  const rows = (await books.query(`SELECT ${selectList(noun)} FROM ${noun.table} WHERE id = ANY ($1::bigint[])`, [
    ids,
  ])) as Raw[];
  return rows.map((row) => shownRow(noun, region, row));
}

/** One row as the caller sees it; null when there is none for it. `lock` keeps others from changing it meanwhile. */
export async function rowById(
  books: EntityManager,
  noun: BookNoun,
  region: Region,
  id: string,
  lock = false,
): Promise<BookRow | null> {
  const [row] = (await books.query(
    `SELECT ${selectList(noun)} FROM ${noun.table} WHERE id = $1${lock ? ' FOR UPDATE' : ''}`,
    [id],
  )) as Raw[];
  return row === undefined ? null : shownRow(noun, region, row);
}

/** A page in the order of identifiers. Throws PAGE_SIZE_OUT_OF_RANGE, CURSOR_MALFORMED. */
export async function pageOf(
  books: EntityManager,
  noun: BookNoun,
  region: Region,
  question: PageQuestion,
): Promise<Page<BookRow>> {
  const first = pageSize(question.first);
  const parameters = new SqlParameters();
  const conditions = filterConditions(noun, region, question.filter ?? {}, parameters);
  const counted = (await books.query(
    `SELECT count(*)::int AS count FROM ${noun.table} WHERE ${conditions.join(' AND ')}`,
    [...parameters.values],
  )) as { count: number }[];
  const after = question.after == null ? null : parameters.add(positionOf(region, question.after));
  const position = after === null ? [] : [`id > ${after}`];
  const rows = (await books.query(
    `SELECT ${selectList(noun)} FROM ${noun.table} WHERE ${[...conditions, ...position].join(' AND ')}
     ORDER BY ${noun.table}.id LIMIT ${first + 1}`,
    [...parameters.values],
  )) as Raw[];
  const shown = rows.slice(0, first).map((row) => shownRow(noun, region, row));
  return {
    edges: shown.map((node) => ({ cursor: node.id, node })),
    pageInfo: { hasNextPage: rows.length > first, endCursor: shown.at(-1)?.id ?? null },
    totalCount: counted[0]?.count ?? 0,
  };
}

/** How many rows a page may have. Throws PAGE_SIZE_OUT_OF_RANGE. */
export function pageSize(first: number | null | undefined): number {
  const asked = first ?? 50;
  if (asked >= 1 && asked <= MAX_PAGE) return asked;
  throw new HubError('PAGE_SIZE_OUT_OF_RANGE', `\`first\` is ${asked}. Ask for 1 to ${MAX_PAGE} rows.`, {});
}

/** The identifier that a cursor stands for. Throws CURSOR_MALFORMED. */
export function positionOf(region: Region, cursor: string): string {
  const id = localIdOf(region, cursor);
  if (id !== null) return id;
  throw new HubError(
    'CURSOR_MALFORMED',
    `"${cursor.slice(0, 40)}" is no cursor of this region. Use \`endCursor\` as it is.`,
    {},
  );
}

function filterConditions(
  { fields }: BookNoun,
  region: Region,
  filter: Readonly<Record<string, unknown>>,
  parameters: SqlParameters,
): string[] {
  const asked = fields.filter(({ name, isFilter }) => isFilter && filter[name] != null);
  const equal = (field: BookField) => {
    const value = storedValue(field, region, filter[field.name]);
    // An identifier of another region is that of no row here.
    return value === null ? 'false' : `${field.column} = ${parameters.add(value)}`;
  };
  return ['true', ...asked.map(equal)];
}
