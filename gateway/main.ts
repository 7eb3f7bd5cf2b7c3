import { asHubError } from '../subgraphs/kit/errors';
import { createLogger } from '../subgraphs/kit/log';
import { readNetwork } from '../subgraphs/kit/network';
import { exitWithLauncher, tellLauncher } from '../subgraphs/kit/process';
import { createGateway, loadGatewayConfig } from '.';
import { createIdentity } from './identity';
import { readSupergraphFile } from './supergraph';

async function main(): Promise<void> {
  // @apollo/gateway reads it when an ApolloGateway is constructed, and reports usage hourly unless it is set.
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  const config = loadGatewayConfig(process.env);
  const logger = createLogger('gateway', config.logLevel);
  const network = await readNetwork(config.networkFile);
  const gateway = await createGateway(config, {
    network,
    supergraphSdl: await readSupergraphFile(config.supergraphFile),
    identity: await createIdentity(config.identity, { nationalUrl: network.nationalUrl }),
    logger,
  });
  const stop = () => gateway.stop();
  exitWithLauncher(stop, (code) => process.exit(code));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  logger.info({ url: gateway.url }, 'the gateway serves');
  tellLauncher({ kind: 'ready', name: 'gateway', url: `${gateway.url}/graphql` });
}

main().catch((error: unknown) => {
  const hubError = asHubError(error);
  const message = hubError?.message ?? (error instanceof Error ? error.message : 'unknown');
  createLogger('gateway').fatal({ err: error }, 'the gateway could not start');
  tellLauncher({ kind: 'failed', code: hubError?.code ?? 'INTERNAL_SERVER_ERROR', message });
  process.exitCode = 1;
});
