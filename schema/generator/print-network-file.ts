import { REGIONS } from '../../subgraphs/kit/regions';
import { CURRENT_REGIONAL_SCHEMA_VERSION } from '../../subgraphs/kit/regional-schema';

/** Port that every subgraph of docker-compose.yml listens on, inside its own container. */
const SUBGRAPH_PORT = 4001;

/**
 * Text of deploy/network.json: all regions of the law as services of docker-compose.yml, each named like its
 * subgraph, on the newest version of the regional schema.
 */
export function composeNetworkFile(): string {
  const urlOf = (service: string): string => `http://${service}:${SUBGRAPH_PORT}/graphql`;
  const network = {
    version: 1,
    nationalUrl: urlOf('national'),
    members: REGIONS.map(({ code, subgraph }) => ({
      code,
      url: urlOf(subgraph),
      schemaVersion: CURRENT_REGIONAL_SCHEMA_VERSION,
    })),
  };
  return `${JSON.stringify(network, null, 2)}\n`;
}
