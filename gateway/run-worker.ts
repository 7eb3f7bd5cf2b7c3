import cluster from 'node:cluster';
import { asHubError } from '../subgraphs/kit/errors';
import type { Logger } from '../subgraphs/kit/log';
import { openRegistryFollower } from '../subgraphs/kit/registry-client';
import { exitWithLauncher, tellLauncher } from '../subgraphs/kit/process';
import { createGateway, type Gateway } from './create-gateway';
import type { GatewayProcessConfig } from './gateway-config';
import { createIdentity } from './identity';
import { linkToPrimary } from './processes';
import { createFileSource, createRegistrySource, type SourceWatch, type SupergraphSource } from './supergraph-source';

/** What a process that serves works with. */
export interface WorkerDeps {
  readonly logger: Logger;
  readonly exit: (code: number) => void;
}

/** Milliseconds of quiet after which changed files are taken. */
const SETTLE_MILLISECONDS = 100;

/** Serves in this process, alone or as one of several, and follows the files; resolves once it serves. */
export async function runWorker(config: GatewayProcessConfig, { logger, exit }: WorkerDeps): Promise<void> {
  const source = openSource(config, logger);
  const served = await source.read();
  const link = cluster.isWorker ? linkToPrimary() : undefined;
  const identity = await createIdentity(config.identity, { nationalUrl: served.network.nationalUrl });
  const known = await link?.operationsOfOthers();
  const metricsOfAll = link?.metricsOfAll;
  const gateway = await createGateway(config, { ...served, identity, known, logger, metricsOfAll });
  const watch = source.follow(served, {
    onChange: (next) => gateway.serve(next),
    onRefusal: (error) => {
      const code = asHubError(error)?.code;
      logger.error({ err: error, code }, 'what is to be served is refused; what was served before stays');
    },
  });
  const end = async (how: 'stop' | 'retire') => {
    watch.stop();
    await gateway[how]();
    await link?.sayLastMetrics(await gateway.metrics());
  };
  const endAndExit = (how: 'stop' | 'retire') => {
    end(how).then(
      () => exit(0),
      () => exit(1),
    );
  };
  link?.obey({ ...gateway, retire: () => endAndExit('retire') });
  exitWithLauncher(() => end('stop'), exit);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => endAndExit('stop'));
  onHangUp(watch, logger);
  announce(gateway, logger);
}

/** The registry where one is followed, else the two files. */
function openSource(config: GatewayProcessConfig, logger: Logger): SupergraphSource {
  const { registry, supergraphFile, networkFile, supergraphPollMilliseconds: pollMilliseconds } = config;
  if (registry != null) return createRegistrySource(openRegistryFollower(registry, logger));
  const files = { supergraphFile, networkFile, pollMilliseconds, settleMilliseconds: SETTLE_MILLISECONDS };
  return createFileSource(files, logger);
}

/** One of several processes leaves SIGHUP to the primary one, which replaces it. */
function onHangUp(watch: SourceWatch, logger: Logger): void {
  process.on('SIGHUP', () => {
    if (cluster.isWorker) return;
    logger.info('SIGHUP: the files are read again; one process alone cannot be replaced without a pause');
    watch.look();
  });
}

function announce({ url }: Gateway, logger: Logger): void {
  // Of several processes, the primary one says it for all.
  if (!cluster.isWorker) logger.info({ url }, 'the gateway serves');
  tellLauncher({ kind: 'ready', name: 'gateway', url: cluster.isWorker ? url : `${url}/graphql` });
}
