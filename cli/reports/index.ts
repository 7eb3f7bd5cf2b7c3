export { buyerWorkbook } from './buyer-workbook';
export { type BuyerReport, readBuyerReport, type ReportSubject } from './read-buyer-report';
export { buyerPdf } from './buyer-pdf';
