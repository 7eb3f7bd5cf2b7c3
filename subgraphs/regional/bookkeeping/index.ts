export { type BookActor, withinBooks } from './book-transaction';
export { type BooksConfig, loadBooksConfig } from './config';
export {
  type BooksServer,
  type BooksServerDependencies,
  type BooksServerOptions,
  createBooksServer,
} from './create-books-server';
export { booksSchema } from './sdl';
