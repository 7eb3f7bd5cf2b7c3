import type { ConformanceReport } from '../report';

/** The report as JSON, in the form of `conformanceReportSchema`. */
export function renderJson(report: ConformanceReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
