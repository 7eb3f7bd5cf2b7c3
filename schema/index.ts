export { composeNetworkToFile, type ComposedFile } from './compose-network-to-file';
export {
  composeNetwork,
  type CompositionOptions,
  NATIONAL_SUBGRAPH,
  publicationsOf,
  REGISTRY_SUBGRAPH,
  type Supergraph,
} from './generator/compose-network';
export { nationalSchema, type Publication } from './generator/national-schema';
export { regionalSchema } from './generator/regional-schema';
export { registrySchema } from './generator/registry-schema';
