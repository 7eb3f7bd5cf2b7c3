import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A page of a PDF as a reader sees it. */
export interface PdfPage {
  /** Its text in reading order. */
  readonly text: string;
  /** Share of its picture that is not white. */
  readonly ink: number;
  /** Millimetres without ink from the left, right, upper and lower edge. */
  readonly margins: readonly [number, number, number, number];
}

/** A PDF, rendered to pictures and read back, in a process of its own; pictures stay in `folder` when one is given. */
export async function readPdf(
  file: string,
  folder?: string,
): Promise<{ readonly title: string; readonly pages: readonly PdfPage[] }> {
  const script = join(__dirname, 'pdf-pages.mjs');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, file, ...(folder === undefined ? [] : [folder])],
    {
      maxBuffer: 100_000_000,
    },
  );
  return JSON.parse(stdout) as { title: string; pages: PdfPage[] };
}

/** A text with all its spaces plain, as it is compared: a PDF groups digits by no-break spaces. */
export function plainSpaces(text: string): string {
  return text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

/** A number as French reads it, with plain spaces. */
export function inFrench(value: number): string {
  return plainSpaces(new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(value));
}
