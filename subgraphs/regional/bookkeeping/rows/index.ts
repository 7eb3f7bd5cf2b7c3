export { type BookRow } from './column-values';
export {
  type ChangeContext,
  createRow,
  deleteRow,
  type Deletion,
  type RowNotFound,
  unchangedRow,
  updateRow,
  type VersionConflict,
  type WrittenRow,
} from './change-row';
export { type InputProblem, type InvalidInput, invalidInput, problem } from './input-problem';
export { MAX_PAGE, type Page, pageOf, type PageQuestion, pageSize, positionOf, rowById, rowsById } from './read-rows';
