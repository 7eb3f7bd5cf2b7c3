import { Workbook } from 'exceljs';
import type { ReportDocument } from './report-document';

/** A report as a workbook, a sheet for each chapter; numbers stay numbers. */
export function reportWorkbook({ title, readAt, chapters }: ReportDocument): Workbook {
  const workbook = new Workbook();
  workbook.creator = 'Maillage';
  workbook.title = title;
  workbook.created = readAt;
  for (const { title: name, heads, rows } of chapters) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = heads.map((header) => ({ header, width: Math.max(16, header.length + 2) }));
    sheet.getRow(1).font = { bold: true };
    sheet.addRows(rows.map((row) => [...row]));
  }
  return workbook;
}
