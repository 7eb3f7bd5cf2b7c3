import { open, writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { HubError } from '../../subgraphs/kit/errors';
import { type RawCell, readCsvTable, readXlsxTable, withoutFormula } from '../../subgraphs/kit/tables';
import type { Site } from './resolve-site';

/** Most lines of a list of sites. */
export const MAX_SITES = 10_000;

/** A list of sites as it was written, and what each line says of its place. */
export interface SiteTable {
  readonly header: readonly string[];
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[]; readonly site: Site }[];
}

/** Heads that are understood, without case, accents and signs. */
const HEADS: Readonly<Record<keyof Site, readonly string[]>> = {
  code: ['code insee', 'insee', 'code commune', 'codgeo', 'code geographique', 'depcom', 'code insee commune'],
  postalCode: ['code postal', 'cp', 'codepostal', 'code_postal'],
  name: ['commune', 'ville', 'nom commune', 'nom de la commune', 'localite', 'libelle commune', 'city'],
};

/** Bytes of the file that tell its kind, encoding and separator. */
const SNIFFED = 65_536;

/**
 * Reads a list of sites: CSV in UTF-8 or Windows-1252 with any usual separator, or a workbook. Throws SITES_UNREADABLE when no column
 * says where a site is, or there are too many lines; IMPORT_FILE_UNREADABLE and IMPORT_ARCHIVE_REFUSED.
 */
export async function readSiteTable(path: string): Promise<SiteTable> {
  const { isWorkbook, encoding, separator } = await sniff(path);
  const file = { encoding, separator, headerRow: 1 } as const;
  const read = isWorkbook ? readXlsxTable : readCsvTable;
  const table = await read(path, file, () => undefined);
  const columns = columnsOf(table.header, path);
  const lines: SiteTable['lines'][number][] = [];
  for await (const { line, cells } of table.rows) {
    if (lines.length === MAX_SITES) {
      throw unreadable(`${path} has more than ${MAX_SITES} lines. Split it.`, path);
    }
    const texts = cells.map(textOf);
    const cell = (column: number | undefined): string => (column === undefined ? '' : (texts[column] ?? '').trim());
    const site = {
      code: codeOf(cell(columns.code)),
      postalCode: codeOf(cell(columns.postalCode)),
      name: cell(columns.name),
    };
    lines.push({ line, cells: texts, site });
  }
  return { header: table.header, lines };
}

/** Writes a table as CSV in UTF-8 with a byte order mark and semicolons; no cell is a formula. */
export async function writeTable(path: string, rows: readonly (readonly string[])[]): Promise<void> {
  await writeFile(path, csvOf(rows));
}

/** The same, as text. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(withoutFormula)),
    { bom: true, delimiter: ';' },
  );
}

function columnsOf(header: readonly string[], path: string): Readonly<Partial<Record<keyof Site, number>>> {
  const heads = header.map(plain);
  const found = (Object.keys(HEADS) as (keyof Site)[]).flatMap((field) => {
    const column = heads.findIndex((head) => HEADS[field].includes(head));
    return column === -1 ? [] : [[field, column] as const];
  });
  if (found.length > 0) return Object.fromEntries(found);
  const wanted = Object.values(HEADS).map(([name]) => `"${name ?? ''}"`);
  throw unreadable(
    `${path} has no column ${wanted.join(', ')}: none of ${header.join(', ')} says where a site is.`,
    path,
  );
}

/** A spreadsheet takes the zero from the front of a code. */
function codeOf(text: string): string {
  return /^\d{4}$/.test(text) ? `0${text}` : text.replaceAll(' ', '');
}

function textOf(cell: RawCell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'object' ? '' : String(cell);
}

async function sniff(path: string) {
  const handle = await open(path).catch((cause: unknown) => {
    throw new HubError('IMPORT_FILE_UNREADABLE', `${path} cannot be read.`, { path }, { cause });
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFFED), 0, SNIFFED, 0);
    const start = buffer.subarray(0, bytesRead);
    const [head = ''] = start.toString('latin1').split(/\r?\n/);
    const separators = [';', ',', '\t', '|'] as const;
    const count = (sign: string): number => head.split(sign).length;
    const separator = separators.reduce((most, sign) => (count(sign) > count(most) ? sign : most));
    const encoding = isUtf8(start) ? ('utf-8' as const) : ('windows-1252' as const);
    return { isWorkbook: start.subarray(0, 2).toString('latin1') === 'PK', encoding, separator };
  } finally {
    await handle.close();
  }
}

/** Whether bytes are UTF-8; the last character may be cut. */
function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

function unreadable(message: string, path: string): HubError {
  return new HubError('SITES_UNREADABLE', message, { path });
}
