import type { Client } from './client-of';

/** An operation as it is recorded. */
export interface RecordedOperation {
  /** Stands for the document, the name and the coordinates together. */
  readonly id: string;
  /** SHA-256 of the document. */
  readonly hash: string;
  readonly name: string | null;
  readonly coordinates: readonly string[];
}

/** How often one client asked one operation since the last batch. */
export interface UsageCount {
  readonly operation: string;
  readonly client: string | null;
  readonly version: string | null;
  readonly count: number;
}

/** One line of a usage file. Counts of all lines of a day add up; an operation is described once in a file. */
export interface UsageBatch {
  readonly day: string;
  readonly operations: readonly RecordedOperation[];
  readonly counts: readonly UsageCount[];
  /** Requests that were not told apart any more, since too many different ones had come. */
  readonly overflow: number;
}

/** What was asked on one day, bounded: clients that send ever new documents cannot grow it. */
export interface DayOfUsage {
  readonly day: string;
  count(operation: RecordedOperation, client: Client | undefined): void;
  /** What is new since the last time; undefined when nothing is. */
  take(): UsageBatch | undefined;
  /** Says that a batch was lost: operations are described again. */
  forget(): void;
  /** Stops telling operations apart: from now on requests are only counted. */
  close(): void;
}

interface Tally {
  readonly operation: string;
  readonly client: Client | undefined;
  count: number;
}

/** Counts one day; at most `mostTallies` different pairs of operation and client are told apart. */
export function createDayOfUsage(day: string, mostTallies: number): DayOfUsage {
  const tallies = new Map<string, Tally>();
  const described = new Set<string>();
  const undescribed = new Map<string, RecordedOperation>();
  let overflow = 0;
  let isClosed = false;

  function tallyOf(operation: RecordedOperation, client: Client | undefined): Tally | undefined {
    const key = client === undefined ? operation.id : `${operation.id} ${client.name}/${client.version ?? ''}`;
    const known = tallies.get(key);
    if (known !== undefined || tallies.size >= mostTallies) return known;
    const tally = { operation: operation.id, client, count: 0 };
    tallies.set(key, tally);
    return tally;
  }

  return {
    day,
    count(operation, client) {
      const tally = isClosed ? undefined : tallyOf(operation, client);
      if (tally === undefined) {
        overflow += 1;
        return;
      }
      tally.count += 1;
      if (!described.has(operation.id)) undescribed.set(operation.id, operation);
    },
    take() {
      const counts = [...tallies.values()].flatMap((tally): UsageCount[] => {
        const { operation, client, count } = tally;
        tally.count = 0;
        return count === 0
          ? []
          : [{ operation, client: client?.name ?? null, version: client?.version ?? null, count }];
      });
      if (counts.length === 0 && overflow === 0) return undefined;
      const batch = { day, operations: [...undescribed.values()], counts, overflow };
      for (const id of undescribed.keys()) described.add(id);
      undescribed.clear();
      overflow = 0;
      return batch;
    },
    forget: () => described.clear(),
    close() {
      isClosed = true;
    },
  };
}
