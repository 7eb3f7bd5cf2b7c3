/**
 * Roles of the PostgreSQL cluster as which regional subgraphs read, none with a login: what every connection is
 * (`base`: the directory alone), and what a transaction becomes for its caller. The migrations of a region say
 * what each of them sees.
 */
export const READER_ROLES = {
  base: 'maillage_reader',
  books: 'maillage_reader_books',
  desk: 'maillage_reader_desk',
  buyer: 'maillage_reader_buyer',
} as const;

/** One of these roles. */
export type ReaderRole = (typeof READER_ROLES)[keyof typeof READER_ROLES];
