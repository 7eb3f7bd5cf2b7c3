export { demonstrationBooks } from './demonstration-books';
export { type ScaffoldFile, scaffoldFiles, type ScaffoldRequest } from './scaffold-files';
export { writeScaffold, type WrittenScaffold } from './write-scaffold';
