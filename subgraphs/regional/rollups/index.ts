export { checkRollups, type RollupDifference } from './check-rollups';
export { DIMENSION_SOURCES, type DimensionContext, type DimensionSource } from './dimension-sources';
export { PlannedYearEntity, PlannedYearUndoneEntity } from './planned-year.entity';
export { WorkYearEntity, WorkYearUndoneEntity } from './work-year.entity';
