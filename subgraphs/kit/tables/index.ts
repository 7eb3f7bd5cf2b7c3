export { ARCHIVE_LIMITS, checkArchive } from './archive-check';
export type { RawCell, RawRow, RawTable, TableFile } from './raw-row';
export { readCsvTable } from './read-csv-table';
export { readXlsxTable } from './read-xlsx-table';
export { withoutFormula } from './without-formula';
