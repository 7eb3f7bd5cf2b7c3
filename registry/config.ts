import { z } from 'zod';
import {
  databaseUrlSetting,
  type Environment,
  millisecondsSetting,
  parseEnvironment,
  portSetting,
} from '../subgraphs/kit/config';
import { hubKeysOf, hubKeysSettings, type KeySource } from '../subgraphs/kit/identity';
import { type TracingConfig, tracingOf, tracingSettings } from '../subgraphs/kit/tracing';

/** Variables that the registry and its preparation read. */
export const registrySettingsSchema = z.object({
  DATABASE_URL: databaseUrlSetting,
  HOST: z.string().default('127.0.0.1'),
  PORT: portSetting.default(4002),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** In development, regions may serve by http on this machine, and publish without a conformance run. */
  MAILLAGE_MODE: z.enum(['development', 'production']).default('production'),
  ...hubKeysSettings,
  /** Private key by which the registry signs what it gives out, a JSON Web Key or a set whose first key signs. */
  REGISTRY_SIGNING_KEY_FILE: z.string(),
  /** The gateway's private key, for probes and conformance runs; without it regions refuse both. */
  HUB_SIGNING_KEY_FILE: z.string().optional(),
  /** Where gateways find the national subgraph. */
  NATIONAL_URL: z.url({ protocol: /^https?$/ }),
  /** Where gateways find the registry's own GraphQL endpoint. */
  REGISTRY_GRAPHQL_URL: z.url({ protocol: /^https?$/ }),
  /** Time between two probes of the members. */
  REGISTRY_PROBE_MS: millisecondsSetting.default(10_000),
  /** Members that the preparation publishes with the reference schema, as a network file; none unless set. */
  REGISTRY_SETUP_FILE: z.string().optional(),
  /** Where the preparation leaves a credential for administration, if the file does not hold one. */
  REGISTRY_ADMINISTRATOR_FILE: z.string().optional(),
  /** The same for a credential of those who follow the registry. */
  REGISTRY_READER_FILE: z.string().optional(),
  ...tracingSettings,
});

/** Settings of the registry. */
export interface RegistryConfig {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly mode: 'development' | 'production';
  /** Whose signature is believed of those who come through the gateway. */
  readonly hubKeys: () => KeySource;
  readonly signingKeyFile: string;
  readonly hubSigningKeyFile: string | null;
  readonly nationalUrl: string;
  readonly registryUrl: string;
  readonly probeMilliseconds: number;
  readonly setupFile: string | null;
  readonly administratorFile: string | null;
  readonly readerFile: string | null;
  /** Null when nothing is traced. */
  readonly tracing: TracingConfig | null;
}

/** Reads the settings. Throws CONFIG_INVALID with every problem. */
export function loadRegistryConfig(environment: Environment): RegistryConfig {
  const settings = parseEnvironment(registrySettingsSchema, environment);
  return Object.freeze({
    databaseUrl: settings.DATABASE_URL,
    host: settings.HOST,
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    mode: settings.MAILLAGE_MODE,
    hubKeys: () => hubKeysOf(settings),
    signingKeyFile: settings.REGISTRY_SIGNING_KEY_FILE,
    hubSigningKeyFile: settings.HUB_SIGNING_KEY_FILE ?? null,
    nationalUrl: settings.NATIONAL_URL,
    registryUrl: settings.REGISTRY_GRAPHQL_URL,
    probeMilliseconds: settings.REGISTRY_PROBE_MS,
    setupFile: settings.REGISTRY_SETUP_FILE ?? null,
    administratorFile: settings.REGISTRY_ADMINISTRATOR_FILE ?? null,
    readerFile: settings.REGISTRY_READER_FILE ?? null,
    tracing: tracingOf(settings),
  });
}
