/** One value of a row: a text, a number, a boolean or nothing. Decimals are texts, so that they stay exact. */
export type Cell = string | number | boolean | null;

/** A row in the order of its table's columns. */
export type BookRow = readonly Cell[];

/** The rows of one table of a region, generated as they are read; reading again gives the same rows. */
export interface BookTable {
  readonly name: string;
  readonly columns: readonly string[];
  rows(): Iterable<BookRow>;
}

/** The books of one region; a table comes after those that it refers to. */
export interface RegionBooks {
  readonly regionCode: string;
  readonly tables: readonly BookTable[];
}

/** What every row of the demonstration says of itself. */
export const DEMONSTRATION_ORIGIN = 'DEMONSTRATION';

/** A table of the books; every row gets an identifier, from 1, and its origin. */
export function bookTable(name: string, columns: readonly string[], rows: () => Iterable<BookRow>): BookTable {
  return {
    name,
    columns: ['id', 'origin', ...columns],
    *rows() {
      let id = 0;
      for (const row of rows()) {
        id += 1;
        yield [id, DEMONSTRATION_ORIGIN, ...row];
      }
    },
  };
}

/** Hundredths as a decimal text: 15167 gives "151.67". */
export function decimalText(hundredths: number): string {
  const cents = hundredths % 100;
  return `${(hundredths - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`;
}
