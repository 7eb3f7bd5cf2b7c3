import { perYear, type PerYear, type YearIndex } from './month-table';

/** A run of consecutive things (contracts, participants) that are active in the same years, numbered from 0. */
export interface YearSegment {
  readonly start: number;
  readonly size: number;
  /** First and last year of activity; at most two years. */
  readonly from: YearIndex;
  readonly to: YearIndex;
}

/** Things in order of activity: only 2020, 2020 and 2021, only 2021, 2021 and 2022, only 2022. */
export type YearSegments = readonly [YearSegment, YearSegment, YearSegment, YearSegment, YearSegment];

/**
 * Numbers things so that each year has exactly its count and consecutive years share `continuing` of them:
 * the active things of any year are then one interval.
 */
export function segmentsOf(counts: PerYear<number>, continuing: readonly [number, number]): YearSegments {
  const [first, second, third] = counts;
  const [kept, keptAgain] = continuing;
  const sizes = [first - kept, kept, second - kept - keptAgain, keptAgain, third - keptAgain] as const;
  if (sizes.some((size) => size < 0)) throw new Error(`More continue than there are: ${counts.join()}`);
  const segment = (place: number, from: YearIndex, to: YearIndex): YearSegment => ({
    start: sizes.slice(0, place).reduce((left, right) => left + right, 0),
    size: sizes[place] ?? 0,
    from,
    to,
  });
  return [segment(0, 0, 0), segment(1, 0, 1), segment(2, 1, 1), segment(3, 1, 2), segment(4, 2, 2)];
}

/** How many things the segments hold over all years. */
export function sizeOf(segments: YearSegments): number {
  return segments[4].start + segments[4].size;
}

/** Consecutive numbers, `end` excluded. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** The things active in a year. */
export function activeIn(segments: YearSegments, year: YearIndex): Interval {
  const active = segments.filter((segment) => segment.from <= year && year <= segment.to);
  const start = Math.min(...active.map((segment) => segment.start));
  return { start, end: start + active.reduce((sum, segment) => sum + segment.size, 0) };
}

/** Members that mostly stay from year to year: the active ones slide slowly along their numbers. */
export interface SlidingMembers {
  readonly years: PerYear<Interval>;
  readonly total: number;
}

/** Numbers members so that each year has its count and only `turnover` of them leave each year. */
export function slidingMembers(counts: PerYear<number>, turnover: number): SlidingMembers {
  const left = perYear((year) => counts.slice(0, year).reduce((sum, count) => sum + Math.floor(count * turnover), 0));
  const years = perYear((year) => ({ start: left[year], end: left[year] + counts[year] }));
  return { years, total: Math.max(...years.map((interval) => interval.end)) };
}

/** The members active in every year from `from` to `to`. */
export function membersThrough(members: SlidingMembers, from: YearIndex, to: YearIndex): Interval {
  const start = Math.max(members.years[from].start, members.years[to].start);
  return { start, end: Math.max(start, Math.min(members.years[from].end, members.years[to].end)) };
}
