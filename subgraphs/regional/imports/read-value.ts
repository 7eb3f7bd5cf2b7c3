import { DateTime } from 'luxon';
import { closest, distance } from 'fastest-levenshtein';
import { codeListOf } from '../../kit/catalogue';
import { geography } from '../../kit/cog';
import { isSiren, isSiret } from '../../kit/identifiers';
import type { RawCell } from '../../kit/tables';
import { foldText } from '../../kit/text';
import type { Field } from './field';
import type { Mapping } from './mapping';
import type { ProblemCode } from './problem-codes';

/** A value that cannot be taken, with what was probably meant. */
export class Fault {
  constructor(
    readonly code: ProblemCode,
    readonly suggestion: string | null = null,
  ) {}
}

/** Reads a cell: its text for COPY, null when nothing is said, or what is wrong. */
export type ValueReader = (cell: RawCell) => string | null | Fault;

/** Codes of the region's own lists: list → folded local code or label → national code. */
export type LocalCodes = ReadonlyMap<string, ReadonlyMap<string, string>>;

type TextReader = (text: string) => string | Fault;

/** Texts that were read are kept: months, codes and references come again and again. */
const KEPT = 20_000;
const LONGEST_TEXT = 2_000;
const ESCAPED_FORMULA = /^'+[=+\-@\t\r]/;

/** The reader of a field's cells. */
export function valueReader(field: Field, mapping: Mapping, localCodes: LocalCodes): ValueReader {
  const empty = new Set(mapping.empty.map(foldText));
  const read = kept(textReader(field, mapping, localCodes));
  return (cell) => {
    if (cell === null) return null;
    if (typeof cell === 'object' && !(cell instanceof Date)) return new Fault('CELL_ERROR');
    const text = typeof cell === 'string' ? trimmed(cell) : textOf(cell, field, mapping);
    if (text === '' || (empty.size > 0 && empty.has(foldText(text)))) return null;
    return read(text);
  };
}

function kept(read: TextReader): TextReader {
  const known = new Map<string, string | Fault>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size >= KEPT) known.clear();
    known.set(text, value);
    return value;
  };
}

/** Spaces of all kinds around a value mean nothing; an apostrophe before a sign of formulas was put there by an export. */
function trimmed(text: string): string {
  const value = text.trim();
  return value.startsWith("'") && ESCAPED_FORMULA.test(value) ? value.slice(1) : value;
}

/** What a cell of a workbook says, as its text would be in the file's formats. */
function textOf(cell: number | boolean | Date, field: Field, mapping: Mapping): string {
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return '?';
    const format = (field.type === 'month' ? mapping.months : mapping.dates)[0] ?? 'yyyy-MM-dd';
    return DateTime.fromJSDate(cell, { zone: 'utc' }).toFormat(format);
  }
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  // Workbooks hold binary fractions: 35.2 comes as 35.199999999999996.
  const number = Number.isInteger(cell) ? String(cell) : String(Number(cell.toFixed(6)));
  return field.type === 'decimal' || field.type === 'cents' ? number.replace('.', mapping.decimal) : number;
}

function textReader(field: Field, mapping: Mapping, localCodes: LocalCodes): TextReader {
  switch (field.type) {
    case 'text':
      return readText;
    case 'integer':
    case 'year':
      return integerReader(field);
    case 'decimal':
    case 'cents':
      return decimalReader(field, mapping.decimal);
    case 'date':
      return dateReader(mapping.dates, 'DATE_INVALID');
    case 'month':
      return dateReader(mapping.months, 'MONTH_INVALID');
    case 'boolean':
      return readBoolean;
    case 'code':
      return codeReader(field, mapping.codes[field.name] ?? {}, localCodes);
    case 'siren':
      return identifierReader(9, isSiren, 'SIREN_INVALID');
    case 'siret':
      return identifierReader(14, isSiret, 'SIRET_INVALID');
    case 'commune':
      return readCommune;
    case 'departement':
      return readDepartement;
  }
}

function readText(text: string): string | Fault {
  if (text.length > LONGEST_TEXT || /\p{Cc}/u.test(text.replace(/[\t\n\r]/g, ''))) return new Fault('TEXT_UNUSABLE');
  return text;
}

function integerReader(field: Field): TextReader {
  const [low, high] = field.type === 'year' ? [1920, 2099] : [0, field.max ?? 2_147_483_647];
  return (text) => {
    const digits = text.replace(/\s/g, '');
    if (!/^-?\d+$/.test(digits)) return new Fault('NUMBER_INVALID');
    const number = Number(digits);
    return number < low || number > high ? new Fault('NUMBER_OUT_OF_RANGE', `${low} à ${high}`) : String(number);
  };
}

