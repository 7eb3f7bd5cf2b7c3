import { HubError } from '../kit/errors';
import type { Logger } from '../kit/log';
import { type Network, readNetwork } from '../kit/network';
import { openRegistryFollower } from '../kit/registry-client';
import type { NationalConfig } from './config';
import type { NationalSubgraph } from './create-national-subgraph';

/** Who takes part when the subgraph starts, and how it learns of changes. */
export interface OpenMembership {
  readonly network: Network;
  readonly followsMembership: boolean;
  /** Gives the subgraph every change, until the function that it gives is called. */
  readonly follow: (subgraph: NationalSubgraph) => () => void;
}

/** Reads the membership where the settings say: the registry, or the network file, which is read once. */
export async function openMembership(
  { registry, networkFile }: Pick<NationalConfig, 'registry' | 'networkFile'>,
  logger: Logger,
): Promise<OpenMembership> {
  if (registry === null) {
    if (networkFile === '') throw new HubError('CONFIG_INVALID', 'Set REGISTRY_URL or NETWORK_FILE. See .env.example.');
    return { network: await readNetwork(networkFile), followsMembership: false, follow: () => () => undefined };
  }
  const follower = openRegistryFollower(registry, logger);
  const first = await follower.read();
  return {
    network: first.network,
    followsMembership: true,
    follow: (subgraph) => {
      const watch = follower.follow(first, {
        onChange: async ({ network }) => {
          subgraph.takeNetwork(network);
          logger.info({ version: network.version, members: network.members.length }, 'another membership holds');
        },
        onRefusal: (error) => logger.error({ err: error }, 'a membership is refused; the one before holds'),
      });
      return () => watch.stop();
    },
  };
}
