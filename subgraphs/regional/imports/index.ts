export { type Field, fieldOf } from './field';
export { importFile } from './import-file';
export type { ImportProgress, ImportSettings } from './import-settings';
export { fieldsOf, findImportKind, IMPORT_KINDS, type ImportKind, type ImportKindName } from './import-kinds';
export type { ImportReport } from './import-report';
export { checkMapping, type Mapping, mappingJsonSchema, readMapping } from './mapping';
export { NAMED_PER_REASON, type Problem, type ProblemCount } from './problem-book';
export { type ProblemCode, PROBLEMS, type WarningCode, WARNINGS } from './problem-codes';
export { Fault, type LocalCodes, valueReader } from './read-value';
