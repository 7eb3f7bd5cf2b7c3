export type { ConformanceKey, ConformanceOptions, ConformanceTarget } from './conformance-target';
export { testKeyOf } from './endpoint';
export { renderJson, renderJunit, renderText } from './renderers';
export {
  type AnswerTimes,
  type CheckStatus,
  type ConformanceCheck,
  type ConformanceReport,
  conformanceReportSchema,
  REASONS,
  type ReasonCode,
  type ReportedKey,
} from './report';
export { runConformance } from './run-conformance';
