import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { type Info, parse } from 'csv-parse';
import { HubError } from '../errors';
import type { RawRow, RawTable, TableFile } from './raw-row';

interface ParsedRow {
  readonly info: Info;
  readonly record: readonly string[];
}

/** Longest line that is read as one: beyond it, a quote was left open. */
const LONGEST_RECORD = 1_000_000;

/**
 * Opens a CSV file in a stream: any line ends, with or without a byte order mark, empty lines passed over. `onBytes` tells
 * how many bytes of the file were read. Throws IMPORT_FILE_UNREADABLE when it is not in the encoding that was said.
 */
export async function readCsvTable(path: string, file: TableFile, onBytes: (chunk: Buffer) => void): Promise<RawTable> {
  const source: Readable = createReadStream(path, { highWaterMark: 1 << 18 });
  source.on('data', (chunk) => onBytes(chunk as Buffer));
  source.pause();
  const parser = parse({
    bom: true,
    delimiter: file.separator,
    from_line: file.headerRow,
    info: true,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
    skip_empty_lines: true,
  });
  const decode = (chunks: AsyncIterable<Buffer>): AsyncGenerator<string> => decodedLines(chunks, file.encoding, path);
  pipeline(source, decode, parser, () => undefined);
  const rows = rowsOf(parser as AsyncIterable<ParsedRow>, path)[Symbol.asyncIterator]();
  const first = await rows.next();
  if (first.done === true) throw new HubError('IMPORT_FILE_UNREADABLE', `${path} is empty.`, { path });
  const header = first.value.record;
  return { header, rows: linesOf(rows, header.length) };
}

async function* linesOf(rows: AsyncIterator<ParsedRow>, width: number): AsyncGenerator<RawRow> {
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
    const { record, info } = next.value;
    if (record.length === width) yield { line: info.lines, cells: record };
    else if (record.some((cell) => cell.trim() !== ''))
      yield { line: info.lines, cells: record, broken: 'COLUMN_COUNT' };
  }
}

async function* rowsOf(parser: AsyncIterable<ParsedRow>, path: string): AsyncGenerator<ParsedRow> {
  try {
    yield* parser;
  } catch (cause) {
    if (cause instanceof HubError) throw cause;
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new HubError('IMPORT_FILE_UNREADABLE', `${path} cannot be read as CSV: ${problem}.`, { path }, { cause });
  }
}

/** Text with "\n" only: with several kinds of line end, the parser counts lines twice. */
async function* decodedLines(chunks: AsyncIterable<Buffer>, encoding: string, path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let held = '';
  try {
    for await (const chunk of chunks) {
      const text = held + decoder.decode(chunk, { stream: true });
      held = text.endsWith('\r') ? '\r' : '';
      yield text
        .slice(0, text.length - held.length)
        .replaceAll('\r\n', '\n')
        .replaceAll('\r', '\n');
    }
    yield held.replace('\r', '\n') + decoder.decode();
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw cause;
    const message = `${path} is not written in ${encoding}: say "encoding": "windows-1252" in the mapping, or save it in UTF-8.`;
    throw new HubError('IMPORT_FILE_UNREADABLE', message, { path, encoding }, { cause });
  }
}
