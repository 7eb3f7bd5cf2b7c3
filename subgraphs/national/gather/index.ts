export { gather } from './gather-resolver';
export { coverageOf, missingOf, type Coverage, type DeskDeclarations, type MissingRegion } from './coverage';
export { createDirectory, type Directory } from './directory';
export { matchShards, type AbsenceReasons, type MatchRequest, type ReceivedShard } from './match-shards';
export { type Gathered, oncePerAnswer } from './once-per-answer';
export { countedOf, type CountedRegion, type RegionOutcome, type RegionStatus } from './region-outcome';
export { readAbsenceReasons, REGION_STATUS_HEADER, withMaintenance } from './absence-reasons';
