export { isJson, type Json, itemsOf, numberOf, objectsOf, shown, textOf, textsOf } from './json';
export { type FiguresQuestion, PAGE_ROWS, type PageQuestion } from './scopes';
export {
  type CompleteOptions,
  CONSOLIDATOR,
  type GraphQLAnswer,
  openSession,
  readAnswer,
  type Resolved,
  type Session,
} from './session';