/** Digits with thousands apart by spaces of any kind, then at most two decimals. */
function decimalReader(field: Field, decimal: string): TextReader {
  const form = decimal === ',' ? /^(-?\d+)(?:,(\d+))?$/ : /^(-?\d+)(?:\.(\d+))?$/;
  const other = decimal === ',' ? '.' : ',';
  return (text) => {
    const packed = text.replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, '').replace(/\s?€$/, '');
    const match = form.exec(packed);
    if (match === null) {
      const meant = packed.replace(other, decimal);
      return new Fault('NUMBER_INVALID', form.test(meant) ? meant : null);
    }
    const [, whole = '0', decimals = ''] = match;
    const significant = decimals.replace(/0+$/, '');
    if (significant.length > 2)
      return new Fault('DECIMALS_TOO_MANY', Number(`${whole}.${decimals}`).toFixed(2).replace('.', decimal));
    const number = Number(`${whole}.${significant || '0'}`);
    if (Math.abs(number) > (field.max ?? Number.MAX_SAFE_INTEGER))
      return new Fault('NUMBER_OUT_OF_RANGE', String(field.max));
    if (field.type === 'cents')
      return number < 0 ? new Fault('NUMBER_OUT_OF_RANGE') : `${whole}${significant.padEnd(2, '0')}`;
    return significant === '' ? whole : `${whole}.${significant}`;
  };
}

function dateReader(formats: readonly string[], code: ProblemCode): TextReader {
  return (text) => {
    for (const format of formats) {
      const date = DateTime.fromFormat(text, format, { zone: 'utc', locale: 'fr' });
      if (date.isValid && date.year >= 1990 && date.year <= 2099)
        return date.toFormat(code === 'MONTH_INVALID' ? 'yyyy-MM-01' : 'yyyy-MM-dd');
    }
    return new Fault(code, formats.join(' ou '));
  };
}

const YES = new Set(['oui', 'o', '1', 'vrai', 'true', 'x', 'yes']);
const NO = new Set(['non', 'n', '0', 'faux', 'false', 'no']);

function readBoolean(text: string): string | Fault {
  const folded = foldText(text);
  if (YES.has(folded)) return 't';
  return NO.has(folded) ? 'f' : new Fault('BOOLEAN_INVALID', 'oui');
}

/** The file's own words first, then the region's local list, then national codes and their labels. */
function codeReader(field: Field, said: Readonly<Record<string, string>>, localCodes: LocalCodes): TextReader {
  const entries =
    field.list === undefined
      ? (field.codes ?? []).map((code) => ({ code, label: code }))
      : codeListOf(field.list).entries;
  const national = new Set(entries.map(({ code }) => code));
  const words = new Map(
    entries.flatMap(({ code, label }) => [[foldText(label), code] as const, [foldText(code), code]]),
  );
  for (const [word, code] of localCodes.get(field.list ?? '') ?? []) words.set(word, code);
  for (const [word, code] of Object.entries(said)) words.set(foldText(word), code);
  const known = [...words.keys()];
  return (text) => {
    const folded = foldText(text);
    const code = words.get(folded);
    if (code !== undefined && national.has(code)) return code;
    const nearest = known.length === 0 ? '' : closest(folded, known);
    const isNear = distance(folded, nearest) <= Math.max(2, nearest.length / 3);
    return new Fault('CODE_UNKNOWN', isNear ? (words.get(nearest) ?? null) : [...national].slice(0, 12).join(', '));
  };
}

/** Spaces between digits mean nothing. A workbook that took the identifier for a number lost its leading zeros. */
function identifierReader(length: number, isValid: (text: string) => boolean, code: ProblemCode): TextReader {
  return (text) => {
    const digits = text.replace(/[\s.]/g, '');
    if (isValid(digits)) return digits;
    const padded = digits.padStart(length, '0');
    const isTail = /^\d+$/.test(digits) && digits.length < length && digits.length >= length - 2;
    return new Fault(code, isTail && isValid(padded) ? padded : null);
  };
}

function readCommune(text: string): string | Fault {
  const code = text.toUpperCase();
  const commune = geography().commune(code) ?? geography().commune(code.padStart(5, '0'));
  if (geography().commune(code) !== undefined) return commune?.code ?? code;
  if (commune !== undefined) return new Fault('COMMUNE_UNKNOWN', commune.code);
  return new Fault('COMMUNE_UNKNOWN', communeByName().get(foldText(text)) ?? null);
}

let named: ReadonlyMap<string, string> | undefined;

/** Communes by name; of several of one name, the largest is suggested. */
function communeByName(): ReadonlyMap<string, string> {
  named ??= new Map(
    [...geography().communes()]
      .sort((one, other) => one.population - other.population)
      .map(({ name, code }) => [foldText(name), code]),
  );
  return named;
}

function readDepartement(text: string): string | Fault {
  const code = text.toUpperCase();
  if (geography().departement(code) !== undefined) return code;
  const padded = code.padStart(2, '0');
  return new Fault('DEPARTEMENT_UNKNOWN', geography().departement(padded) === undefined ? null : padded);
}
