export {
  createSubgraphServer,
  DEFAULT_SERVER_LIMITS,
  type IncomingRequest,
  type ServerLimits,
  type SubgraphServer,
  type SubgraphServerOptions,
} from './create-subgraph-server';
export { DEMONSTRATION_HEADER, GRAPHQL_PATH, type InternalRoute } from './http-app';
export { REQUEST_ID_HEADER } from './request-id';
export type { ResolverMap } from './resolver-map';
