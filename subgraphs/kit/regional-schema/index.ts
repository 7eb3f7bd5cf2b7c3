export {
  CURRENT_REGIONAL_SCHEMA_VERSION,
  isRetired,
  REGIONAL_SCHEMA_CALENDAR,
  REGIONAL_SCHEMA_VERSIONS,
  type RegionalSchemaRelease,
} from './versions';
