export { REGIONS, findRegion, prefixOf, regionOf, type Region } from './region-table';
export { regionListSetting } from './region-list-setting';
