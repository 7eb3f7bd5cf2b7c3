import { createGraphqlClient, type GraphqlClient } from './graphql-client';

/** Asks the registry by its own door, as the holder of one credential. */
export type RegistryClient = GraphqlClient;

/**
 * A client of the registry at an address; one without a path stands for its /graphql. Throws CONFIG_INVALID, and
 * REGISTRY_UNREACHABLE when it is asked.
 */
export function createRegistryClient(address: string, credential: string): RegistryClient {
  const url = new URL(address);
  if (url.pathname === '/') url.pathname = '/graphql';
  return createGraphqlClient({
    url: url.href,
    token: credential,
    name: 'registry',
    unreachable: 'REGISTRY_UNREACHABLE',
  });
}
