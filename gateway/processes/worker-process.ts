import cluster from 'node:cluster';
import { ERRORS, type ErrorCode, HubError } from '../../subgraphs/kit/errors';
import type { KnownOperation } from '../engine';
import type { FromWorker, MetricsSnapshot, ToWorker } from './process-messages';

/** A worker, as the primary process sees it. */
export interface WorkerProcess {
  readonly pid: number | undefined;
  /** Gives the address that it serves; rejects with what it says of its failure, or with SERVICE_FAILED. */
  readonly ready: Promise<string>;
  /** Says how it ended, once nothing more can come from it. */
  readonly ended: Promise<string>;
  /** Ends it while others serve. */
  retire(): void;
  /** Ends it in good order. */
  stop(): void;
  kill(): void;
  /** Asks it for its metrics; `onMeasured` is told. */
  measure(): void;
  /** Asks it what clients ask most; `onOperations` is told. */
  sayOperations(): void;
  giveOperations(operations: readonly KnownOperation[]): void;
  /** Sends it the metrics of all. */
  giveMetrics(question: number, text: string | undefined): void;
}

/** What a worker may want from the primary process. */
export interface WorkerListener {
  readonly onMeasured: (worker: WorkerProcess, snapshot: MetricsSnapshot) => void;
  readonly onMetricsWanted: (worker: WorkerProcess, question: number) => void;
  readonly onOperations: (operations: readonly KnownOperation[]) => void;
  readonly onOperationsWanted: (worker: WorkerProcess) => void;
}

/** Starts a worker: this same program again, which finds out by itself that it is one. */
export function forkWorker(listener: WorkerListener): WorkerProcess {
  const forked = cluster.fork();
  const disconnected = new Promise<void>((resolve) => forked.once('disconnect', () => resolve()));
  const exited = new Promise<string>((resolve) =>
    forked.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`)),
  );
  // What it said last may still be on its way when it exits.
  const ended = Promise.all([exited, disconnected]).then(([how]) => how);
  const send = (message: ToWorker) => {
    if (forked.isConnected()) forked.send(message, undefined, () => undefined);
  };
  const ready = new Promise<string>((resolve, reject) => {
    forked.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') resolve(message.url);
      if (message.kind === 'failed') {
        reject(new HubError(knownCode(message.code), message.message));
        // It holds the line to this process, so it would not end by itself.
        forked.process.kill('SIGKILL');
      }
      hear(worker, message, listener);
    });
    void exited.then((how) => reject(new HubError('SERVICE_FAILED', `A process of the gateway ended (${how}).`)));
  });
  ready.catch(() => undefined);
  const worker: WorkerProcess = {
    pid: forked.process.pid,
    ready,
    ended,
    retire: () => send({ kind: 'retire' }),
    stop: () => void forked.process.kill('SIGTERM'),
    kill: () => void forked.process.kill('SIGKILL'),
    measure: () => send({ kind: 'measure' }),
    sayOperations: () => send({ kind: 'say-operations' }),
    giveOperations: (operations) => send({ kind: 'operations', operations }),
    giveMetrics: (question, text) => send({ kind: 'metrics', question, text }),
  };
  return worker;
}

function hear(worker: WorkerProcess, message: FromWorker, listener: WorkerListener): void {
  if (message.kind === 'measured') listener.onMeasured(worker, message.snapshot);
  if (message.kind === 'metrics-wanted') listener.onMetricsWanted(worker, message.question);
  if (message.kind === 'operations') listener.onOperations(message.operations);
  if (message.kind === 'operations-wanted') listener.onOperationsWanted(worker);
}

function knownCode(code: string): ErrorCode {
  return Object.hasOwn(ERRORS, code) ? (code as ErrorCode) : 'SERVICE_FAILED';
}
