export {
  createRegionalSubgraph,
  type RegionalSubgraph,
  type RegionalSubgraphDependencies,
  type RegionalSubgraphOptions,
} from './create-regional-subgraph';
export { startAllRegions, type AllRegions, type AllRegionsOptions, type RegionEvent } from './all-regions';
export { prepareRegions, type PrepareProgress, type PrepareSummary } from './prepare-regions';
export { allRegionsSettings, prepareSettings, regionalSettings } from './config';
export { REGIONAL_ENTITIES } from './regional-entities';
export { createRegionalDataSource, type RegionalDataSourceOptions } from './regional-data-source';
export { loadBooks, type LoadBooksOptions, type LoadSizes } from './load-data';
export { checkCells, foldAllCells, foldCells, storeYearSets } from './cells';
export { checkRollups } from './rollups';
