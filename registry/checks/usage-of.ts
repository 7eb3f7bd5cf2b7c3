import type { Usage, UsageRecord } from './check-types';

/** Who uses what, by coordinate. */
export interface UsageIndex {
  /** Who uses a coordinate or, for a type, anything in it: most frequent first, one entry per operation and client. */
  of(coordinate: string): readonly Usage[];
}

/** Indexes records for look-ups. */
export function indexUsage(records: readonly UsageRecord[]): UsageIndex {
  const byCoordinate = new Map<string, Usage[]>();
  for (const { coordinate, ...usage } of records) {
    // Whoever uses a field or an argument uses its type.
    const type = coordinate.split('.')[0] ?? coordinate;
    for (const key of new Set([coordinate, type])) {
      const known = byCoordinate.get(key) ?? [];
      known.push(usage);
      byCoordinate.set(key, known);
    }
  }
  return { of: (coordinate) => merge(byCoordinate.get(coordinate) ?? []) };
}

function merge(usages: readonly Usage[]): readonly Usage[] {
  const merged = new Map<string, Usage>();
  for (const usage of usages) {
    const key = JSON.stringify([usage.operationHash, usage.operationName, usage.client]);
    const known = merged.get(key);
    const isMore = known === undefined || usage.count > known.count;
    if (isMore) merged.set(key, usage);
  }
  return [...merged.values()].toSorted((left, right) => right.count - left.count);
}

/** Who uses something, for people: at most three, then how many more. */
export function describeUsers(usages: readonly Usage[]): string {
  const named = usages.slice(0, 3).map(({ operationName, operationHash, client, count, lastSeen }) => {
    const operation = operationName ?? operationHash.slice(0, 12);
    const seen = lastSeen === null ? 'registered' : `${count} times, last on ${lastSeen}`;
    return `${operation} of ${client ?? 'an unnamed client'} (${seen})`;
  });
  const more = usages.length > 3 ? ` and ${usages.length - 3} more` : '';
  return named.join(', ') + more;
}
