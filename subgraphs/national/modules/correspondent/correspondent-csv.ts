import { parse } from 'csv-parse/sync';
import { DateTime } from 'luxon';
import { geography } from '../../../kit/cog';
import { REGIONS } from '../../../kit/regions';
import type { PostInput } from './check-post';

/** Most lines of one sheet. */
export const MAX_SHEET_LINES = 2_000;

/** What is wrong with a line of the sheet. */
export interface SheetProblem {
  /** Line of the file, its head being line 1. */
  readonly line: number;
  readonly field: string;
  readonly message: string;
}

/** A line that can be read; whether it is a post is checked behind. */
export interface SheetLine {
  readonly line: number;
  readonly post: PostInput;
  /** Whether the person agreed to be shown; null when the sheet does not say. */
  readonly isPublished: boolean | null;
}

type Column =
  | 'region'
  | 'departements'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'function'
  | 'organisation'
  | 'email'
  | 'phone'
  | 'validFrom'
  | 'validTo'
  | 'publication';

/** Heads that are understood, without case, accents and signs; sheets name their columns as they like. */
const HEADS: Readonly<Record<Column, readonly string[]>> = {
  region: ['region', 'code region', 'region code', 'territoire'],
  departements: ['departements', 'departement', 'departements couverts', 'dpt', 'dept', 'code departement'],
  name: ['nom complet', 'nom prenom', 'prenom nom', 'nom et prenom', 'contact', 'correspondant', 'name', 'personne'],
  firstName: ['prenom', 'first name'],
  lastName: ['nom', 'last name', 'nom de famille'],
  function: ['fonction', 'poste', 'function', 'position', 'role', 'intitule du poste'],
  organisation: ['organisation', 'structure', 'structure porteuse', 'organisme', 'porteur', 'employeur'],
  email: ['email', 'e mail', 'mail', 'courriel', 'adresse mail', 'adresse e mail', 'adresse electronique'],
  phone: ['telephone', 'tel', 'phone', 'numero de telephone', 'portable', 'mobile'],
  validFrom: ['debut', 'date de debut', 'valid from', 'depuis', 'prise de poste'],
  validTo: ['fin', 'date de fin', 'valid to', 'jusqu au'],
  publication: ['publication', 'publie', 'accord publication', 'published', 'is published'],
};
const COLUMN_OF = new Map(
  Object.entries(HEADS).flatMap(([column, heads]) => heads.map((head) => [head, column as Column] as const)),
);

/**
 * Reads the shared sheet of correspondents as spreadsheets export it: comma, semicolon, tab or bar; regions and
 * départements by code or name; days as 2027-03-01 or 01/03/2027. A post without a first day begins `today`.
 */
export function readSheet(csv: string, today: string): { lines: SheetLine[]; problems: SheetProblem[] } {
  const rows = parseRows(csv);
  const [head, ...body] = rows ?? [];
  if (head === undefined) return failed('csv', 'The text is not CSV: a quote is not closed, or there is no head.');
  if (body.length > MAX_SHEET_LINES) return failed('csv', `A sheet has at most ${MAX_SHEET_LINES} lines.`);
  const columns = head.map((cell) => COLUMN_OF.get(plain(cell)));
  for (const needed of ['function', 'organisation'] as const) {
    if (!columns.includes(needed)) return failed(needed, `The head has none of: ${HEADS[needed].join(', ')}.`);
  }
  const lines: SheetLine[] = [];
  const problems: SheetProblem[] = [];
  body.forEach((row, index) => {
    const line = index + 2;
    if (row.every((cell) => cell === '')) return;
    const cells = new Map<Column, string>();
    columns.forEach((column, at) => {
      // Spreadsheets of exports keep from a formula by an apostrophe: it is no part of a telephone number.
      const cell = row[at]?.trim().replace(/^'(?=[=+\-@])/, '');
      if (column !== undefined && cell) cells.set(column, cell);
    });
    const read = lineOf(cells, today);
    if ('message' in read) problems.push({ line, ...read });
    else lines.push({ line, ...read });
  });
  return { lines, problems };
}

function failed(field: string, message: string) {
  return { lines: [], problems: [{ line: 1, field, message }] };
}

function parseRows(csv: string): string[][] | undefined {
  const [head = ''] = csv.split(/\r?\n/, 1);
  const delimiter = [';', '\t', '|'].find((separator) => head.includes(separator)) ?? ',';
  try {
    return parse(csv, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false, trim: true });
  } catch {
    return undefined;
  }
}

function lineOf(
  cells: ReadonlyMap<Column, string>,
  today: string,
): Omit<SheetLine, 'line'> | Omit<SheetProblem, 'line'> {
  const region = regionOf(cells.get('region'));
  if (region === undefined) return { field: 'region', message: `No region is called "${cells.get('region')}".` };
  const departements: string[] = [];
  for (const text of partsOf(cells.get('departements') ?? '')) {
    const code = departementOf(text);
    if (code === undefined) return { field: 'departements', message: `No département is called "${text}".` };
    departements.push(code);
  }
  const days = { validFrom: dayOf(cells.get('validFrom')), validTo: dayOf(cells.get('validTo')) };
  for (const [field, day] of Object.entries(days)) {
    if (day === undefined) return { field, message: 'The day is written neither 2027-03-01 nor 01/03/2027.' };
  }
  const isPublished = yesOrNo(cells.get('publication'));
  if (isPublished === undefined) return { field: 'publication', message: 'Write oui or non.' };
  const named = cells.get('name') ?? [cells.get('firstName'), cells.get('lastName')].filter(Boolean).join(' ');
  const regionOfDepartement = geography().departement(departements[0] ?? '')?.region ?? null;
  const post = {
    region: region ?? regionOfDepartement,
    departements,
    name: /^(?:vacant|poste vacant|a pourvoir|-)$/.test(plain(named)) ? null : named,
    function: cells.get('function') ?? '',
    organisation: cells.get('organisation') ?? '',
    email: cells.get('email'),
    phone: cells.get('phone'),
    validFrom: days.validFrom ?? today,
    validTo: days.validTo ?? null,
  };
  return { post, isPublished };
}

/** Null when the sheet names none: then the départements say, or it is a post of the association. */
function regionOf(text: string | undefined): string | null | undefined {
  if (text === undefined || ['national', 'france'].includes(plain(text))) return null;
  const padded = text.padStart(2, '0');
  return REGIONS.find(({ code, name }) => code === padded || plain(name) === plain(text))?.code;
}

/** Codes or names between commas, semicolons and slashes; codes also between spaces. */
function partsOf(text: string): string[] {
  const parts = text.split(/[,;/]/).flatMap((part) => (/^[\s\dABab]+$/.test(part) ? part.trim().split(/\s+/) : [part]));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function departementOf(text: string): string | undefined {
  const code = text.toUpperCase().padStart(2, '0');
  if (geography().departement(code) !== undefined) return code;
  return geography()
    .departements()
    .find(({ name }) => plain(name) === plain(text))?.code;
}

function dayOf(text: string | undefined): string | null | undefined {
  if (text === undefined) return null;
  const found = ['yyyy-MM-dd', 'd/M/yyyy'].map((form) => DateTime.fromFormat(text, form)).find((day) => day.isValid);
  return found?.toISODate() ?? undefined;
}

function yesOrNo(text: string | undefined): boolean | null | undefined {
  if (text === undefined) return null;
  if (['oui', 'yes', 'true', '1', 'x'].includes(plain(text))) return true;
  return ['non', 'no', 'false', '0'].includes(plain(text)) ? false : undefined;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
