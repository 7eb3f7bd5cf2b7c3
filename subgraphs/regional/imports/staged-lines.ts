import { HubError } from '../../kit/errors';
import { isSensitive } from '../privacy';
import { foldText } from '../../kit/text';
import { type Field, stagedColumn } from './field';
import { fieldsOf, type ImportKind } from './import-kinds';
import type { Mapping } from './mapping';
import type { ProblemBook } from './problem-book';
import type { RawCell, RawRow } from '../../kit/tables';
import { Fault, type LocalCodes, type ValueReader, valueReader } from './read-value';

/** Turns lines of a file into lines of COPY text. */
export interface LineReader {
  /** Fields that the file says, in the order of the columns of a line. */
  readonly fields: readonly Field[];
  /** Columns of COPY, the line number first. */
  readonly columns: readonly string[];
  /** COPY text of a line; null when something of it cannot be taken, which the problem book then says. */
  read(row: RawRow): string | null;
}

/** Where a field's cells are: one column, several joined, or a constant. */
type Place =
  { readonly at: number } | { readonly all: readonly number[]; readonly join: string } | { readonly always: string };

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Prepares the reading of a file with these columns. Throws IMPORT_MAPPING_INVALID when a column is not there. */
export function lineReader(
  kind: ImportKind,
  mapping: Mapping,
  header: readonly string[],
  localCodes: LocalCodes,
  problems: ProblemBook,
  storedCriterion?: (code: string) => string,
): LineReader {
  const places = placesOf(mapping, header);
  const fields = fieldsOf(kind).filter(({ name }) => places.has(name));
  const required = new Set(kind.required.map(({ name }) => name));
  const readers = fields.map((field) => ({
    field,
    isRequired: required.has(field.name),
    place: places.get(field.name) as Place,
    read:
      field.name === 'criterion'
        ? sealing(valueReader(field, mapping, localCodes), storedCriterion)
        : valueReader(field, mapping, localCodes),
  }));
  return {
    fields,
    columns: ['line', ...fields.map(({ name }) => stagedColumn(name))],
    read: (row) => {
      if (row.broken !== undefined) {
        problems.add(row.line, null, String(row.cells.length), row.broken, String(header.length));
        return null;
      }
      let text = String(row.line);
      let isWhole = true;
      for (const { field, isRequired, place, read } of readers) {
        const cell = cellAt(row.cells, place);
        const value = read(cell);
        if (value instanceof Fault) {
          // A report is passed around: it does not repeat what is sensitive of a person.
          const said = value.code === 'CRITERION_NOT_SEALABLE' ? null : shown(cell);
          problems.add(row.line, field, said, value.code, value.suggestion);
          isWhole = false;
        } else if (value === null) {
          if (isRequired) problems.add(row.line, field, null, 'VALUE_MISSING', null);
          isWhole &&= !isRequired;
          text += '\t\\N';
        } else text += `\t${escaped(value)}`;
      }
      return isWhole ? `${text}\n` : null;
    },
  };
}

/** Sensitive criteria never get into the books, the staging table included, as they are. */
function sealing(read: ValueReader, storedCriterion: ((code: string) => string) | undefined): ValueReader {
  return (cell) => {
    const code = read(cell);
    if (typeof code !== 'string') return code;
    if (storedCriterion !== undefined) return storedCriterion(code);
    return isSensitive(code) ? new Fault('CRITERION_NOT_SEALABLE') : code;
  };
}

function escaped(value: string): string {
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (one) => ESCAPES[one] ?? one) : value;
}

function cellAt(cells: readonly RawCell[], place: Place): RawCell {
  if ('at' in place) return cells[place.at] ?? null;
  if ('always' in place) return place.always;
  const parts = place.all.map((index) => cells[index] ?? null);
  return parts.every((part) => part === null || part === '')
    ? null
    : parts.map((part) => shown(part) ?? '').join(place.join);
}

function shown(cell: RawCell): string | null {
  if (cell === null) return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'object' ? cell.error : String(cell).trim();
}

function placesOf(mapping: Mapping, header: readonly string[]): ReadonlyMap<string, Place> {
  const indexes = new Map(header.map((name, index) => [foldText(name), index] as const).reverse());
  const missing: string[] = [];
  const indexOf = (name: string): number => {
    const byPlace = /^\[(\d+)\]$/.exec(name);
    const index = byPlace === null ? indexes.get(foldText(name)) : Number(byPlace[1]) - 1;
    if (index === undefined || index < 0 || index >= header.length) missing.push(name);
    return index ?? -1;
  };
  const places = new Map<string, Place>();
  for (const [field, always] of Object.entries(mapping.constants)) places.set(field, { always });
  for (const [field, said] of Object.entries(mapping.columns))
    places.set(
      field,
      typeof said === 'string' ? { at: indexOf(said) } : { all: said.columns.map(indexOf), join: said.join },
    );
  if (missing.length > 0)
    throw new HubError(
      'IMPORT_MAPPING_INVALID',
      `The file has no column ${missing.map((name) => `"${name}"`).join(', ')}. It has: ${header.slice(0, 60).join(', ')}.`,
      { missing },
    );
  return places;
}
