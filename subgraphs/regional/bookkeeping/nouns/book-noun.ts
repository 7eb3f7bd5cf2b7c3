/** What a field of a row holds, how it is checked, and how it is written in GraphQL and in PostgreSQL. */
export type FieldKind =
  /** Up to 300 characters on one line. */
  | { readonly is: 'text' }
  /** Up to 20,000 characters. */
  | { readonly is: 'longText' }
  | { readonly is: 'email' }
  | { readonly is: 'phone' }
  | { readonly is: 'boolean' }
  | { readonly is: 'date' }
  /** First day of a month in PostgreSQL, YYYY-MM in GraphQL. */
  | { readonly is: 'month' }
  /** Hours with at most two decimals. */
  | { readonly is: 'hours'; readonly above: number; readonly most: number }
  /** Euros with at most two decimals; whole cents in PostgreSQL. */
  | { readonly is: 'euros' }
  /** A decimal number with at most two decimals. */
  | { readonly is: 'decimal'; readonly least: number; readonly most: number }
  | { readonly is: 'integer'; readonly least: number; readonly most: number }
  | { readonly is: 'siren' }
  | { readonly is: 'siret' }
  /** One of a few words that never grow. */
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** A code of a national code list. */
  | { readonly is: 'code'; readonly list: string }
  | { readonly is: 'codes'; readonly list: string }
  /** A row of another noun of the region. */
  | { readonly is: 'reference'; readonly to: string }
  /** Written by the system only. */
  | { readonly is: 'moment' };

/** One field of a noun. */
export interface BookField {
  readonly name: string;
  readonly column: string;
  readonly kind: FieldKind;
  readonly description: string;
  /** Whether a row cannot be without it. */
  readonly isRequired: boolean;
  /** Whether people give it: when a row is made and later, when it is made only, or never. */
  readonly given: 'always' | 'once' | 'never';
  /** Whether pages can be filtered by it. */
  readonly isFilter: boolean;
}

/** Who may write the rows of a noun; everybody reads what row-level security shows. */
export type Writers = readonly ('desk' | 'coordination')[];

/** A noun of the books: one table, one type of the region's own API. */
export interface BookNoun {
  /** Name of the GraphQL type. */
  readonly name: string;
  /** Name of the field that gives a page of it. */
  readonly plural: string;
  readonly table: string;
  readonly description: string;
  readonly writers: Writers;
  readonly fields: readonly BookField[];
  /** Two fields of which the second is no earlier than the first. */
  readonly period?: readonly [string, string];
  /** Field whose spelling tells possible duplicates; the other rows that count are those with the same value of `within`. */
  readonly similar?: { readonly field: string; readonly within?: string };
  /** Mutations that the noun has no simple form of. */
  readonly without?: readonly ('create' | 'update' | 'delete')[];
}

type Options = Partial<Pick<BookField, 'isRequired' | 'given' | 'isFilter' | 'column'>>;

/** A field; optional, given at any time and no filter unless said. Its column is its name in snake case unless said. */
export function field(name: string, kind: FieldKind, description: string, options: Options = {}): BookField {
  const column = options.column ?? `${snakeCase(name)}${kind.is === 'reference' ? '_id' : ''}`;
  return { name, column, kind, description, isRequired: false, given: 'always', isFilter: false, ...options };
}

/** A field that no row is without. */
export function required(name: string, kind: FieldKind, description: string, options: Options = {}): BookField {
  return field(name, kind, description, { ...options, isRequired: true });
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
