export { booksSchema, has, singularOf } from './books-schema';
