import type { BookRow, BookTable, Cell } from './book-table';

/** Characters of a chunk of text, near the size of a socket's buffer. */
const CHUNK = 65_536;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const SPECIAL = /[\\\t\n\r]/;

function copyCell(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'number') return String(cell);
  return SPECIAL.test(cell) ? cell.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character) : cell;
}

/** A row in the text format of COPY (PostgreSQL manual, COPY, "Text Format"), with its line end. */
export function copyLine(row: BookRow): string {
  return `${row.map(copyCell).join('\t')}\n`;
}

/** The rows of a table as chunks of COPY text; `onRow` counts them as they pass. */
export function* copyChunks(table: BookTable, onRow: () => void = () => undefined): Generator<Buffer, void> {
  let text = '';
  for (const row of table.rows()) {
    text += copyLine(row);
    onRow();
    if (text.length >= CHUNK) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text.length > 0) yield Buffer.from(text);
}
