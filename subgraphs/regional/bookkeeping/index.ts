export { type BookActor, withinBooks } from './book-transaction';
