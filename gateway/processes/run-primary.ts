import cluster from 'node:cluster';
import type { Logger } from '../../subgraphs/kit/log';
import { exitWithLauncher, tellLauncher } from '../../subgraphs/kit/process';
import { createMetricsCollector } from './collect-metrics';
import { createOperationsRelay } from './relay-operations';
import { createSupervisor, DEFAULT_SUPERVISOR_CONFIG } from './supervisor';
import { forkWorker, type WorkerProcess } from './worker-process';

/** What the primary process needs to know. */
export interface PrimaryConfig {
  readonly workers: number;
  /** Milliseconds that a worker may take to end with the gateway. */
  readonly stopMilliseconds: number;
  /** Milliseconds that a worker may take to end while others serve. */
  readonly retireMilliseconds: number;
}

/** What it works with. */
export interface PrimaryDeps {
  readonly logger: Logger;
  readonly exit: (code: number) => void;
}

/**
 * Runs the process that holds the port and the workers that answer on it; resolves once they serve. It knows of no
 * request: it hands connections on in turn, replaces workers that die, all of them one by one on SIGHUP, and ends them
 * on SIGTERM and SIGINT. Rejects with what kept the workers from starting.
 */
export async function runPrimary(config: PrimaryConfig, { logger, exit }: PrimaryDeps) {
  cluster.schedulingPolicy = cluster.SCHED_RR;
  const metrics = createMetricsCollector();
  const operations = createOperationsRelay();
  const giveMetrics = async (worker: WorkerProcess, question: number) => {
    const text = await metrics.text().catch((error: unknown) => {
      logger.error({ err: error }, 'the metrics of the processes could not be added up');
      return undefined;
    });
    worker.giveMetrics(question, text);
  };
  const startWorker = () => {
    const worker = forkWorker({
      onMeasured: metrics.measured,
      onMetricsWanted: (from, question) => void giveMetrics(from, question),
      onOperations: operations.said,
      onOperationsWanted: operations.wanted,
    });
    metrics.add(worker);
    operations.add(worker);
    return worker;
  };
  const supervisor = createSupervisor({ ...DEFAULT_SUPERVISOR_CONFIG, ...config }, { startWorker, logger });
  const stop = () => supervisor.stop();
  exitWithLauncher(stop, exit);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => exit(0)));
  }
  process.on('SIGHUP', () => {
    logger.info('the processes of the gateway are replaced one by one');
    supervisor.restart().then(
      () => logger.info('every process of the gateway was replaced'),
      () => undefined,
    );
  });
  const url = await supervisor.start();
  logger.info({ url, workers: config.workers }, 'the gateway serves');
  tellLauncher({ kind: 'ready', name: 'gateway', url: `${url}/graphql` });
}
