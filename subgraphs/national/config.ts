import { z } from 'zod';
import { bytesSetting, databaseUrlSetting, type Environment, parseEnvironment, portSetting } from '../kit/config';
import { hubKeysOf, hubKeysSettings, type KeySource } from '../kit/identity';
import { type RegistryClientConfig, registryClientOf, registrySettings } from '../kit/registry-client';
import { type TracingConfig, tracingOf, tracingSettings } from '../kit/tracing';
import { DEFAULT_THRESHOLDS, type DisclosureThresholds, THRESHOLD_RANGE } from './disclosure';

const thresholdSetting = z.coerce.number().int().min(THRESHOLD_RANGE.least).max(THRESHOLD_RANGE.most);

/** Variables that the national subgraph and its preparation read. */
export const nationalSettings = z.object({
  DATABASE_URL: databaseUrlSetting,
  /** Needed unless a registry is followed. */
  NETWORK_FILE: z.string().optional(),
  ...registrySettings,
  HOST: z.string().default('127.0.0.1'),
  PORT: portSetting.default(4001),
  INTERNAL_BODY_LIMIT_BYTES: bytesSetting.default(8 * 1024 * 1024),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  DISCLOSURE_THRESHOLD_NETWORK: thresholdSetting.default(DEFAULT_THRESHOLDS.network),
  DISCLOSURE_THRESHOLD_BUYER: thresholdSetting.default(DEFAULT_THRESHOLDS.buyer),
  ...hubKeysSettings,
  DEMONSTRATION: z.enum(['full', 'small', 'none']).default('none'),
  ...tracingSettings,
});

/** Settings of the national subgraph. */
export interface NationalConfig {
  readonly databaseUrl: string;
  /** Empty where a registry is followed. */
  readonly networkFile: string;
  /** The registry that says who is a member; null when the network file does. */
  readonly registry: RegistryClientConfig | null;
  readonly host: string;
  readonly port: number;
  /** Largest gather request accepted: 9,000 breakdown rows make 0.6 MB. */
  readonly bodyLimitBytes: number;
  readonly logLevel: string;
  /** Smallest counts of persons that are shown live, by audience. */
  readonly disclosure: DisclosureThresholds;
  /** Whose signature is believed. */
  readonly hubKeys: () => KeySource;
  /** Whether the preparation fills the national level with demonstration rows. */
  readonly isDemonstration: boolean;
  /** Null when nothing is traced. */
  readonly tracing: TracingConfig | null;
}

/** Reads the settings. Throws CONFIG_INVALID with every problem. */
export function loadNationalConfig(environment: Environment): NationalConfig {
  const settings = parseEnvironment(nationalSettings, environment);
  return Object.freeze({
    databaseUrl: settings.DATABASE_URL,
    networkFile: settings.NETWORK_FILE ?? '',
    registry: registryClientOf(settings),
    host: settings.HOST,
    port: settings.PORT,
    bodyLimitBytes: settings.INTERNAL_BODY_LIMIT_BYTES,
    logLevel: settings.LOG_LEVEL,
    disclosure: Object.freeze({
      network: settings.DISCLOSURE_THRESHOLD_NETWORK,
      buyer: settings.DISCLOSURE_THRESHOLD_BUYER,
    }),
    hubKeys: () => hubKeysOf(settings),
    isDemonstration: settings.DEMONSTRATION !== 'none',
    tracing: tracingOf(settings),
  });
}
