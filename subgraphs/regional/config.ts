import { z } from 'zod';
import {
  bytesSetting,
  databaseUrlSetting,
  type Environment,
  millisecondsSetting,
  parseEnvironment,
  portSetting,
} from '../kit/config';
import { HubError } from '../kit/errors';
import { hubKeysOf, hubKeysSettings, type KeySource } from '../kit/identity';
import { CURRENT_REGIONAL_SCHEMA_VERSION, REGIONAL_SCHEMA_VERSIONS } from '../kit/regional-schema';
import { findRegion, type Region } from '../kit/regions';
import { type TracingConfig, tracingOf, tracingSettings } from '../kit/tracing';
import type { RegionalSubgraphOptions } from './create-regional-subgraph';

/** Variables that every regional process reads. */
const sharedSettings = {
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  INTERNAL_BODY_LIMIT_BYTES: bytesSetting.default(8 * 1024 * 1024),
  REGIONAL_STATEMENT_TIMEOUT_MS: millisecondsSetting.default(5_000),
  REGIONAL_POOL_SIZE: z.coerce.number().int().min(1).max(50).default(3),
  REGIONAL_INTROSPECTION: z.stringbool().default(true),
  REQUIRE_SIGNED_BODIES: z.stringbool().default(false),
  ...hubKeysSettings,
  ...tracingSettings,
};

/** Variables of the subgraph of one region. */
export const regionalSettings = z.object({
  ...sharedSettings,
  REGION: z.string(),
  DATABASE_URL: databaseUrlSetting,
  PORT: portSetting.default(4011),
  REGION_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  REGIONAL_SCHEMA_VERSION: z.enum(REGIONAL_SCHEMA_VERSIONS).default(CURRENT_REGIONAL_SCHEMA_VERSION),
  BOOKS_KEY_FILE: z.string().optional(),
  BOOKS_KEY: z.string().optional(),
});

/** Variables of the process that runs several regions. */
export const allRegionsSettings = z.object({ ...sharedSettings, REGIONS_FILE: z.string(), NETWORK_FILE: z.string() });

/** Variables of the preparation of regional databases. */
export const prepareSettings = z.object({
  LOG_LEVEL: sharedSettings.LOG_LEVEL,
  REGIONS_FILE: z.string(),
  DEMONSTRATION: z.enum(['full', 'small', 'none']).default('none'),
  DEMONSTRATION_SEED: z.coerce.number().int().min(0).default(1),
});

/** What every region of a process shares. */
export type SharedOptions = Pick<
  RegionalSubgraphOptions,
  'host' | 'poolSize' | 'statementTimeout' | 'limits' | 'introspection'
>;

/** Settings of the subgraph of one region. */
export interface RegionalConfig {
  readonly subgraph: RegionalSubgraphOptions;
  readonly hubKeys: KeySource;
  /** Whether questions are refused that the gateway has not signed with their body. */
  readonly requiresSignedBodies: boolean;
  /** Address by which the gateway asks; undefined where it is the one that arrives. */
  readonly publicUrl: string | undefined;
  readonly logLevel: string;
  /** Null when nothing is traced. */
  readonly tracing: TracingConfig | null;
}

/** Settings of the process that runs several regions. */
export interface AllRegionsConfig {
  readonly regionsFile: string;
  readonly networkFile: string;
  readonly shared: SharedOptions;
  readonly hubKeys: KeySource;
  /** Whether questions are refused that the gateway has not signed with their body. */
  readonly requiresSignedBodies: boolean;
  readonly logLevel: string;
  /** Null when nothing is traced. */
  readonly tracing: TracingConfig | null;
}

/** Settings of the preparation of regional databases. */
export interface PrepareConfig {
  readonly regionsFile: string;
  readonly demonstration: 'full' | 'small' | 'none';
  readonly seed: number;
  readonly logLevel: string;
}

/** Reads the settings of one region. Throws CONFIG_INVALID with every problem, REGION_UNKNOWN. */
export function loadRegionalConfig(environment: Environment): RegionalConfig {
  const settings = parseEnvironment(regionalSettings, environment);
  return Object.freeze({
    subgraph: {
      ...sharedOptions(settings),
      region: regionOfLaw(settings.REGION),
      databaseUrl: settings.DATABASE_URL,
      port: settings.PORT,
      schemaVersion: settings.REGIONAL_SCHEMA_VERSION,
      booksKeyFile: settings.BOOKS_KEY_FILE,
      booksKey: settings.BOOKS_KEY,
    },
    hubKeys: hubKeysOf(settings),
    requiresSignedBodies: settings.REQUIRE_SIGNED_BODIES,
    publicUrl: settings.REGION_PUBLIC_URL,
    logLevel: settings.LOG_LEVEL,
    tracing: tracingOf(settings),
  });
}

/** Reads the settings of a process of several regions. Throws CONFIG_INVALID with every problem. */
export function loadAllRegionsConfig(environment: Environment): AllRegionsConfig {
  const settings = parseEnvironment(allRegionsSettings, environment);
  return Object.freeze({
    regionsFile: settings.REGIONS_FILE,
    networkFile: settings.NETWORK_FILE,
    shared: sharedOptions(settings),
    hubKeys: hubKeysOf(settings),
    requiresSignedBodies: settings.REQUIRE_SIGNED_BODIES,
    logLevel: settings.LOG_LEVEL,
    tracing: tracingOf(settings),
  });
}

/** Reads the settings of the preparation. Throws CONFIG_INVALID with every problem. */
export function loadPrepareConfig(environment: Environment): PrepareConfig {
  const settings = parseEnvironment(prepareSettings, environment);
  return Object.freeze({
    regionsFile: settings.REGIONS_FILE,
    demonstration: settings.DEMONSTRATION,
    seed: settings.DEMONSTRATION_SEED,
    logLevel: settings.LOG_LEVEL,
  });
}

function sharedOptions(settings: Omit<z.infer<typeof allRegionsSettings>, 'REGIONS_FILE' | 'NETWORK_FILE'>) {
  return {
    host: settings.HOST,
    poolSize: settings.REGIONAL_POOL_SIZE,
    statementTimeout: settings.REGIONAL_STATEMENT_TIMEOUT_MS,
    limits: { bodyBytes: settings.INTERNAL_BODY_LIMIT_BYTES },
    introspection: settings.REGIONAL_INTROSPECTION,
  } satisfies SharedOptions;
}

function regionOfLaw(code: string): Region {
  const region = findRegion(code);
  if (region !== undefined) return region;
  throw new HubError(
    'REGION_UNKNOWN',
    `REGION is "${code}", which is not a region of the law. Use an INSEE code with its leading zero: "53", "01".`,
    { region: code },
  );
}
