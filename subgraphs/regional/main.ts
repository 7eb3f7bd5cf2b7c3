import { createHubTokenVerifier, trustedKeys } from '../kit/identity';
import { createLogger } from '../kit/log';
import { exitWithLauncher, tellLauncher } from '../kit/process';
import { createQuestionVerifier } from '../kit/signatures';
import { createTracing } from '../kit/tracing';
import { loadRegionalConfig } from './config';
import { createRegionalSubgraph } from './create-regional-subgraph';
import { reportFailure } from './report-failure';

/** Starts the subgraph of one region and stops it when told to. */
async function main(): Promise<void> {
  const config = loadRegionalConfig(process.env);
  const { subgraph: options, hubKeys, logLevel, tracing: tracingConfig } = config;
  const logger = createLogger(options.region.subgraph, logLevel);
  const keys = await trustedKeys(hubKeys);
  const tokensFor = (audience: string) => createHubTokenVerifier(audience, keys);
  const questions = config.requiresSignedBodies ? createQuestionVerifier(keys, config.publicUrl) : undefined;
  const service = `maillage-${options.region.subgraph}`;
  const tracing = await createTracing(tracingConfig, { service, followsCaller: true, logger });
  const subgraph = await createRegionalSubgraph(options, { logger, tokensFor, questions, tracing });
  logger.info({ url: subgraph.url }, `${options.region.name} listens`);
  const stop = async (): Promise<void> => {
    await subgraph.stop();
    await tracing?.stop();
    if (process.connected) process.disconnect();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  exitWithLauncher(stop, process.exit.bind(process));
  tellLauncher({ kind: 'ready', name: options.region.subgraph, url: subgraph.url });
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  reportFailure('regional', error);
});
