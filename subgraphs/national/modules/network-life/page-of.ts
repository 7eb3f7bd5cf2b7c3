import { HubError } from '../../../kit/errors';

/** Largest page. */
const MAX_PAGE = 100;

/** A page of rows of one order. */
export interface Page<Row> {
  readonly nodes: readonly Row[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * Reads a page: a cursor is the number of rows before it, since these lists are short and change by the month. Throws
 * PAGE_SIZE_OUT_OF_RANGE and CURSOR_MALFORMED.
 */
export async function pageOf<Row>(
  { first, after }: { readonly first: number; readonly after?: string | null | undefined },
  read: (first: number, skip: number) => Promise<readonly [readonly Row[], number]>,
): Promise<Page<Row>> {
  if (first < 1 || first > MAX_PAGE) {
    throw new HubError('PAGE_SIZE_OUT_OF_RANGE', `\`first\` is from 1 to ${MAX_PAGE}.`, { argument: 'first' });
  }
  const skip = after == null ? 0 : skipOf(after);
  const [nodes, totalCount] = await read(first, skip);
  const end = skip + nodes.length;
  const endCursor = nodes.length === 0 ? null : Buffer.from(`after ${end}`).toString('base64url');
  return { nodes, totalCount, pageInfo: { hasNextPage: end < totalCount, endCursor } };
}

function skipOf(cursor: string): number {
  const [, text] = /^after (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (text !== undefined) return Number(text);
  throw new HubError('CURSOR_MALFORMED', '`after` was not issued by this list. Use `endCursor` as it is.', {
    argument: 'after',
  });
}
