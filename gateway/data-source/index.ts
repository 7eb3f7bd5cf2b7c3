export { type BreakerConfig, type BreakerState, REGION_BREAKER, withBreaker } from './circuit-breaker';
export { collapseIdentical } from './collapse-identical';
export { createDataSources, type DataSources, type NetworkSources } from './create-data-sources';
export { isConformingLeaf, leafCheckOfRegion } from './leaf-checks';
export {
  isCentral,
  NATIONAL_SUBGRAPH,
  NationalDataSource,
  REGION_STATUS_HEADER,
  REGISTRY_SUBGRAPH,
} from './national-data-source';
export { maskedError } from './national-errors';
export type { DataSourcesConfig, DataSourcesDeps } from './open-sources';
export type { FailureStatus, Outcome } from './outcome';
export { LATER_ROUND_MILLISECONDS, NATIONAL_RESERVE_MILLISECONDS, RegionalDataSource } from './regional-data-source';
export {
  createQuestion,
  createSubgraphClient,
  type SubgraphAnswer,
  type SubgraphClient,
  type SubgraphQuestion,
} from './subgraph-client';
export { createSubgraphTransport, type SubgraphTransport, type TransportConfig } from './subgraph-transport';
export type { ObservedOutcome, OutcomeObserver } from './watch-outcomes';
