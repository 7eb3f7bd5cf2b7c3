export { type BookActor, withinBooks } from './book-transaction';
export {
  type BooksServer,
  type BooksServerDependencies,
  type BooksServerOptions,
  createBooksServer,
} from './create-books-server';
export { booksSchema } from './sdl';
