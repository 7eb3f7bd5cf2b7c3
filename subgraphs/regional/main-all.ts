import { createHubTokenVerifier, trustedKeys } from '../kit/identity';
import { createLogger } from '../kit/log';
import { createQuestionVerifier } from '../kit/signatures';
import { readNetwork } from '../kit/network';
import { exitWithLauncher, type LauncherMessage, tellLauncher } from '../kit/process';
import { createTracing } from '../kit/tracing';
import { startAllRegions } from './all-regions';
import { loadAllRegionsConfig } from './config';
import { readRegionsFile } from './regions-file';
import { reportFailure } from './report-failure';

/** Starts every region of the regions file and obeys the launcher. */
async function main(): Promise<void> {
  const config = loadAllRegionsConfig(process.env);
  const logger = createLogger('regions', config.logLevel);
  const [settings, network, keys] = await Promise.all([
    readRegionsFile(config.regionsFile),
    readNetwork(config.networkFile),
    trustedKeys(config.hubKeys),
  ]);
  const tokensFor = (audience: string) => createHubTokenVerifier(audience, keys);
  const questions = config.requiresSignedBodies ? createQuestionVerifier(keys) : undefined;
  const tracing = await createTracing(config.tracing, { service: 'maillage-regions', followsCaller: true, logger });
  const { shared } = config;
  const onEvent = tellLauncher;
  const regions = await startAllRegions({ settings, network, shared, logger, tokensFor, questions, tracing, onEvent });
  process.on('message', (message: LauncherMessage) => {
    const done =
      message.kind === 'stop-region' ? regions.stopRegion(message.region) : regions.startRegion(message.region);
    done.catch((error: unknown) => logger.error({ err: error, region: message.region }, `${message.kind} failed`));
  });
  const stop = async (): Promise<void> => {
    await regions.stop();
    await tracing?.stop();
    if (process.connected) process.disconnect();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  exitWithLauncher(stop, process.exit.bind(process));
  tellLauncher({ kind: 'ready', name: 'regions', url: `http://${shared.host ?? '127.0.0.1'}` });
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  reportFailure('regions', error);
});
