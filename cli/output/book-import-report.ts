import { z } from 'zod';
import { renderTable } from './table';

const problemSchema = z.object({
  line: z.number(),
  field: z.string().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  reason: z.string(),
  suggestion: z.string().nullable(),
});
const countsSchema = z.array(z.object({ code: z.string(), field: z.string().nullable(), count: z.number() }));

/** The account of a file imported into the books of a region; `--json` prints it as it is. */
export const bookImportReportSchema = z.object({
  file: z.string(),
  kind: z.string(),
  sha256: z.string(),
  status: z.enum(['TAKEN', 'TRIED', 'REFUSED']),
  rowsRead: z.number(),
  tables: z.array(z.object({ table: z.string(), added: z.number(), changed: z.number() })),
  rowsAdded: z.number(),
  rowsChanged: z.number(),
  rowsUnchanged: z.number(),
  importRun: z.string().nullable(),
  problemCounts: countsSchema,
  problems: z.array(problemSchema),
  warningCounts: countsSchema,
  warnings: z.array(problemSchema),
});

/** The account of an import, as `bookImportReportSchema` reads it. */
export type BookImportReportView = z.infer<typeof bookImportReportSchema>;

/** Lines shown one by one; the rest is in `--json`. */
const SHOWN = 25;

const CONCLUSIONS: Readonly<Record<BookImportReportView['status'], string>> = {
  TAKEN: 'importé',
  TRIED: 'essai : rien n’est écrit',
  REFUSED: 'refusé : rien n’est importé',
};

/** The account of an import for the people of a desk, in French. */
export function renderBookImportReport(report: BookImportReportView): string {
  const { file, rowsRead, rowsAdded, rowsChanged, rowsUnchanged, status } = report;
  const counts =
    status === 'REFUSED' ? '' : ` ; ${rowsAdded} ajouts, ${rowsChanged} changements, ${rowsUnchanged} inchangés`;
  return [
    `${file} (${report.kind}) : ${CONCLUSIONS[status]}. ${rowsRead} lignes lues${counts}.\n`,
    report.tables.length === 0
      ? ''
      : renderTable(
          ['TABLE', 'AJOUTS', 'CHANGEMENTS'],
          report.tables.map(({ table, added, changed }) => [table, added, changed]),
        ),
    renderProblems('À corriger :', report.problems, report.problemCounts),
    renderProblems('À vérifier :', report.warnings, report.warningCounts),
  ]
    .filter((section) => section !== '')
    .join('\n');
}

function renderProblems(
  title: string,
  problems: BookImportReportView['problems'],
  counts: BookImportReportView['problemCounts'],
): string {
  if (counts.length === 0) return '';
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const shown = problems.slice(0, SHOWN);
  const table = renderTable(
    ['LIGNE', 'COLONNE', 'VALEUR', 'MOTIF', 'SUGGESTION'],
    shown.map(({ line, column, value, code, suggestion }) => [
      line,
      column ?? '(la ligne)',
      (value ?? '(vide)').slice(0, 40),
      code,
      suggestion ?? '',
    ]),
  );
  const reasons = new Map(shown.map(({ code, reason }) => [code, reason]));
  const explained = [...reasons].map(([code, reason]) => `  ${code} : ${reason}\n`).join('');
  const more = total - shown.length;
  return `${title}\n${table}${more > 0 ? `  … et ${more} autres : --json en donne davantage.\n` : ''}${explained}`;
}
