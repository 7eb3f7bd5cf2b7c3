export { loadBooks, type LoadBooksOptions } from './load-books';
export { LOADED_TABLES, type LoadSizes } from './load-statements';
