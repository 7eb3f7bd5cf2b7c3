import type { FiguresScope } from '../../../kit/scope';
import { monthsBetween } from '../../../kit/months';
import { MEASURES, type Measure, type Measures } from './indicator-catalogue';

/** What one region answered, checked. */
export interface ShardFigures {
  readonly measures: Measures;
  readonly asOf: Date;
  readonly isDemonstration: boolean | null;
  readonly desksExpected: number | null;
  readonly desksReporting: number | null;
}

type Shard = Readonly<Record<string, unknown>>;

/** Most of anything that one region may plausibly count in one period. */
const MAX_COUNT = 10_000_000;
/** Hours in the longest month: nobody can work more. */
const HOURS_OF_A_MONTH = 744;
/** How far a region's clock may be ahead. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

/**
 * Reads the figures of a shard. Undefined when anything in it is not a plausible value: a region that
 * answers nonsense in one place is not trusted in another, and is excluded whole. Null stands for what the
 * region does not say; a region that says nothing at all is not counted either.
 */
export function readFiguresShard(shard: Shard, scope: FiguresScope, now: Date): ShardFigures | undefined {
  const measures = readMeasures(shard, MEASURES);
  const asOf = readMoment(shard['asOf'], now);
  const declarations = readMeasures(shard, ['desksExpected', 'desksReporting']);
  const isDemonstration = shard['isDemonstration'] ?? null;
  if (measures === undefined || asOf === undefined || declarations === undefined) return undefined;
  if (isDemonstration !== null && typeof isDemonstration !== 'boolean') return undefined;
  if (Object.values(measures).every((value) => value === null)) return undefined;
  if (!isPlausible(measures, monthsBetween(scope.from, scope.to))) return undefined;
  if (!isOrdered(declarations.desksReporting, declarations.desksExpected)) return undefined;
  return {
    measures,
    asOf,
    isDemonstration,
    desksExpected: declarations.desksExpected,
    desksReporting: declarations.desksReporting,
  };
}

/** Reads named numbers; undefined when one of them is neither null nor a plausible whole number. */
export function readMeasures<Name extends string>(
  source: Shard,
  names: readonly Name[],
): Readonly<Record<Name, number | null>> | undefined {
  const values: Partial<Record<Name, number | null>> = {};
  for (const name of names) {
    const value = source[name] ?? null;
    if (value !== null && !isWholeNumber(value)) return undefined;
    if (value !== null && !isHours(name) && value > MAX_COUNT) return undefined;
    values[name] = value;
  }
  return values as Record<Name, number | null>;
}

/** Relations that hold for any true set of figures, wherever both sides are given. */
export function isPlausible(measures: Measures, months: number): boolean {
  const { participants, participantsOfKnownSex, womenParticipants, workContracts, hoursDone } = measures;
  const most = workContracts == null ? null : workContracts * months * HOURS_OF_A_MONTH * 100;
  return (
    isOrdered(womenParticipants, participantsOfKnownSex) &&
    isOrdered(participantsOfKnownSex, participants) &&
    isOrdered(measures.qpvParticipants, measures.participantsOfKnownResidence) &&
    isOrdered(measures.participantsOfKnownResidence, participants) &&
    isOrdered(participants, workContracts) &&
    isOrdered(measures.contracts, measures.lots) &&
    isOrdered(measures.operations, measures.contracts) &&
    isOrdered(hoursDone, most)
  );
}

function isOrdered(smaller: number | null | undefined, larger: number | null | undefined): boolean {
  return smaller == null || larger == null || smaller <= larger;
}

function isWholeNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

const isHours = (name: string): name is Measure & `hours${string}` => name.startsWith('hours');

function readMoment(value: unknown, now: Date): Date | undefined {
  if (typeof value !== 'string') return undefined;
  const moment = new Date(value);
  const isPast = moment.getTime() <= now.getTime() + CLOCK_TOLERANCE_MS;
  return isPast ? moment : undefined;
}
