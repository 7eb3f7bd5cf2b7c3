import { labelOf } from '../../kit/catalogue';
import { withoutFormula } from '../../kit/tables';
import type { Field } from '../imports';

/** A cell of an export: text as it is written, or a number. */
export type ExportedCell = string | number | null;

/**
 * What a field says, in French, from its PostgreSQL text. A text that a spreadsheet would compute gets an apostrophe
 * before it, which an import takes away again; numbers stay numbers.
 */
export function exportedCell(field: Field, value: string | null): ExportedCell {
  if (value === null) return null;
  switch (field.type) {
    case 'integer':
    case 'year':
    case 'decimal':
      return Number(value);
    case 'cents':
      return Number(value) / 100;
    case 'date':
      return value.split('-').reverse().join('/');
    case 'month':
      return `${value.slice(5, 7)}/${value.slice(0, 4)}`;
    case 'boolean':
      return value === 't' || value === 'true' ? 'oui' : 'non';
    case 'code':
      return withoutFormula(field.list === undefined ? value : labelOf(field.list, value));
    default:
      return withoutFormula(value);
  }
}
