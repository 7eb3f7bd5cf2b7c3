import { createGraphqlClient, type GraphqlClient } from './graphql-client';

/** Asks the gateway of a hub as one caller. */
export type GatewayClient = GraphqlClient;

/** A client of the gateway at an address. Throws CONFIG_INVALID, and GATEWAY_UNREACHABLE when it is asked. */
export function createGatewayClient(url: string, token: string): GatewayClient {
  return createGraphqlClient({ url, token, name: 'gateway', unreachable: 'GATEWAY_UNREACHABLE' });
}
