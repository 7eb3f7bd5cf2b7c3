export {
  closeMaintenanceDatabases,
  ensureDatabase,
  ensureDatabases,
  type DatabaseGrant,
  type EnsureDatabasesOptions,
} from './databases';
export {
  ADMINISTRATOR,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres';
export { findFreePorts, isPortFree } from './free-ports';
export {
  isPostgresAlive,
  parsePostmasterFile,
  readPostmasterFile,
  stopPostmaster,
  type Postmaster,
} from './postmaster-file';
export { serverArguments, type Durability, type ServerSettings } from './server-settings';
