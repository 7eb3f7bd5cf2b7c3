export { composeNetworkToFile, type ComposedFile } from './compose-network-to-file';
export { composeNetwork, NATIONAL_SUBGRAPH, publicationsOf, type Supergraph } from './generator/compose-network';
export { nationalSchema, type Publication } from './generator/national-schema';
export { regionalSchema } from './generator/regional-schema';
