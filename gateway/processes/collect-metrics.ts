import { AggregatorRegistry } from 'prom-client';
import type { MetricsSnapshot } from './process-messages';
import type { WorkerProcess } from './worker-process';

/** Adds up the metrics of all workers. */
export interface MetricsCollector {
  add(worker: WorkerProcess): void;
  /** Takes note of what a worker measured. */
  measured(worker: WorkerProcess, snapshot: MetricsSnapshot): void;
  /** Everything in the text format of Prometheus. */
  text(): Promise<string>;
}

interface Measured {
  last: MetricsSnapshot | undefined;
  /** Called when a snapshot comes. */
  whenNext: (() => void)[];
}

/** Milliseconds that a worker has to say its metrics; a busy one counts with what it said before. */
const PATIENCE_MILLISECONDS = 2_000;

/**
 * Counters of workers that ended stay in the sum: a sum that falls would read as a restart, and a rate made of it
 * would count everything once more. Of a worker that died, what it said last counts.
 */
export function createMetricsCollector(): MetricsCollector {
  const workers = new Map<WorkerProcess, Measured>();
  let ofTheEnded: MetricsSnapshot = [];

  async function keep(snapshot: MetricsSnapshot): Promise<void> {
    const counted = snapshot.filter((metric) => !('type' in metric && metric.type === 'gauge'));
    const kept = await AggregatorRegistry.aggregate([[...ofTheEnded], counted]).getMetricsAsJSON();
    ofTheEnded = kept;
  }

  let keeping: Promise<void> = Promise.resolve();
  return {
    add(worker) {
      const record: Measured = { last: undefined, whenNext: [] };
      workers.set(worker, record);
      void worker.ended.then(() => {
        workers.delete(worker);
        record.whenNext.splice(0).forEach((next) => next());
        const { last } = record;
        if (last !== undefined) keeping = keeping.then(() => keep(last));
      });
    },
    measured(worker, snapshot) {
      const record = workers.get(worker);
      if (record === undefined) return;
      record.last = snapshot;
      record.whenNext.splice(0).forEach((next) => next());
    },
    async text() {
      await Promise.all([...workers].map(([worker, record]) => nextOf(worker, record)));
      await keeping;
      const live = [...workers.values()].flatMap(({ last }) => (last === undefined ? [] : [[...last]]));
      return AggregatorRegistry.aggregate([...live, [...ofTheEnded]]).metrics();
    },
  };
}

/** Waits until a worker has said its metrics, has ended, or takes too long. */
async function nextOf(worker: WorkerProcess, record: Measured): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MILLISECONDS);
    record.whenNext.push(resolve);
    worker.measure();
  });
  clearTimeout(timer);
}
