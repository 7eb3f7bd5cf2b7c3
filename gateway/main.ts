import cluster from 'node:cluster';
import { asHubError } from '../subgraphs/kit/errors';
import { createLogger } from '../subgraphs/kit/log';
import { tellLauncher } from '../subgraphs/kit/process';
import { GRACE_MILLISECONDS, KEEP_ALIVE_MILLISECONDS, loadGatewayConfig } from './gateway-config';
import { runPrimary } from './processes';

async function main(): Promise<void> {
  // @apollo/gateway reads it when an ApolloGateway is constructed, and reports usage hourly unless it is set.
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  const config = loadGatewayConfig(process.env);
  const logger = createLogger('gateway', config.logLevel);
  const exit = (code: number) => process.exit(code);
  if (config.workers > 1 && cluster.isPrimary) {
    const ending = GRACE_MILLISECONDS + END_MARGIN_MILLISECONDS;
    const stopMilliseconds = 2 * config.drainMilliseconds + ending;
    const retireMilliseconds = KEEP_ALIVE_MILLISECONDS + ending;
    return runPrimary({ workers: config.workers, stopMilliseconds, retireMilliseconds }, { logger, exit });
  }
  // Loaded only by those who serve: the primary process stays small.
  const { runWorker } = await import('./run-worker.js');
  return runWorker(config, { logger, exit });
}

/** Milliseconds beyond drain and grace in which a worker must have ended. */
const END_MARGIN_MILLISECONDS = 5_000;

main().catch((error: unknown) => {
  const hubError = asHubError(error);
  const message = hubError?.message ?? (error instanceof Error ? error.message : 'unknown');
  createLogger('gateway').fatal({ err: error }, 'the gateway could not start');
  tellLauncher({ kind: 'failed', code: hubError?.code ?? 'INTERNAL_SERVER_ERROR', message });
  process.exitCode = 1;
});
