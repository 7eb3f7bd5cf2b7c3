export {
  followRegistry,
  type RegistryFollower,
  type RegistryFollowerConfig,
  type RegistryListener,
  type RegistryWatch,
} from './follow-registry';
export { readCopy } from './supergraph-copy';
export { EVENTS_PATH, SUPERGRAPH_PATH } from './registry-connection';
export { openRegistryFollower, type RegistryClientConfig, registryClientOf, registrySettings } from './settings';
export {
  checksumOf,
  type PayloadMember,
  type SignedSupergraph,
  signSupergraph,
  type SupergraphPayload,
  type VerifiedSupergraph,
  verifySupergraph,
} from './supergraph-document';
