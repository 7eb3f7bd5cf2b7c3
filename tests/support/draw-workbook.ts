import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A sheet as a spreadsheet shows it. */
export interface DrawnSheet {
  readonly name: string;
  /** Texts of its cells, numbers in French; of long sheets the first rows. */
  readonly rows: readonly (readonly string[])[];
  /** Addresses of numbers that are wider than their column: a spreadsheet shows "####" there. */
  readonly tooWide: readonly string[];
  /** Share of its picture that is not white. */
  readonly ink: number;
}

/** A workbook, drawn to pictures in a process of its own; pictures stay in `folder` when one is given. */
export async function drawWorkbook(file: string, folder?: string): Promise<readonly DrawnSheet[]> {
  const script = join(__dirname, 'workbook-pictures.mjs');
  const parameters = [script, file, ...(folder === undefined ? [] : [folder])];
  const { stdout } = await promisify(execFile)(process.execPath, parameters, { maxBuffer: 100_000_000 });
  return JSON.parse(stdout) as DrawnSheet[];
}
