import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { HubError } from '../../subgraphs/kit/errors';

/** Largest page. */
const MAX_PAGE = 100;

/** What a client asks of a list. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page of a list, as connections of the schema have it. */
export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The cursor of a row: its identifier, opaque to clients. */
export function cursorOf(id: string | number): string {
  return Buffer.from(`r${id}`, 'utf8').toString('base64url');
}

/**
 * One page, newest first, of a query whose rows are ordered by `column`. Throws PAGE_SIZE_OUT_OF_RANGE and CURSOR_MALFORMED.
 */
export async function readPage<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  column: string,
  request: PageRequest,
  idOf: (row: Row) => string | number,
): Promise<Page<Row>> {
  const { first, after } = request;
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE) {
    throw new HubError('PAGE_SIZE_OUT_OF_RANGE', `\`first\` is from 1 to ${MAX_PAGE}.`, { limit: MAX_PAGE });
  }
  if (after != null) query.andWhere(`${column} < :after`, { after: idOfCursor(after) });
  const rows = await query
    .orderBy(column, 'DESC')
    .limit(first + 1)
    .getMany();
  return pageOf(rows, first, idOf);
}

/** A page of rows of which one more than wanted was read. */
export function pageOf<Row>(rows: readonly Row[], first: number, idOf: (row: Row) => string | number): Page<Row> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(idOf(node)), node }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

function idOfCursor(cursor: string): string {
  const id = /^r(\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  if (id === undefined) throw new HubError('CURSOR_MALFORMED', 'The cursor is not one that this list gave.');
  return id;
}
