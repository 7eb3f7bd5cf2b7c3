export type { AnswerTimes, CheckStatus, ConformanceCheck, ConformanceReport, ReportedKey } from './conformance-report';
export { expect, NotConformant, NotRun } from './outcomes';
export { REASONS, type ReasonCode } from './reasons';
export { conformanceReportSchema } from './report-schema';
