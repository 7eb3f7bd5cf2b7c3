export { describeFailure, EXIT, exitCodeOf, type ExitCode } from './exit-codes';
export { type Output, type Paint, paintOf } from './output';
export { renderTable } from './table';
export { importReportSchema, renderImportReport, type ImportReportView } from './import-report';
export { jsonText } from './json-text';
export { bookImportReportSchema, type BookImportReportView, renderBookImportReport } from './book-import-report';
