import type { ReportCell } from './report-cells';

/** One part of a report: a table with its heads. Every number in it is one that the API gave. */
export interface ReportChapter {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** A report in French, whatever it is written as: a workbook has a sheet of each chapter, a PDF a table. */
export interface ReportDocument {
  readonly title: string;
  /** What kind of report it is. */
  readonly subject: string;
  readonly readAt: Date;
  /** What a reader has to know before any figure. */
  readonly notices: readonly string[];
  /** Whether figures are missing; the notices say which. */
  readonly isPartial: boolean;
  readonly chapters: readonly ReportChapter[];
}

/** The notices of a report: demonstration rows, and regions that are absent, by name with what became of them. */
export function noticesOf(holdsDemonstration: boolean, missing: readonly string[]): readonly string[] {
  return [
    ...(holdsDemonstration ? ['Ces chiffres comprennent des données de démonstration.'] : []),
    missing.length === 0
      ? 'Toutes les régions attendues ont répondu.'
      : `Chiffres partiels : ${missing.length} région(s) absente(s), ${missing.join(', ')}.`,
  ];
}
