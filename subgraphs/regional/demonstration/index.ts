export {
  DEMONSTRATION_TARGETS,
  type DemonstrationScale,
  type FeaturedYearTarget,
  type NationalYearTarget,
  type NetworkTarget,
  type YearTarget,
} from './targets';
export {
  demonstrationTargets,
  type ExpectedBooks,
  type ExpectedFigures,
  type ExpectedNetwork,
} from './demonstration-targets';
export { DEMONSTRATION_YEARS, type DemonstrationYear } from './month-table';
export { planNetwork, type RegionPlan } from './network-plan';
export { generateRegion, type DemonstrationChoice } from './generate-region';
export { copyChunks, copyLine } from './copy-text';
export type { BookRow, BookTable, Cell, RegionBooks } from './book-table';
export { FIRST_BUYER_SIREN } from './invented-identifiers';
export {
  loadDemonstration,
  type DemonstrationOutcome,
  type DemonstrationProgress,
  type LoadOptions,
} from './load-demonstration';
