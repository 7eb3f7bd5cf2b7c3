import { parse } from 'csv-parse/sync';
import { DateTime } from 'luxon';
import type { OperationInput } from './check-operation';
import type { OperationKind } from './mobilisation-request.entity';

/** Most lines of one programme. */
export const MAX_PROGRAMME_LINES = 10_000;

/** What is wrong with a line of a programme. */
export interface LineProblem {
  /** Line of the file, its head being line 1. */
  readonly line: number;
  readonly field: string;
  readonly message: string;
}

/** A line that can be read; whether it can be announced is checked behind. */
export interface ReadLine {
  readonly line: number;
  readonly operation: OperationInput;
}

/** What a text of CSV holds. */
export interface ReadLines {
  readonly lines: readonly ReadLine[];
  readonly problems: readonly LineProblem[];
}

type Column =
  | 'siren'
  | 'title'
  | 'description'
  | 'kind'
  | 'cpv'
  | 'amount'
  | 'commune'
  | 'departement'
  | 'region'
  | 'consultationOn'
  | 'startsOn'
  | 'endsOn';

/** Heads that are understood, without case and accents. */
const COLUMNS: Readonly<Record<string, Column>> = {
  siren: 'siren',
  intitule: 'title',
  title: 'title',
  description: 'description',
  nature: 'kind',
  kind: 'kind',
  cpv: 'cpv',
  montant_ht: 'amount',
  amount: 'amount',
  commune: 'commune',
  departement: 'departement',
  region: 'region',
  consultation: 'consultationOn',
  debut: 'startsOn',
  fin: 'endsOn',
};
const NEEDED: readonly Column[] = ['title', 'kind', 'amount'];
const KINDS: Readonly<Record<string, OperationKind>> = {
  travaux: 'WORKS',
  works: 'WORKS',
  services: 'SERVICES',
  fournitures: 'SUPPLIES',
  supplies: 'SUPPLIES',
};

/**
 * Reads lines of a programme as spreadsheets write them: comma, semicolon or tab, decimal comma, days as 2027-03-01 or
 * 01/03/2027. The first line is the head; `firstLine` is the line of the file that the next one has.
 */
export function readProgrammeCsv(csv: string, firstLine: number, siren: string): ReadLines {
  const [head = '', ...rows] = parseRows(csv);
  if (typeof head === 'string') return { lines: [], problems: [{ line: 1, field: 'csv', message: NO_CSV }] };
  const columns = head.map((cell) => COLUMNS[plain(cell)]);
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const message = `The head lacks ${missing.join(', ')}. Columns: ${Object.keys(COLUMNS).join(', ')}.`;
    return { lines: [], problems: [{ line: 1, field: missing[0] ?? 'csv', message }] };
  }
  const lines: ReadLine[] = [];
  const problems: LineProblem[] = [];
  rows.forEach((row, index) => {
    const line = firstLine + index;
    const cells = new Map(columns.flatMap((column, at) => (column ? [[column, (row[at] ?? '').trim()] as const] : [])));
    const read = row.length > columns.length ? TOO_WIDE : operationOf(cells, siren);
    if ('message' in read) problems.push({ line, ...read });
    else lines.push({ line, operation: read });
  });
  return { lines, problems };
}

const NO_CSV = 'The text is not CSV: a quote is not closed, or there is no head.';
const TOO_WIDE = { field: 'csv', message: 'The line has more cells than the head. Quote texts that hold a separator.' };

function parseRows(csv: string): string[][] {
  const [head = ''] = csv.split(/\r?\n/, 1);
  const delimiter = [';', '\t'].find((separator) => head.includes(separator)) ?? ',';
  try {
    return parse(csv, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false, trim: true });
  } catch {
    return [];
  }
}

function operationOf(
  cells: ReadonlyMap<Column, string>,
  siren: string,
): OperationInput | { readonly field: string; readonly message: string } {
  const cell = (column: Column) => cells.get(column) || null;
  const kind = KINDS[plain(cell('kind') ?? '')];
  if (kind === undefined) return { field: 'kind', message: 'The nature is none of travaux, services, fournitures.' };
  const amount = amountOf(cell('amount') ?? '');
  if (amount === undefined) return { field: 'amount', message: 'The amount is no number, as in "1 250 000,50".' };
  const days: Partial<Record<'consultationOn' | 'startsOn' | 'endsOn', string | null>> = {};
  for (const column of ['consultationOn', 'startsOn', 'endsOn'] as const) {
    const day = dayOf(cell(column));
    if (day === undefined) return { field: column, message: 'The day is written neither 2027-03-01 nor 01/03/2027.' };
    days[column] = day;
  }
  const place = { commune: cell('commune'), departement: cell('departement'), region: cell('region') };
  const words = { title: cell('title') ?? '', description: cell('description'), cpv: cell('cpv') };
  return { siren: cell('siren') ?? siren, kind, amount, ...words, ...place, ...days };
}

function amountOf(text: string): number | undefined {
  const plainText = text.replaceAll(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  return /^\d{1,12}(?:\.\d+)?$/.test(plainText) ? Number(plainText) : undefined;
}

function dayOf(text: string | null): string | null | undefined {
  if (text === null) return null;
  const found = ['yyyy-MM-dd', 'd/M/yyyy'].map((form) => DateTime.fromFormat(text, form)).find((day) => day.isValid);
  return found?.toISODate() ?? undefined;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}
