export { checkRollups, type RollupDifference } from './check-rollups';
export { PlannedYearEntity } from './planned-year.entity';
export { WorkYearEntity } from './work-year.entity';
