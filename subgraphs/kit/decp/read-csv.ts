import { pipeline, type Readable } from 'node:stream';
import { parse, type Info } from 'csv-parse';
import { HubError } from '../errors';
import type { DecpItem, DecpRecord } from './decp-record';

/** Columns of the consolidated tabular DECP that are read; other columns are ignored. */
const COLUMNS = [
  'uid',
  'id',
  'objet',
  'codecpv',
  'acheteur_id',
  'acheteur_nom',
  'acheteur_region_code',
  'acheteur_departement_code',
  'titulaire_id',
  'titulaire_typeidentifiant',
  'titulaire_nom',
  'montant',
  'datenotification',
  'dureemois',
  'lieuexecution_code',
  'lieuexecution_typecode',
  'considerationssociales',
] as const;
type Column = (typeof COLUMNS)[number];

interface ParsedRow {
  readonly info: Info;
  readonly record: readonly string[];
}

/**
 * Reads the tabular DECP: comma or semicolon, any line ends, with or without a byte order mark, empty
 * lines skipped. A row with the wrong number of columns is given as unreadable with its line, since
 * nothing says which value slipped where. Throws IMPORT_FILE_UNREADABLE when the header is not that of DECP.
 */
export async function* readCsv(source: Readable, path: string, delimiter: string): AsyncGenerator<DecpItem> {
  const broken: DecpItem[] = [];
  let lastLine = 0;
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    // One kind of line end: with several, the parser counts lines twice.
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      broken.push(brokenRow(lastLine + 1, error?.message ?? 'unreadable'));
      return undefined;
    },
  });
  // An error of the source or of the parser destroys the parser, so that the loop below throws it.
  pipeline(source, normaliseLineEnds, parser, () => undefined);
  let header: ReadonlyMap<Column, number> | undefined;
  let width = 0;
  for await (const row of rowsOf(parser, path)) {
    lastLine = row.info.lines;
    if (header === undefined) {
      header = readHeader(row.record, path);
      width = row.record.length;
      continue;
    }
    if (row.record.length === 1 && row.record[0]?.trim() === '') continue;
    yield row.record.length === width
      ? { kind: 'record', record: recordOf(row.record, header, lastLine) }
      : wrongWidth(lastLine, row.record.length, width);
  }
  if (header === undefined) throw new HubError('IMPORT_FILE_UNREADABLE', `${path} is empty.`, { path });
  yield* broken;
}

async function* rowsOf(parser: AsyncIterable<unknown>, path: string): AsyncGenerator<ParsedRow> {
  try {
    yield* parser as AsyncIterable<ParsedRow>;
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new HubError('IMPORT_FILE_UNREADABLE', `${path} cannot be read as CSV: ${problem}.`, { path }, { cause });
  }
}

async function* normaliseLineEnds(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let held = '';
  for await (const chunk of chunks) {
    const text = held + decoder.decode(chunk, { stream: true });
    // A carriage return at the end may have its line feed in the next chunk.
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replaceAll('\r\n', '\n');
  }
  yield held + decoder.decode();
}

function readHeader(names: readonly string[], path: string): ReadonlyMap<Column, number> {
  const folded = names.map((name) => name.trim().toLowerCase().replaceAll('.', '_'));
  const header = new Map(
    COLUMNS.flatMap((column) => {
      const index = folded.indexOf(column);
      return index < 0 ? [] : [[column, index] as const];
    }),
  );
  const missing = (['id', 'acheteur_id', 'montant', 'datenotification'] as const).filter((name) => !header.has(name));
  if (missing.length > 0)
    throw new HubError(
      'IMPORT_FILE_UNREADABLE',
      `${path} is not a tabular DECP file: its header has no column ${missing.join(', ')}.`,
      { path, missing },
    );
  return header;
}

function recordOf(row: readonly string[], header: ReadonlyMap<Column, number>, line: number): DecpRecord {
  const valueOf = (column: Column): string | null => {
    const text = row[header.get(column) ?? -1]?.trim();
    return text === undefined || text === '' ? null : text;
  };
  const holder = {
    id: valueOf('titulaire_id'),
    idType: valueOf('titulaire_typeidentifiant'),
    name: valueOf('titulaire_nom'),
  };
  return {
    line,
    uid: valueOf('uid'),
    id: valueOf('id'),
    title: valueOf('objet'),
    cpv: valueOf('codecpv'),
    buyerId: valueOf('acheteur_id'),
    buyerName: valueOf('acheteur_nom'),
    buyerRegion: valueOf('acheteur_region_code'),
    buyerDepartement: valueOf('acheteur_departement_code'),
    holders: [holder],
    amount: valueOf('montant'),
    notifiedOn: valueOf('datenotification'),
    durationMonths: valueOf('dureemois'),
    placeCode: valueOf('lieuexecution_code'),
    placeType: valueOf('lieuexecution_typecode'),
    considerations: valueOf('considerationssociales')?.split(/[,;|]/) ?? null,
  };
}

function wrongWidth(line: number, found: number, expected: number): DecpItem {
  const message = `The row has ${found} columns where the header has ${expected}.`;
  return {
    kind: 'unreadable',
    rejection: { line, uid: null, reason: 'COLUMN_COUNT', message, value: String(found) },
  };
}

function brokenRow(line: number, problem: string): DecpItem {
  const message = `From this line on the row cannot be read, to where its quote ends or to the end of the file: ${problem}.`;
  return { kind: 'unreadable', rejection: { line, uid: null, reason: 'ROW_UNREADABLE', message, value: null } };
}
