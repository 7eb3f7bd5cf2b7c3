import type { Logger } from '../../subgraphs/kit/log';
import type { Client } from './client-of';
import { createDayOfUsage, type DayOfUsage, type RecordedOperation } from './day-of-usage';
import type { UsageSink } from './usage-file';

/** What bounds the record of usage. */
export interface UsageLimits {
  /** Most pairs of operation and client told apart in a day. */
  readonly mostTallies: number;
  /** Size of a day's file from which on requests are only counted, in bytes. */
  readonly mostBytes: number;
  /** Milliseconds between two batches: what a killed process loses at most. */
  readonly batchMilliseconds: number;
}

/** Bounds that let every document of an honest network in, and no client fill a disk. */
export const USAGE_LIMITS: UsageLimits = {
  mostTallies: 2_000,
  mostBytes: 64 * 1024 * 1024,
  batchMilliseconds: 60_000,
};

/** What a recorder is made of. */
export interface UsageRecorderDeps {
  readonly sink: UsageSink;
  readonly logger: Logger;
  readonly limits?: UsageLimits;
  /** The clock, real unless said. */
  readonly now?: () => Date;
}

/** Records what operations use, in the background. */
export interface UsageRecorder {
  /** Counts one request. Never throws, and never waits for a disk. */
  record(operation: RecordedOperation, client: Client | undefined): void;
  /** Writes what was counted so far. Never rejects. */
  flush(): Promise<void>;
  /** Writes the rest and ends. */
  stop(): Promise<void>;
}

/** Starts to record. Days are those of UTC. */
export function createUsageRecorder(deps: UsageRecorderDeps): UsageRecorder {
  const { sink, logger, limits = USAGE_LIMITS, now = () => new Date() } = deps;
  const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
  let current = createDayOfUsage(dayOf(now()), limits.mostTallies);
  let written: Promise<void> = Promise.resolve();
  let isFailing = false;

  async function write(day: DayOfUsage): Promise<void> {
    const batch = day.take();
    if (batch === undefined) return;
    try {
      const size = await sink.append(day.day, JSON.stringify(batch));
      if (size > limits.mostBytes) day.close();
      isFailing = false;
    } catch (error) {
      day.forget();
      if (!isFailing) logger.error({ err: error }, 'usage cannot be written and is lost until it can');
      isFailing = true;
    }
  }
  // One after the other, so that lines never mix.
  const enqueue = (day: DayOfUsage) => (written = written.then(() => write(day)));
  const turn = () => {
    const day = dayOf(now());
    if (day === current.day) return;
    void enqueue(current);
    current = createDayOfUsage(day, limits.mostTallies);
  };
  const flush = () => {
    turn();
    return enqueue(current);
  };
  const timer = setInterval(() => void flush(), limits.batchMilliseconds).unref();

  return {
    record(operation, client) {
      turn();
      current.count(operation, client);
    },
    flush,
    stop() {
      clearInterval(timer);
      return flush();
    },
  };
}
