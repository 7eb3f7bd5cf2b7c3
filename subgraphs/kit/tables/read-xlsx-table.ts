import { createReadStream } from 'node:fs';
import { type CellValue, stream } from 'exceljs';
import { HubError } from '../errors';
import { checkArchive } from './archive-check';
import type { RawCell, RawRow, RawTable, TableFile } from './raw-row';

type SheetReader = AsyncIterable<{ readonly number: number; readonly values: unknown }> & { readonly name?: string };

/** Columns that a sheet may have: a line is held whole. */
const MOST_COLUMNS = 500;

/** Opens a sheet of a workbook in a stream. Throws IMPORT_ARCHIVE_REFUSED or IMPORT_FILE_UNREADABLE. */
export async function readXlsxTable(
  path: string,
  file: TableFile,
  onBytes: (chunk: Buffer) => void,
): Promise<RawTable> {
  await checkArchive(path);
  const source = createReadStream(path);
  source.on('data', (chunk) => onBytes(chunk as Buffer));
  source.pause();
  const rows = rowsOf(source, path, file.sheet)[Symbol.asyncIterator]();
  let header: readonly string[] | undefined;
  while (header === undefined) {
    const next = await rows.next();
    if (next.done === true) {
      const message = `${path} has no ${file.sheet === undefined ? 'sheet with lines' : `sheet "${file.sheet}" with lines`}.`;
      throw new HubError('IMPORT_FILE_UNREADABLE', message, { path });
    }
    if (next.value.line >= file.headerRow) header = next.value.cells.map((cell) => (cell === null ? '' : String(cell)));
  }
  return { header, rows: { [Symbol.asyncIterator]: () => rows } };
}

async function* rowsOf(
  source: AsyncIterable<unknown>,
  path: string,
  sheet: string | undefined,
): AsyncGenerator<RawRow> {
  const workbook = new stream.xlsx.WorkbookReader(source as never, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  try {
    for await (const worksheet of workbook as unknown as AsyncIterable<SheetReader>) {
      if (sheet !== undefined && worksheet.name !== sheet) {
        for await (const row of worksheet) void row;
        continue;
      }
      for await (const { number, values } of worksheet) {
        const cells = cellsOf(values as readonly CellValue[]);
        if (cells.some((cell) => cell !== null && cell !== '')) yield { line: number, cells };
      }
      return;
    }
  } catch (cause) {
    if (cause instanceof HubError) throw cause;
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new HubError('IMPORT_FILE_UNREADABLE', `${path} cannot be read as XLSX: ${problem}.`, { path }, { cause });
  }
}

/** Cells of a line from the first column on; exceljs counts columns from 1 and leaves holes. */
function cellsOf(values: readonly CellValue[]): RawCell[] {
  return Array.from({ length: Math.min(values.length, MOST_COLUMNS + 1) - 1 }, (_, index) => cellOf(values[index + 1]));
}

function cellOf(value: CellValue | undefined): RawCell {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object' || value instanceof Date) return value;
  if ('error' in value) return { error: value.error };
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return cellOf(value.text as CellValue);
  if ('result' in value) return cellOf(value.result);
  return { error: 'formula without a result' };
}
