import type { KnownOperation } from '../engine';
import type { WorkerProcess } from './worker-process';

/** Passes on to new workers what clients ask, so that they have planned it before the first request comes. */
export interface OperationsRelay {
  add(worker: WorkerProcess): void;
  /** A worker that starts wants to know. */
  wanted(by: WorkerProcess): void;
  /** A worker that serves has said it. */
  said(operations: readonly KnownOperation[]): void;
}

/** Keeps nothing: each time, a worker that serves is asked. The first workers of all are told that nothing is known. */
export function createOperationsRelay(): OperationsRelay {
  const serving = new Set<WorkerProcess>();
  let waiting: WorkerProcess[] = [];
  return {
    add(worker) {
      worker.ready.then(
        () => serving.add(worker),
        () => undefined,
      );
      void worker.ended.then(() => serving.delete(worker));
    },
    wanted(by) {
      const [someone] = serving;
      if (someone === undefined) return by.giveOperations([]);
      waiting.push(by);
      someone.sayOperations();
    },
    said(operations) {
      const told = waiting;
      waiting = [];
      for (const worker of told) worker.giveOperations(operations);
    },
  };
}
