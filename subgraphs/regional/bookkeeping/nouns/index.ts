export type { BookField, BookNoun, FieldKind } from './book-noun';
export { BOOK_NOUNS, nounOf } from './book-nouns';
