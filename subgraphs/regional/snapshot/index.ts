export { type BookReader, createBookReader } from './book-reader';
export { type Snapshot } from './read-snapshot';
export { createSnapshotLoader, type SnapshotLoader } from './snapshot-loader';
export { createUnchangedAnswers, type UnchangedAnswers } from './unchanged-answers';
