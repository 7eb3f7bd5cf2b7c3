import { z } from 'zod';
import { bytesSetting, databaseUrlSetting, type Environment, parseEnvironment, portSetting } from '../../kit/config';
import { HubError } from '../../kit/errors';
import { findRegion } from '../../kit/regions';
import { type IssuerConfig, issuersOf, signInSettings } from '../../kit/sign-in';
import { readRegionsFile, type RegionSetting } from '../regions-file';
import type { BooksServerOptions } from './create-books-server';

/** Variables of the own API of one region. */
export const booksSettings = z.object({
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  /** INSEE code of the region whose books it opens. */
  REGION: z.string(),
  /** The region's database; without it, that of the regions file. */
  DATABASE_URL: databaseUrlSetting.optional(),
  REGIONS_FILE: z.string().optional(),
  BOOKS_KEY_FILE: z.string().optional(),
  BOOKS_KEY: z.string().optional(),
  BOOKS_PORT: portSetting.default(4021),
  BOOKS_POOL_SIZE: z.coerce.number().int().min(1).max(50).default(5),
  REQUEST_BODY_LIMIT_BYTES: bytesSetting.default(256 * 1024),
  ...signInSettings,
});

/** Settings of the own API of one region. */
export interface BooksConfig {
  readonly server: BooksServerOptions;
  /** Whose tokens sign people in; never none. */
  readonly issuers: readonly IssuerConfig[];
  readonly logLevel: string;
}

/** Reads the settings. Throws CONFIG_INVALID with every problem, REGION_UNKNOWN. */
export async function loadBooksConfig(environment: Environment): Promise<BooksConfig> {
  const settings = parseEnvironment(booksSettings, environment);
  const region = findRegion(settings.REGION);
  if (region === undefined) {
    throw new HubError('REGION_UNKNOWN', `REGION is "${settings.REGION}", which is not a region of the law.`, {});
  }
  const issuers = issuersOf(settings);
  if (issuers.length === 0) {
    throw new HubError(
      'CONFIG_INVALID',
      'Nobody could sign in to the books: set OIDC_ISSUER and its keys, those of the hub or of the region itself.',
    );
  }
  const inFile =
    settings.REGIONS_FILE === undefined ? undefined : await settingInFile(settings.REGIONS_FILE, region.code);
  const databaseUrl = settings.DATABASE_URL ?? inFile?.databaseUrl;
  if (databaseUrl === undefined) throw databaseUnknown(region.code);
  return Object.freeze({
    server: {
      region,
      databaseUrl,
      booksKeyFile: settings.BOOKS_KEY_FILE ?? (settings.BOOKS_KEY === undefined ? inFile?.booksKeyFile : undefined),
      booksKey: settings.BOOKS_KEY,
      host: settings.HOST,
      port: settings.BOOKS_PORT,
      poolSize: settings.BOOKS_POOL_SIZE,
      limits: { bodyBytes: settings.REQUEST_BODY_LIMIT_BYTES },
    },
    issuers,
    logLevel: settings.LOG_LEVEL,
  });
}

async function settingInFile(path: string, code: string): Promise<RegionSetting | undefined> {
  return (await readRegionsFile(path)).find((region) => region.code === code);
}

function databaseUnknown(code: string): HubError {
  return new HubError(
    'CONFIG_INVALID',
    `The database of region ${code} is not known: set DATABASE_URL, or REGIONS_FILE with a file that names it.`,
  );
}
