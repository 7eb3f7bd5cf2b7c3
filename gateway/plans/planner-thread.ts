import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ERRORS, type ErrorCode, HubError } from '../../subgraphs/kit/errors';
import type { PlannerLimits, PlanQuestion } from './planner';
import type { FromPlanner, PlannerThreadData } from './planner-messages';

/** A planner that serves, wherever it works. */
export interface RunningPlanner {
  /** The schema that clients see, as SDL. */
  readonly apiSdl: string;
  /**
   * The plan as JSON. Rejects with PLANNING_TIMEOUT for an operation that takes too long, PLANNING_OVERLOADED when
   * too many wait, PLANNING_FAILED when the planner cannot plan it.
   */
  plan(question: PlanQuestion): Promise<string>;
  stop(): Promise<void>;
}

/** What bounds a planner in a thread. */
export interface PlannerThreadLimits extends PlannerLimits {
  /** Time that one operation may take, waiting excluded. */
  readonly planningMilliseconds: number;
  /** Most operations that wait for the planner at once. */
  readonly maxWaiting: number;
  /** Time that the planner of a supergraph may take to be built. */
  readonly buildMilliseconds: number;
}

/** Makes a planner for a supergraph. */
export type StartPlanner = (supergraphSdl: string) => Promise<RunningPlanner>;

/** Memory of a planner's thread: several times what a hundred regions take. */
const MAX_HEAP_MEGABYTES = 512;

interface Job {
  readonly question: PlanQuestion;
  readonly resolve: (plan: string) => void;
  readonly reject: (error: HubError) => void;
}

/** Makes planners in threads of their own, so that neither building nor planning holds up requests. */
export function plannerThreads(limits: PlannerThreadLimits, entry = join(__dirname, 'planner-main.js')): StartPlanner {
  return (supergraphSdl) => PlannerThread.start({ supergraphSdl, limits }, limits, entry);
}

/** One thread at a time: a thread that is stuck in an operation can only be ended, and another takes its place. */
class PlannerThread implements RunningPlanner {
  readonly apiSdl: string;
  readonly #open: () => Promise<OpenThread>;
  readonly #limits: PlannerThreadLimits;
  readonly #waiting: Job[] = [];
  #thread: Promise<OpenThread>;
  #isBusy = false;
  #isStopped = false;

  private constructor(thread: OpenThread, open: () => Promise<OpenThread>, limits: PlannerThreadLimits) {
    this.apiSdl = thread.apiSdl;
    this.#thread = Promise.resolve(thread);
    this.#open = open;
    this.#limits = limits;
  }

  static async start(data: PlannerThreadData, limits: PlannerThreadLimits, entry: string): Promise<PlannerThread> {
    const open = () => openThread(data, limits, entry);
    return new PlannerThread(await open(), open, limits);
  }

  plan(question: PlanQuestion): Promise<string> {
    if (this.#isStopped) return Promise.reject(failure('PLANNING_FAILED'));
    if (this.#waiting.length >= this.#limits.maxWaiting) return Promise.reject(failure('PLANNING_OVERLOADED'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      void this.#work();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const { reject } of this.#waiting.splice(0)) reject(failure('PLANNING_FAILED'));
    await this.#thread.then(
      ({ end }) => end(),
      () => undefined,
    );
  }

  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) await this.#carryOut(job);
    this.#isBusy = false;
  }

  async #carryOut({ question, resolve, reject }: Job): Promise<void> {
    try {
      const thread = await this.#thread;
      const outcome = await thread.ask(question, this.#limits.planningMilliseconds);
      if (outcome.kind === 'planned') return resolve(outcome.plan);
      if (outcome.kind === 'failed') return reject(failure('PLANNING_FAILED', outcome.message));
      reject(failure(outcome.kind === 'late' ? 'PLANNING_TIMEOUT' : 'PLANNING_FAILED'));
      await thread.end();
    } catch {
      reject(failure('PLANNING_FAILED'));
    }
    // Only a thread that was lost gets here.
    if (this.#isStopped) return;
    this.#thread = this.#open();
    this.#thread.catch(() => undefined);
  }
}

type ThreadOutcome = Exclude<FromPlanner, { kind: 'ready' }> | { readonly kind: 'late' | 'gone' };

interface OpenThread {
  readonly apiSdl: string;
  ask(question: PlanQuestion, milliseconds: number): Promise<ThreadOutcome>;
  end(): Promise<void>;
}

async function openThread(data: PlannerThreadData, limits: PlannerThreadLimits, entry: string): Promise<OpenThread> {
  const worker = new Worker(entry, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
    // The planner reads no environment, so it gets none.
    env: {},
  });
  // An error between two questions shows as a thread that is gone when the next is asked.
  worker.on('error', () => undefined);
  const end = async () => {
    await worker.terminate();
  };
  const ready = await nextMessage(worker, limits.buildMilliseconds);
  if (ready.kind !== 'ready') {
    await end();
    if (ready.kind === 'failed') throw failure(knownCode(ready.code), ready.message);
    throw failure('PLANNING_FAILED');
  }
  return {
    apiSdl: ready.apiSdl,
    end,
    async ask(question, milliseconds) {
      const answered = nextMessage(worker, milliseconds);
      worker.postMessage(question);
      const outcome = await answered;
      return outcome.kind === 'ready' ? { kind: 'gone' } : outcome;
    },
  };
}

function nextMessage(worker: Worker, milliseconds: number): Promise<FromPlanner | ThreadOutcome> {
  return new Promise((resolve) => {
    const settle = (outcome: FromPlanner | ThreadOutcome) => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', gone).off('exit', gone);
      resolve(outcome);
    };
    const gone = () => settle({ kind: 'gone' });
    const timer = setTimeout(() => settle({ kind: 'late' }), milliseconds);
    worker.on('message', settle).on('error', gone).on('exit', gone);
  });
}

function knownCode(code: string | undefined): ErrorCode {
  return code !== undefined && Object.hasOwn(ERRORS, code) ? (code as ErrorCode) : 'PLANNING_FAILED';
}

function failure(code: ErrorCode, cause?: string): HubError {
  if (code === 'SUPERGRAPH_UNSUPPORTED' && cause !== undefined) return new HubError(code, cause);
  return new HubError(code, ERRORS[code].description, {}, cause === undefined ? {} : { cause: new Error(cause) });
}
