export { REGIONS, findRegion, prefixOf, regionOf, type Region } from './region-table';
