import type { CheckedQuery } from './run-queries';

/** Times of some queries, in milliseconds. */
export interface Times {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
}

/** Times of queries; all zero when there are none. */
export function timesOf(queries: readonly CheckedQuery[]): Times {
  const sorted = queries.map(({ milliseconds }) => milliseconds).sort((left, right) => left - right);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { count: sorted.length, median: at(0.5), p95: at(0.95), longest: at(1) };
}

/** How often each kind of violation was found, with the first ones in words: late answers last. */
export function violationsOf(queries: readonly CheckedQuery[]): { counts: Map<string, number>; first: string[] } {
  const all = queries.flatMap(({ violations }) => violations);
  return {
    counts: countsOf(all.map(({ kind }) => kind)),
    first: [...all.filter(({ kind }) => kind !== 'LATE'), ...all.filter(({ kind }) => kind === 'LATE')]
      .slice(0, 20)
      .map(({ kind, detail }) => `${kind}: ${detail}`),
  };
}

/** A table of the faults met and what the answers said of their regions. */
export function outcomeTable(queries: readonly CheckedQuery[]): string {
  const counts = [...countsOf(queries.flatMap(({ outcomes }) => outcomes))];
  const once = counts.filter(([outcome]) => !outcome.includes(','));
  const changing = counts.filter(([outcome]) => outcome.includes(',')).reduce((sum, [, count]) => sum + count, 0);
  const lines = once
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([outcome, count]) => {
      const place = outcome.lastIndexOf(' ');
      return row(outcome.slice(0, place), outcome.slice(place + 1), String(count));
    });
  return [row('fault', 'status', 'answers'), ...lines, row('asked twice', 'any', String(changing))].join('\n');
}

const row = (fault: string, status: string, count: string) =>
  `${fault.padEnd(24)}${status.padEnd(14)}${count.padStart(8)}`;

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
