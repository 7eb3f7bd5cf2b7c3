import { globalId, localIdOf } from '../../books';
import type { Region } from '../../../kit/regions';
import type { BookField, BookNoun } from '../nouns';

/** A row as GraphQL shows it; references are local identifiers, which loaders turn into rows. */
export type BookRow = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number };

/** SQL expression that reads a column so that no driver changes it on the way: days, months and decimals as texts. */
function readExpression({ column, kind }: BookField): string {
  switch (kind.is) {
    case 'date':
      return `to_char(${column}, 'YYYY-MM-DD')`;
    case 'month':
      return `to_char(${column}, 'YYYY-MM')`;
    case 'hours':
    case 'decimal':
    case 'euros':
    case 'reference':
      return `${column}::text`;
    default:
      return column;
  }
}

/** The columns of a noun, under the names of its fields. */
export function selectList({ fields }: BookNoun): string {
  const own = fields.map((field) => `${readExpression(field)} AS "${field.name}"`);
  return ['id::text AS id', 'version', 'created_at AS "createdAt"', 'updated_at AS "updatedAt"', 'origin', ...own].join(
    ', ',
  );
}

/** What the database gave, as GraphQL shows it. */
export function shownRow({ fields }: BookNoun, region: Region, raw: Readonly<Record<string, unknown>>): BookRow {
  const own = fields.map((field): [string, unknown] => [field.name, shownValue(field, raw[field.name])]);
  return {
    ...raw,
    ...Object.fromEntries(own),
    localId: String(raw['id']),
    id: globalId(region, String(raw['id'])),
    version: Number(raw['version']),
  };
}

function shownValue({ kind }: BookField, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (kind.is) {
    case 'hours':
    case 'decimal':
      return Number(value);
    case 'euros':
      return Number(value) / 100;
    default:
      return value;
  }
}

/** A checked value of an input, as PostgreSQL takes it; references by their local identifier. */
export function storedValue({ kind }: BookField, region: Region, value: unknown): unknown {
  if (value === null || value === undefined) return kind.is === 'codes' ? [] : null;
  switch (kind.is) {
    case 'reference':
      return localIdOf(region, String(value));
    case 'month':
      return `${String(value)}-01`;
    case 'euros':
      return String(Math.round(Number(value) * 100));
    case 'hours':
    case 'decimal':
      return Number(value).toFixed(2);
    default:
      return value;
  }
}
