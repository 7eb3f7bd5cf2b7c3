import { isSiren, isSiret } from '../../../kit/identifiers';
import type { CountedRegion } from '../../gather';

/** The public identifiers behind one region's distinct counts; null where it gives none. */
export interface DistinctLists {
  readonly buyerSirens: readonly string[] | null;
  readonly companySirets: readonly string[] | null;
}

/** Most identifiers that one region may list. */
const MAX_IDENTIFIERS = 1_000_000;

/** Reads the distinct lists of a shard. Undefined when one holds anything but distinct valid identifiers. */
export function readDistinctLists(shard: Readonly<Record<string, unknown>>): DistinctLists | undefined {
  const buyerSirens = readList(shard['buyerSirens'], isSiren);
  const companySirets = readList(shard['companySirets'], isSiret);
  return buyerSirens === undefined || companySirets === undefined ? undefined : { buyerSirens, companySirets };
}

/**
 * Size of the union of the regions' lists: the exact number of distinct buyers or companies, one that
 * is active in several regions counting once. Null when a counted region gives no list.
 */
export function unionSize(counted: readonly CountedRegion<DistinctLists>[], list: keyof DistinctLists): number | null {
  const union = new Set<string>();
  for (const { values } of counted) {
    const identifiers = values[list];
    if (identifiers === null) return null;
    for (const identifier of identifiers) union.add(identifier);
  }
  return union.size;
}

function readList(value: unknown, isIdentifier: (text: string) => boolean): readonly string[] | null | undefined {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value) || value.length > MAX_IDENTIFIERS) return undefined;
  const areAll = value.every((item: unknown) => typeof item === 'string' && isIdentifier(item));
  return areAll && new Set(value).size === value.length ? (value as string[]) : undefined;
}
