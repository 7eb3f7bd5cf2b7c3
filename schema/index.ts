export { composeNetworkToFile, type ComposedFile } from './compose-network-to-file';
export {
  composeNetwork,
  type ComposedNetwork,
  type CompositionOptions,
  NATIONAL_SUBGRAPH,
  publicationsOf,
  REGISTRY_SUBGRAPH,
  type Supergraph,
  tryComposeNetwork,
} from './generator/compose-network';
export { nationalSchema, NO_SHARD, type Publication } from './generator/national-schema';
export { regionalSchema } from './generator/regional-schema';
export { registrySchema } from './generator/registry-schema';
export { templateDigest } from './generator/template-digest';
