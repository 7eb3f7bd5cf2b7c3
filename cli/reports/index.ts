export { buyerDocument } from './buyer-document';
export { type BuyerReport, readBuyerReport, type ReportSubject } from './read-buyer-report';
export { readRegionReport, type RegionReport } from './read-region-report';
export { regionDocument } from './region-document';
export type { ReportDocument } from './report-document';
export { reportPdf } from './report-pdf';
export { reportWorkbook } from './report-workbook';
