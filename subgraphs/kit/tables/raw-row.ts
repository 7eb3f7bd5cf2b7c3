/** One cell as the file holds it. A workbook says numbers and dates as such; `error` is a cell in error. */
export type RawCell = string | number | boolean | Date | null | { readonly error: string };

/** One line of a file. */
export interface RawRow {
  /** Line of the file on which it ends, from 1. */
  readonly line: number;
  readonly cells: readonly RawCell[];
  /** Set when the line cannot be read as one. */
  readonly broken?: 'COLUMN_COUNT';
}

/** A file that is read line by line: its column names first, then its lines in a stream that is walked once. */
export interface RawTable {
  readonly header: readonly string[];
  readonly rows: AsyncIterable<RawRow>;
}

/** How a file is written. */
export interface TableFile {
  /** Of CSV, as the Encoding Standard names it. */
  readonly encoding: string;
  /** Of CSV. */
  readonly separator: string;
  /** Line of the column names, from 1. */
  readonly headerRow: number;
  /** Of a workbook: the first sheet unless given. */
  readonly sheet?: string | undefined;
}
