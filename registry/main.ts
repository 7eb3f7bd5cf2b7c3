import { HubError } from '../subgraphs/kit/errors';
import { createHubTokenVerifier, parseSigningKey, readKeyFile, trustedKeys } from '../subgraphs/kit/identity';
import { createLogger } from '../subgraphs/kit/log';
import { exitWithLauncher, tellLauncher } from '../subgraphs/kit/process';
import { createTracing } from '../subgraphs/kit/tracing';
import { COMPOSER_LIMITS, createComposer } from './checks';
import { loadRegistryConfig } from './config';
import { createRegistry, USAGE_AUDIENCE } from './create-registry';
import { createRegistryTools } from './registry-tools';
import { warmComposers } from './warm-composers';

/** What was served before composes again, and a suspension must not fail because the machine is busy. */
const CHANGE_LIMITS = { ...COMPOSER_LIMITS, milliseconds: 60_000, processes: 1 };

/** Starts the registry and stops it when told to. */
async function main(): Promise<void> {
  const config = loadRegistryConfig(process.env);
  const logger = createLogger('registry', config.logLevel);
  const keys = await trustedKeys(config.hubKeys());
  const readKey = async (path: string) => parseSigningKey(await readKeyFile(path), path);
  const signingKey = await readKey(config.signingKeyFile);
  const hubSigningKey = config.hubSigningKeyFile === null ? null : await readKey(config.hubSigningKeyFile);
  const composer = createComposer(CHANGE_LIMITS);
  const tools = createRegistryTools({ hubSigningKey, mode: config.mode });
  const tracing = await createTracing(config.tracing, { service: 'maillage-registry', followsCaller: true, logger });
  const registry = await createRegistry(config, {
    logger,
    tokens: createHubTokenVerifier('registry', keys),
    usageTokens: createHubTokenVerifier(USAGE_AUDIENCE, keys),
    signingKey,
    hubSigningKey,
    ...tools,
    composer,
    tracing,
  });
  const endWarming = warmComposers(registry.services.dataSource, [composer, tools.composer]);
  const stop = async () => {
    endWarming();
    await registry.stop();
    await Promise.all([composer.stop(), tools.stop()]);
    await tracing?.stop();
    if (process.connected) process.disconnect();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  exitWithLauncher(stop, process.exit.bind(process));
  tellLauncher({ kind: 'ready', name: 'registry', url: registry.url });
}

main().catch((error: unknown) => {
  createLogger('registry').fatal({ err: error }, 'the registry could not start');
  const code = error instanceof HubError ? error.code : 'INTERNAL_SERVER_ERROR';
  tellLauncher({ kind: 'failed', code, message: error instanceof Error ? error.message : 'unknown failure' });
  process.exitCode = 1;
  if (process.connected) process.disconnect();
});
