export {
  createDataSource,
  migrateDatabase,
  MIGRATIONS_TABLE,
  type DataSourceOptions,
  type MigrationClass,
} from './data-source';
