import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { DateTime } from 'luxon';
import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { ReportCell } from './report-cells';
import type { ReportChapter, ReportDocument } from './report-document';

const GREY = '#555555';
const RULE = '#bbbbbb';
/** Rows of a chapter on paper; the workbook has all of them. */
const MOST_ROWS = 200;

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

/** A report as a PDF: the chapters of the workbook, with what is missing on the first page. */
export async function reportPdf(report: ReportDocument): Promise<Buffer> {
  pdfmake.setFonts(roboto());
  // Fonts are files of the package; nothing else is read, and nothing is fetched.
  const fonts = dirname(createRequire(__filename).resolve('pdfmake/fonts/Roboto'));
  pdfmake.setLocalAccessPolicy((path) => resolve(path).startsWith(fonts));
  pdfmake.setUrlAccessPolicy(() => false);
  return pdfmake.createPdf(documentOf(report)).getBuffer();
}

function documentOf({ title, subject, notices, isPartial, chapters }: ReportDocument): TDocumentDefinitions {
  return {
    info: { title, creator: 'Maillage', subject },
    language: 'fr-FR',
    tagged: true,
    displayTitle: true,
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [36, 40, 36, 44],
    defaultStyle: { font: 'Roboto', fontSize: 9 },
    footer: (page, pages) => ({
      columns: [title, { text: `${page} / ${pages}`, alignment: 'right' }],
      margin: [36, 14, 36, 0],
      fontSize: 8,
      color: GREY,
    }),
    content: [
      { text: title, fontSize: 18, bold: true, margin: [0, 0, 0, 6] },
      ...notices.map((text): Content => ({ text, bold: isPartial, margin: [0, 0, 0, 4] })),
      ...chapters.flatMap(chapter),
    ],
  };
}

function chapter({ title, heads, rows }: ReportChapter): Content[] {
  const shown = rows.slice(0, MOST_ROWS);
  const left = rows.length - shown.length;
  const heading: Content = { text: title, fontSize: 13, bold: true, margin: [0, 12, 0, 4], headlineLevel: 1 };
  if (rows.length === 0) return [heading, { text: 'Rien à signaler.', color: GREY }];
  const body: TableCell[][] = [
    heads.map((text): TableCell => ({ text, bold: true, fillColor: '#eeeeee' })),
    ...shown.map((row) => heads.map((_, column): TableCell => cellOf(row[column] ?? null, heads.length === 2))),
  ];
  const table: Content = {
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: widthsOf(heads), body },
    layout: { hLineColor: () => RULE, vLineColor: () => RULE, hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
  };
  const more: Content[] =
    left === 0 ? [] : [{ text: `… et ${number.format(left)} lignes, que le classeur XLSX donne toutes.`, color: GREY }];
  return [heading, table, ...more];
}

/** The columns of words share the width, those of codes and numbers take what they need. */
function widthsOf(heads: readonly string[]): ('auto' | '*')[] {
  const wide = [
    'Valeur',
    'Ce qu’il faut savoir',
    'Objet',
    'Texte',
    'Objectif',
    'Région',
    'Département',
    'Mois',
    'Moment',
  ];
  return heads.map((head) => (wide.includes(head) ? '*' : 'auto'));
}

/**
 * Numbers and days as French reads them. A narrow no-break space is in few fonts: a plain no-break space groups digits as well, and keeps
 * short texts on one line.
 */
function cellOf(cell: ReportCell, isOfTwoColumns: boolean): TableCell {
  if (typeof cell === 'number') {
    const text = number.format(cell).replaceAll('\u202f', '\u00a0');
    return isOfTwoColumns ? { text } : { text, alignment: 'right' };
  }
  const text = dayOf(cell ?? '');
  return { text: text.length <= SHORT ? text.replaceAll(' ', '\u00a0') : text };
}

/** Letters of a text that is not broken into lines. */
const SHORT = 12;

/** A day or a moment of ISO 8601 as people write it, the moment in Paris; any other text as it is. */
function dayOf(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text.split('-').reverse().join('/');
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return text;
  const moment = DateTime.fromISO(text, { zone: 'Europe/Paris' });
  return moment.isValid ? moment.toFormat("dd/MM/yyyy 'à' HH:mm").replaceAll(' ', '\u00a0') : text;
}

/** The fonts that come with the package (Roboto, Apache-2.0). */
function roboto(): Parameters<typeof pdfmake.setFonts>[0] {
  return createRequire(__filename)('pdfmake/fonts/Roboto') as Parameters<typeof pdfmake.setFonts>[0];
}
