import { z } from 'zod';
import { findRegion } from '../../subgraphs/kit/regions';
import { renderTable } from './table';

/** The part of an import's report that the table shows; `--json` prints all of it. */
export const importReportSchema = z.object({
  file: z.string(),
  format: z.string(),
  rows: z.object({ read: z.number(), accepted: z.number(), rejected: z.number() }),
  contracts: z.object({ found: z.number(), imported: z.number(), rejected: z.number() }),
  regions: z.array(z.object({ code: z.string(), inserted: z.number(), updated: z.number(), unchanged: z.number() })),
  rejectedByReason: z.record(z.string(), z.number()),
  warningsByCode: z.record(z.string(), z.number()),
  lineUnit: z.string(),
  rejected: z.array(z.object({ line: z.number(), reason: z.string(), message: z.string() })),
});

/** The report of an import, as `importReportSchema` reads it. */
export type ImportReportView = z.infer<typeof importReportSchema>;

/** Refused rows shown one by one; the rest is in `--json`. */
const SHOWN_REJECTIONS = 10;

/** The report of an import for a person: what each region received, then what was refused and why. */
export function renderImportReport(report: ImportReportView): string {
  const { rows, contracts } = report;
  const touched = report.regions.filter((region) => region.inserted + region.updated + region.unchanged > 0);
  const sections = [
    `${report.file} (${report.format}): ${rows.read} rows read, ${rows.rejected} refused; ` +
      `${contracts.found} contracts found, ${contracts.imported} imported, ${contracts.rejected} refused.\n`,
    renderTable(
      ['CODE', 'REGION', 'NEW', 'UPDATED', 'UNCHANGED'],
      touched.map(({ code, inserted, updated, unchanged }) => [
        code,
        findRegion(code)?.name ?? '',
        inserted,
        updated,
        unchanged,
      ]),
    ),
    renderCounts('Refused, by reason:', report.rejectedByReason),
    renderRejections(report),
    renderCounts('Imported with a warning, by kind:', report.warningsByCode),
  ];
  return sections.filter((section) => section !== '').join('\n');
}

function renderCounts(title: string, counts: Readonly<Record<string, number>>): string {
  const lines = Object.entries(counts).map(([code, count]) => `  ${code}: ${count}\n`);
  return lines.length === 0 ? '' : `${title}\n${lines.join('')}`;
}

function renderRejections({ rejected, lineUnit }: ImportReportView): string {
  if (rejected.length === 0) return '';
  const shown = rejected
    .slice(0, SHOWN_REJECTIONS)
    .map(({ line, reason, message }) => `  ${lineUnit.toLowerCase()} ${line}: ${reason}: ${message}\n`);
  const more = rejected.length - shown.length;
  return `First refusals:\n${shown.join('')}${more > 0 ? `  … and ${more} more: --json gives them all.\n` : ''}`;
}
