export { exportBooks, type ExportedFile, type ExportSettings } from './export-books';
export { EXPORT_KINDS, type ExportKind } from './export-kinds';
export { exportedCell, type ExportedCell } from './exported-cell';
