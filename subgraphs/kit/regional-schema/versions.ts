/** Versions of the regional schema that the hub understands, oldest first. */
export const REGIONAL_SCHEMA_VERSIONS: readonly string[] = ['1', '2'];

/** The version that the reference implementation publishes unless told otherwise. */
export const CURRENT_REGIONAL_SCHEMA_VERSION = '2';
