import { Workbook } from 'exceljs';
import { chaptersOf, titleOf } from './buyer-chapters';
import type { BuyerReport } from './read-buyer-report';

/** A buyer's yearly report as a workbook, in French, a sheet for each chapter; numbers stay numbers. */
export function buyerWorkbook(report: BuyerReport): Workbook {
  const workbook = new Workbook();
  workbook.creator = 'Maillage';
  workbook.title = titleOf(report);
  workbook.created = report.readAt;
  for (const { title, heads, rows } of chaptersOf(report)) {
    const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = heads.map((header) => ({ header, width: Math.max(16, header.length + 2) }));
    sheet.getRow(1).font = { bold: true };
    sheet.addRows(rows.map((row) => [...row]));
  }
  return workbook;
}
