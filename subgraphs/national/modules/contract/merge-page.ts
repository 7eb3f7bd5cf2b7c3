import type { ContractsScope } from '../../../kit/scope';
import type { CountedRegion } from '../../gather';

/** A row of a page before it is read: which contract, and where it stands. */
export interface PageEntry {
  readonly region: string;
  readonly id: string;
  readonly sort: string;
}

/** One page merged from the regions' sorted lists. */
export interface MergedPage {
  readonly entries: readonly PageEntry[];
  readonly hasNextPage: boolean;
}

const SORT_FORM = /^\d{8}-\d{12}$/;

/**
 * Reads the entries of a page shard. Undefined when they are not what was asked: too many, of another
 * region, out of order, repeated, or at or before the position.
 */
export function readPageEntries(
  shard: Readonly<Record<string, unknown>>,
  scope: ContractsScope,
  code: string,
): readonly PageEntry[] | undefined {
  const rows = shard['entries'];
  if (!Array.isArray(rows) || rows.length > scope.first) return undefined;
  const entries: PageEntry[] = [];
  let previous: { readonly sort: string; readonly id: string } | null = scope.after;
  for (const row of rows as unknown[]) {
    const { id, sort } = (row ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof id !== 'string' || typeof sort !== 'string' || !SORT_FORM.test(sort)) return undefined;
    if (!isIdOf(code, id)) return undefined;
    const entry = { region: code, id, sort };
    if (previous !== null && compare(previous, entry) >= 0) return undefined;
    entries.push(entry);
    previous = entry;
  }
  return entries;
}

/** Whether a global identifier is one of that region's rows. */
export function isIdOf(code: string, id: string): boolean {
  return id.startsWith(`${code}-`) && /^[A-Za-z0-9_.:-]{1,60}$/.test(id.slice(code.length + 1));
}

/** Merges the regions' lists in the global order and keeps one page; the scope asks one row more than it shows. */
export function mergePage(counted: readonly CountedRegion<readonly PageEntry[]>[], scope: ContractsScope): MergedPage {
  const size = scope.first - 1;
  const merged = counted.flatMap((region) => region.values).sort(compare);
  return { entries: merged.slice(0, size), hasNextPage: merged.length > size };
}

type Placed = Pick<PageEntry, 'sort' | 'id'>;

/** The global order: by sort key, then identifier, both by code point. */
function compare(left: Placed, right: Placed): number {
  if (left.sort !== right.sort) return left.sort < right.sort ? -1 : 1;
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}
