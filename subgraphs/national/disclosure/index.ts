export {
  type Audience,
  audienceOf,
  DEFAULT_THRESHOLDS,
  type DisclosureThresholds,
  EXACT,
  THRESHOLD_RANGE,
} from './audience';
export { complementaryCells } from './complement-hours';
export { discloseOutcome, type DisclosedOutcome, type OutcomeCounts } from './disclose-outcome';
export { discloseFigures, type DisclosedFigures, hideHours } from './disclose-figures';
export type { FigurePart } from './place';
export type { MaskedFigure } from './verdicts';
