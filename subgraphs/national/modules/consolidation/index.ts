export { type PeriodInput, figuresScopeOf } from './ask-figures';
export {
  consolidationOf,
  consolidationResolvers,
  type FigureSetParent,
  type FiguresParent,
} from './consolidation.resolvers';
export { createConsolidationService, type ConsolidationService } from './consolidation.service';
export { INDICATORS, MEASURES, type Measure, type MergeRule } from './indicator-catalogue';
