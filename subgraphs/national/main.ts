import { HubError } from '../kit/errors';
import { API_KEY_AUDIENCE, CONVENTION_AUDIENCE, createHubTokenVerifier, trustedKeys } from '../kit/identity';
import { createLogger } from '../kit/log';
import { exitWithLauncher, tellLauncher } from '../kit/process';
import { createTracing } from '../kit/tracing';
import { loadNationalConfig } from './config';
import { createNationalSubgraph } from './create-national-subgraph';
import { openMembership } from './open-membership';

/** Starts the national subgraph and stops it when told to. */
async function main(): Promise<void> {
  const config = loadNationalConfig(process.env);
  const logger = createLogger('national', config.logLevel);
  const source = await openMembership(config, logger);
  const keys = await trustedKeys(config.hubKeys());
  const tokens = createHubTokenVerifier('national', keys);
  const apiKeyTokens = createHubTokenVerifier(API_KEY_AUDIENCE, keys);
  const conventionTokens = createHubTokenVerifier(CONVENTION_AUDIENCE, keys);
  const tracing = await createTracing(config.tracing, { service: 'maillage-national', followsCaller: true, logger });
  const subgraph = await createNationalSubgraph(
    { ...config, ...source },
    { logger, tokens, apiKeyTokens, conventionTokens, tracing },
  );
  const endFollowing = source.follow(subgraph);
  const stop = async () => {
    endFollowing();
    await subgraph.stop();
    await tracing?.stop();
    if (process.connected) process.disconnect();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  exitWithLauncher(stop, process.exit.bind(process));
  tellLauncher({ kind: 'ready', name: 'national', url: subgraph.url });
}

main().catch((error: unknown) => {
  createLogger('national').fatal({ err: error }, 'the national subgraph could not start');
  const code = error instanceof HubError ? error.code : 'INTERNAL_SERVER_ERROR';
  tellLauncher({ kind: 'failed', code, message: error instanceof Error ? error.message : 'unknown failure' });
  process.exitCode = 1;
  if (process.connected) process.disconnect();
});
