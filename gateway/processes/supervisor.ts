import { asHubError, HubError } from '../../subgraphs/kit/errors';
import type { Logger } from '../../subgraphs/kit/log';
import type { WorkerProcess } from './worker-process';

/** How many workers there are, and how long they may take. Milliseconds. */
export interface SupervisorConfig {
  readonly workers: number;
  /** For a worker to be ready. */
  readonly startMilliseconds: number;
  /** For a worker to end with all the others. */
  readonly stopMilliseconds: number;
  /** For a worker to end while others serve: clients may hold connections that they do not use. */
  readonly retireMilliseconds: number;
  /** Pause before the second worker in a row that died soon is replaced; it doubles from one to the next. */
  readonly pauseMilliseconds: number;
  readonly longestPauseMilliseconds: number;
  /** Life after which the death of a worker says nothing about the next one. */
  readonly steadyMilliseconds: number;
}

/** What it works with. */
export interface SupervisorDeps {
  readonly startWorker: () => WorkerProcess;
  readonly logger: Logger;
}

/** Keeps workers running. */
export interface Supervisor {
  /** Starts them all; gives the address that they serve. Rejects with what kept the first from starting. */
  start(): Promise<string>;
  /**
   * Replaces them one after the other: the new one is ready before the old one ends. Rejects when a new one does not
   * get ready; the old ones that are left go on then. Asked again while it runs, it runs once more afterwards.
   */
  restart(): Promise<void>;
  /** Ends them all. */
  stop(): Promise<void>;
}

/** What holds workers that start with planning for a hundred regions. */
export const DEFAULT_SUPERVISOR_CONFIG: Omit<SupervisorConfig, 'workers' | 'stopMilliseconds' | 'retireMilliseconds'> =
  {
    startMilliseconds: 90_000,
    pauseMilliseconds: 500,
    longestPauseMilliseconds: 30_000,
    steadyMilliseconds: 60_000,
  };

/** Makes a supervisor; it starts nothing by itself. */
export function createSupervisor(config: SupervisorConfig, deps: SupervisorDeps): Supervisor {
  return new Workers(config, deps);
}

class Workers implements Supervisor {
  readonly #config: SupervisorConfig;
  readonly #deps: SupervisorDeps;
  /** Every process that has not ended. */
  readonly #all = new Set<WorkerProcess>();
  /** Those that are replaced when they end. */
  readonly #serving = new Set<WorkerProcess>();
  readonly #pauses = new Set<NodeJS.Timeout>();
  #deathsInARow = 0;
  #isStopping = false;
  #restarting: Promise<void> = Promise.resolve();
  #nextRestart: Promise<void> | undefined;

  constructor(config: SupervisorConfig, deps: SupervisorDeps) {
    this.#config = config;
    this.#deps = deps;
  }

  async start(): Promise<string> {
    try {
      const workers = Array.from({ length: this.#config.workers }, () => this.#fork());
      for (const worker of workers) this.#serve(worker);
      const [url = ''] = await Promise.all(workers.map((worker) => this.#readyInTime(worker)));
      return url;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  restart(): Promise<void> {
    if (this.#nextRestart !== undefined) return this.#nextRestart;
    const restarted = this.#restarting.then(() => {
      this.#nextRestart = undefined;
      return this.#replaceAll();
    });
    this.#nextRestart = restarted;
    this.#restarting = restarted.catch(() => undefined);
    return restarted;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#pauses.forEach((pause) => clearTimeout(pause));
    this.#pauses.clear();
    const ending = [...this.#all];
    for (const worker of ending) worker.stop();
    await Promise.all(ending.map((worker) => this.#endInTime(worker, this.#config.stopMilliseconds)));
  }

  #fork(): WorkerProcess {
    const worker = this.#deps.startWorker();
    this.#all.add(worker);
    void worker.ended.then(() => this.#all.delete(worker));
    return worker;
  }

  /** Counts a worker among those that are replaced when they end. */
  #serve(worker: WorkerProcess): void {
    const startedAt = performance.now();
    this.#serving.add(worker);
    void worker.ended.then((how) => {
      if (!this.#serving.delete(worker) || this.#isStopping) return;
      const hasLived = performance.now() - startedAt >= this.#config.steadyMilliseconds;
      this.#deathsInARow = hasLived ? 1 : this.#deathsInARow + 1;
      this.#replaceLater(worker, how);
    });
  }

  #replaceLater({ pid }: WorkerProcess, how: string): void {
    const { pauseMilliseconds, longestPauseMilliseconds } = this.#config;
    const doubled = this.#deathsInARow < 2 ? 0 : pauseMilliseconds * 2 ** (this.#deathsInARow - 2);
    const milliseconds = Math.min(doubled, longestPauseMilliseconds);
    this.#deps.logger.error({ pid, how, milliseconds }, 'a process of the gateway died; another takes its place');
    const pause = setTimeout(() => {
      this.#pauses.delete(pause);
      if (this.#serving.size < this.#config.workers) void this.#replaceNow();
    }, milliseconds);
    this.#pauses.add(pause);
  }

  async #replaceNow(): Promise<void> {
    const worker = this.#fork();
    this.#serve(worker);
    try {
      await this.#readyInTime(worker);
      this.#deps.logger.info({ pid: worker.pid }, 'a process of the gateway took the place of one that died');
    } catch (error) {
      this.#deps.logger.error({ err: error, pid: worker.pid }, 'a process of the gateway could not start');
    }
  }

  async #replaceAll(): Promise<void> {
    for (const old of [...this.#serving]) {
      if (this.#isStopping) return;
      // One that died meanwhile was replaced by a new one already.
      if (!this.#serving.has(old)) continue;
      const next = this.#fork();
      try {
        await this.#readyInTime(next);
      } catch (error) {
        const code = asHubError(error)?.code;
        this.#deps.logger.error({ err: error, code }, 'a new process is not ready: the restart ends, the others go on');
        throw error;
      }
      this.#serve(next);
      this.#serving.delete(old);
      old.retire();
      await this.#endInTime(old, this.#config.retireMilliseconds);
      this.#deps.logger.info({ pid: old.pid, replacedBy: next.pid }, 'a process of the gateway was replaced');
    }
  }

  /** Kills it when it is late. */
  async #readyInTime(worker: WorkerProcess): Promise<string> {
    const { startMilliseconds } = this.#config;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const error = () =>
        new HubError('SERVICE_FAILED', `A process of the gateway was not ready within ${startMilliseconds} ms.`);
      timer = setTimeout(() => reject(error()), startMilliseconds);
    });
    try {
      return await Promise.race([worker.ready, late]);
    } catch (error) {
      worker.kill();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Kills it when it is late. */
  async #endInTime(worker: WorkerProcess, milliseconds: number): Promise<void> {
    const timer = setTimeout(() => {
      this.#deps.logger.error({ pid: worker.pid }, 'a process of the gateway did not end in time and is killed');
      worker.kill();
    }, milliseconds);
    await worker.ended;
    clearTimeout(timer);
  }
}
