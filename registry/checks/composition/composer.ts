import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Publication } from '../../../schema';
import type { Composer, CompositionOutcome } from '../check-types';
import type { FromComposer } from './composer-messages';

/** What bounds a composition. */
export interface ComposerLimits {
  /** Time of the processor that composing may take. */
  readonly processorMilliseconds: number;
  /** Time by the clock that it may take, once the process is there: longer, for a machine that does other things too. */
  readonly milliseconds: number;
  /** Memory that it may take. */
  readonly megabytes: number;
  /** Processes that compose at the same time; a check composes twice. */
  readonly processes: number;
  /** Time that a process may take to start. */
  readonly startMilliseconds: number;
}

/** 18 regions compose within a second or two of a usual processor; a slow one needs several times that. */
export const COMPOSER_LIMITS: ComposerLimits = {
  processorMilliseconds: 15_000,
  milliseconds: 30_000,
  megabytes: 512,
  processes: 2,
  startMilliseconds: 30_000,
};

/**
 * Composes in processes of their own, which stay for the next composition as long as nothing goes wrong in them. A
 * process and not a thread: one that runs out of memory or of its stack can then take nothing with it.
 */
export function createComposer(
  limits: ComposerLimits = COMPOSER_LIMITS,
  entry = join(__dirname, 'composer-main.js'),
): Composer {
  return new ProcessComposer(limits, entry);
}

interface Job {
  readonly publications: readonly Publication[];
  readonly resolve: (outcome: CompositionOutcome) => void;
}

class ProcessComposer implements Composer {
  readonly #limits: ComposerLimits;
  readonly #entry: string;
  readonly #waiting: Job[] = [];
  readonly #idle: ChildProcess[] = [];
  readonly #running = new Set<ChildProcess>();
  #busy = 0;
  #isStopped = false;

  constructor(limits: ComposerLimits, entry: string) {
    this.#limits = limits;
    this.#entry = entry;
  }

  compose(publications: readonly Publication[]): Promise<CompositionOutcome> {
    if (this.#isStopped) return Promise.resolve(STOPPED);
    return new Promise((resolve) => {
      this.#waiting.push({ publications, resolve });
      this.#turn();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const { resolve } of this.#waiting.splice(0)) resolve(STOPPED);
    await Promise.all([...this.#running].map(endProcess));
  }

  #turn(): void {
    if (this.#busy >= this.#limits.processes) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    this.#busy += 1;
    void this.#carryOut(job.publications).then((outcome) => {
      this.#busy -= 1;
      job.resolve(outcome);
      this.#turn();
    });
  }

  async #carryOut(publications: readonly Publication[]): Promise<CompositionOutcome> {
    const child = this.#idle.pop() ?? (await this.#start());
    if (child === undefined) return { kind: 'CRASHED', message: 'The process that composes does not start.' };
    const answered = nextMessage(child, this.#limits.milliseconds);
    child.send({ publications }, () => undefined);
    const outcome = await answered;
    if (outcome.kind === 'COMPOSED' || outcome.kind === 'REFUSED') this.#idle.push(child);
    else await endProcess(child);
    if (this.#isStopped) return STOPPED;
    return outcome.kind === 'READY' ? { kind: 'CRASHED', message: 'The process that composes is confused.' } : outcome;
  }

  async #start(): Promise<ChildProcess | undefined> {
    const child = fork(this.#entry, [String(this.#limits.processorMilliseconds)], {
      execArgv: [`--max-old-space-size=${this.#limits.megabytes}`],
      // It composes what strangers wrote: it gets no environment, and its last words go nowhere.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    this.#running.add(child);
    child.once('exit', () => {
      this.#running.delete(child);
      const index = this.#idle.indexOf(child);
      if (index >= 0) this.#idle.splice(index, 1);
    });
    child.on('error', () => undefined);
    // Whoever forgets to stop the composer is not held up by it: the process ends with its parent.
    child.unref();
    child.channel?.unref();
    const ready = await nextMessage(child, this.#limits.startMilliseconds);
    if (ready.kind === 'READY' && !this.#isStopped) return child;
    await endProcess(child);
    return undefined;
  }
}

const STOPPED: CompositionOutcome = { kind: 'CRASHED', message: 'The hub is stopping.' };

function nextMessage(child: ChildProcess, milliseconds: number): Promise<FromComposer> {
  return new Promise((resolve) => {
    const settle = (outcome: FromComposer) => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', gone).off('error', failed);
      resolve(outcome);
    };
    const gone = (_code: number | null, signal: NodeJS.Signals | null) => settle(outcomeOfExit(signal));
    const failed = (error: Error) => settle({ kind: 'CRASHED', message: error.message });
    const timer = setTimeout(() => settle({ kind: 'EXHAUSTED', what: 'TIME' }), milliseconds);
    child.on('message', settle).on('exit', gone).on('error', failed);
    if (child.exitCode !== null || child.signalCode !== null) gone(child.exitCode, child.signalCode);
  });
}

/**
 * V8 aborts a process whose heap is full, the kernel kills one that takes too much, a stack overflow is a fault, and the
 * process's own watchdog ends it when its time of the processor is over.
 */
function outcomeOfExit(signal: NodeJS.Signals | null): CompositionOutcome {
  if (signal === 'SIGXCPU') return { kind: 'EXHAUSTED', what: 'TIME' };
  if (signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGKILL')
    return { kind: 'EXHAUSTED', what: 'MEMORY' };
  if (signal === 'SIGSEGV' || signal === 'SIGBUS') return { kind: 'EXHAUSTED', what: 'STACK' };
  return { kind: 'CRASHED', message: `The process that composes ended (${signal ?? 'by itself'}).` };
}

function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    // Unlike one that waits for work, a process that ends is waited for.
    child.ref();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
