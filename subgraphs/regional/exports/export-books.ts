import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { stream } from 'exceljs';
import type { Client } from 'pg';
import { type Field, fieldOf } from '../imports';
import { exportedCell, type ExportedCell } from './exported-cell';
import type { ExportKind } from './export-kinds';

/** What an export needs. */
export interface ExportSettings {
  /** Connection to the books of the region, as their owner; the export leaves it open. */
  readonly client: Client;
  readonly kinds: readonly ExportKind[];
  readonly format: 'csv' | 'xlsx';
  /** Folder of the files; made when it is not there. */
  readonly folder: string;
  readonly onProgress?: (progress: { readonly step: string; readonly done: number; readonly total: number }) => void;
}

/** One file that was written. */
export interface ExportedFile {
  readonly kind: string;
  readonly file: string;
  /** Mapping by which the file can be imported again. */
  readonly mapping: string;
  readonly rows: number;
  /** Rows left out, since nothing names them: they have no reference, or belong to something without one. */
  readonly withoutReference: number;
}

const FETCHED = 5_000;

/**
 * Writes the books into files, all of the same moment, each with the mapping that takes it back. Memory does not grow with
 * the books. CSV is in UTF-8 with a byte order mark, separated by semicolons, as spreadsheets in French read it.
 */
export async function exportBooks(settings: ExportSettings): Promise<ExportedFile[]> {
  const { client, kinds, folder, onProgress } = settings;
  await mkdir(folder, { recursive: true });
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const files: ExportedFile[] = [];
    for (const [index, kind] of kinds.entries()) {
      onProgress?.({ step: kind.name, done: index, total: kinds.length });
      files.push(await exportKind(settings, kind));
    }
    return files;
  } finally {
    await client.query('ROLLBACK');
  }
}

async function exportKind({ client, format, folder }: ExportSettings, kind: ExportKind): Promise<ExportedFile> {
  const fields = kind.columns.map(([name]) => fieldOf(name));
  const file = `${kind.name}.${format}`;
  const mapping = `${kind.name}.mapping.json`;
  let rows = 0;
  const lines = linesOf(client, kind, fields, () => (rows += 1));
  await (format === 'csv' ? writeCsv(join(folder, file), fields, lines) : writeXlsx(join(folder, file), fields, lines));
  await writeFile(join(folder, mapping), `${JSON.stringify(mappingOf(kind, fields), null, 2)}\n`);
  const { rows: left } = await client.query<{ count: string }>(
    `SELECT count(*) FROM ${kind.from} WHERE (${kind.isKnown}) IS NOT TRUE`,
  );
  return { kind: kind.name, file, mapping, rows, withoutReference: Number(left[0]?.count ?? 0) };
}

function mappingOf(kind: ExportKind, fields: readonly Field[]): object {
  return {
    kind: kind.name,
    dates: ['d/M/yyyy'],
    months: ['M/yyyy'],
    columns: Object.fromEntries(fields.map(({ name, label }) => [name, label])),
  };
}

async function* linesOf(
  client: Client,
  kind: ExportKind,
  fields: readonly Field[],
  onRow: () => void,
): AsyncGenerator<ExportedCell[]> {
  const columns = kind.columns.map(([, sql]) => `(${sql})::text`).join(', ');
  await client.query(
    `DECLARE export_rows CURSOR FOR SELECT ${columns} FROM ${kind.from} WHERE ${kind.isKnown} ORDER BY ${kind.order}`,
  );
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `FETCH ${FETCHED} FROM export_rows`,
      rowMode: 'array',
    });
    for (const row of rows) {
      onRow();
      yield fields.map((field, index) => exportedCell(field, row[index] ?? null));
    }
    if (rows.length < FETCHED) break;
  }
  await client.query('CLOSE export_rows');
}

async function writeCsv(
  path: string,
  fields: readonly Field[],
  lines: AsyncIterable<readonly ExportedCell[]>,
): Promise<void> {
  const stringifier = stringify({
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    header: true,
    quoted_match: /[\r\n]/,
    columns: fields.map(({ label }) => label),
    cast: { number: (number) => String(number).replace('.', ',') },
  });
  await pipeline(Readable.from(lines), stringifier, createWriteStream(path, { mode: 0o600 }));
}

async function writeXlsx(
  path: string,
  fields: readonly Field[],
  lines: AsyncIterable<readonly ExportedCell[]>,
): Promise<void> {
  const out = createWriteStream(path, { mode: 0o600 });
  const workbook = new stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: false });
  const sheet = workbook.addWorksheet('Export');
  sheet.addRow(fields.map(({ label }) => label)).commit();
  let written = 0;
  for await (const line of lines) {
    sheet.addRow(line).commit();
    // The writer does not say when it is full: it is given time to hand on what it has.
    if ((written += 1) % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
  await workbook.commit();
}
