export { namedDatabases, type DatabaseOptions, type NamedDatabase } from './named-databases';
