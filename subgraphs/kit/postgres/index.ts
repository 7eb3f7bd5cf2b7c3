export { BOOK_ROLES, type BookRole, FOLDER_ROLE, REGIONAL_ROLES } from './book-roles';
export {
  createDataSource,
  migrateDatabase,
  MIGRATIONS_TABLE,
  type DataSourceOptions,
  type MigrationClass,
} from './data-source';
export { READER_ROLES, type ReaderRole } from './reader-roles';
