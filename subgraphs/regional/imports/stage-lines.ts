import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type RawTable, readCsvTable, readXlsxTable } from '../../kit/tables';
import { foldText } from '../../kit/text';
import { STAGED_TYPE, stagedColumn } from './field';
import { fieldsOf } from './import-kinds';
import type { ImportSettings } from './import-settings';
import type { Mapping } from './mapping';
import type { ProblemBook } from './problem-book';
import type { LocalCodes } from './read-value';
import { type LineReader, lineReader } from './staged-lines';

const CHUNK = 65_536;

/** Reads the file into the temporary table `import_line`. */
export async function stageLines(
  settings: ImportSettings,
  problems: ProblemBook,
): Promise<{ reader: LineReader; rowsRead: number }> {
  const { client, kind, mapping, path, onProgress } = settings;
  const total = (await stat(path)).size;
  let done = 0;
  const table = await openTable(path, mapping, (chunk) =>
    onProgress?.({ step: 'read', done: (done += chunk.length), total }),
  );
  const reader = lineReader(
    kind,
    mapping,
    table.header,
    await localCodesOf(client),
    problems,
    settings.storedCriterion,
  );
  const columns = fieldsOf(kind).map(({ name, type }) => `${stagedColumn(name)} ${STAGED_TYPE[type]}`);
  await client.query('DROP TABLE IF EXISTS pg_temp.import_line');
  await client.query(`CREATE TEMP TABLE import_line (line bigint NOT NULL, ${columns.join(', ')})`);
  let rowsRead = 0;
  const chunks = copyChunks(table, reader, () => (rowsRead += 1));
  await pipeline(
    Readable.from(chunks),
    client.query(copyFrom(`COPY import_line (${reader.columns.join(', ')}) FROM STDIN`)),
  );
  await client.query('ANALYZE import_line');
  return { reader, rowsRead };
}

async function* copyChunks(table: RawTable, reader: LineReader, onRow: () => void): AsyncGenerator<Buffer> {
  let text = '';
  for await (const row of table.rows) {
    onRow();
    text += reader.read(row) ?? '';
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

async function openTable(path: string, mapping: Mapping, onBytes: (chunk: Buffer) => void): Promise<RawTable> {
  const format = mapping.file.format ?? ((await beginsLikeArchive(path)) ? 'xlsx' : 'csv');
  return format === 'xlsx' ? readXlsxTable(path, mapping.file, onBytes) : readCsvTable(path, mapping.file, onBytes);
}

async function beginsLikeArchive(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}

async function localCodesOf(client: Client): Promise<LocalCodes> {
  const { rows } = await client.query<{ list: string; code: string; label: string; national_code: string }>(
    `SELECT list, code, label, national_code FROM local_code
    WHERE valid_from <= now()::date AND (valid_to IS NULL OR valid_to >= now()::date)`,
  );
  const lists = new Map<string, Map<string, string>>();
  for (const { list, code, label, national_code: national } of rows) {
    const words = lists.get(list) ?? new Map<string, string>();
    lists.set(list, words.set(foldText(code), national).set(foldText(label), national));
  }
  return lists;
}
