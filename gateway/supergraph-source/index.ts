export { createFileSource, type FileSourceConfig } from './file-source';
export type { ServedNetwork, SourceListener, SourceWatch, SupergraphSource } from './supergraph-source';
export { createRegistrySource } from './registry-source';
