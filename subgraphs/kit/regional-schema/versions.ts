/** A version of the regional schema and its calendar; days are YYYY-MM-DD. */
export interface RegionalSchemaRelease {
  readonly version: string;
  /** From when on it can be published. */
  readonly publishedOn: string;
  /** From when on it should be replaced; null while it is current. */
  readonly deprecatedOn: string | null;
  /** From when on it can no longer be published: a year after its deprecation. What is served then stays. */
  readonly retiredOn: string | null;
}

/** Every version that the hub understands, oldest first: the one table of their calendar. */
export const REGIONAL_SCHEMA_CALENDAR: readonly RegionalSchemaRelease[] = [
  { version: '1', publishedOn: '2026-01-05', deprecatedOn: '2026-09-01', retiredOn: '2027-09-01' },
  { version: '2', publishedOn: '2026-09-01', deprecatedOn: '2026-11-25', retiredOn: '2027-11-25' },
  { version: '3', publishedOn: '2026-11-25', deprecatedOn: null, retiredOn: null },
];

/** Versions of the regional schema that the hub understands, oldest first. */
export const REGIONAL_SCHEMA_VERSIONS: readonly string[] = REGIONAL_SCHEMA_CALENDAR.map(({ version }) => version);

/** The version that the reference implementation publishes unless told otherwise. */
export const CURRENT_REGIONAL_SCHEMA_VERSION = '3';

/** Whether a version can no longer be published on that day. */
export function isRetired(version: string, day: string): boolean {
  const retiredOn = REGIONAL_SCHEMA_CALENDAR.find((release) => release.version === version)?.retiredOn;
  return retiredOn != null && retiredOn <= day;
}
