import { HubError } from '../../subgraphs/kit/errors';
import type { KnownOperation } from '../engine';
import type { FromWorker, MetricsSnapshot, ToWorker } from './process-messages';

/** A worker's line to the primary process. */
export interface PrimaryLink {
  /** The metrics of all workers in the text format of Prometheus. Rejects when the primary process cannot add them up. */
  metricsOfAll(): Promise<string>;
  /** What clients ask of the other workers; nothing when they do not say it in a few seconds. */
  operationsOfOthers(): Promise<readonly KnownOperation[]>;
  /** Answers the questions and obeys the orders of the primary process from now on. */
  obey(worker: ObedientWorker): void;
  /** Says the metrics for the last time; resolves once they are on their way. */
  sayLastMetrics(snapshot: MetricsSnapshot): Promise<void>;
}

/** What the primary process asks of a worker. */
export interface ObedientWorker {
  metrics(): Promise<MetricsSnapshot>;
  mostUsed(): Promise<readonly KnownOperation[]>;
  retire(): void;
}

/** Milliseconds that a new worker waits to hear what clients ask. */
const PATIENCE_MILLISECONDS = 5_000;

/** Opens the line of this process, which must be a worker. */
export function linkToPrimary(): PrimaryLink {
  const waiting = new Map<number, (text: string | undefined) => void>();
  let asked = 0;
  const send = (message: FromWorker) =>
    new Promise<void>((resolve) => {
      if (!process.connected) return resolve();
      process.send?.(message, undefined, undefined, () => resolve());
    });
  process.on('message', (message: ToWorker) => {
    if (message.kind !== 'metrics') return;
    waiting.get(message.question)?.(message.text);
    waiting.delete(message.question);
  });
  return {
    async metricsOfAll() {
      const question = (asked += 1);
      const answered = new Promise<string | undefined>((resolve) => waiting.set(question, resolve));
      await send({ kind: 'metrics-wanted', question });
      const text = await answered;
      if (text === undefined) throw new HubError('SERVICE_FAILED', 'The metrics of the processes cannot be added up.');
      return text;
    },
    async operationsOfOthers() {
      let timer: NodeJS.Timeout | undefined;
      const told = new Promise<readonly KnownOperation[]>((resolve) => {
        timer = setTimeout(() => resolve([]), PATIENCE_MILLISECONDS);
        process.on('message', (message: ToWorker) => {
          if (message.kind === 'operations') resolve(message.operations);
        });
      });
      await send({ kind: 'operations-wanted' });
      return told.finally(() => clearTimeout(timer));
    },
    obey({ metrics, mostUsed, retire }) {
      process.on('message', (message: ToWorker) => {
        if (message.kind === 'retire') retire();
        if (message.kind === 'say-operations') {
          void mostUsed().then((operations) => send({ kind: 'operations', operations }));
        }
        if (message.kind === 'measure') void metrics().then((snapshot) => send({ kind: 'measured', snapshot }));
      });
    },
    sayLastMetrics: (snapshot) => send({ kind: 'measured', snapshot }),
  };
}
