import { z } from 'zod';

/** Who may send documents that nobody registered. */
export type PublicOperations = 'any' | 'safelist';

/** What one request of a client may ask. Counts are of the document with its fragments written out. */
export interface DocumentLimits {
  /** Tokens of the text. */
  readonly tokens: number;
  /** Nested fields. */
  readonly depth: number;
  /** Fields under another name. */
  readonly aliases: number;
  /** Fields of the root, `__typename` counted. */
  readonly rootFields: number;
  /** Directives of the text. */
  readonly directives: number;
  /** Selections once every fragment is written out at each of its uses. */
  readonly selections: number;
  /** Pairs of fields that would be merged into one: comparing them is the dear part of validation. */
  readonly mergedPairs: number;
  /** Estimated cost, by @cost and @listSize of the supergraph. */
  readonly cost: number;
  /** Nested lists and objects of the variables. */
  readonly variableDepth: number;
  /** Values in the variables, whatever their depth. */
  readonly variableValues: number;
}

/** Everything that bounds clients, in one block. */
export interface GatewayLimits {
  readonly document: DocumentLimits;
  /** Requests that one client may send in a minute, in each process of the gateway; 0 for no limit. */
  readonly requestsPerMinute: number;
  /** Requests of one client that may be under way at once, in each process of the gateway; 0 for no limit. */
  readonly requestsInFlight: number;
  /** Origins of pages that may read answers; none by default. */
  readonly allowedOrigins: readonly string[];
  /** Addresses of proxies whose `x-forwarded-for` is believed. */
  readonly trustedProxies: readonly string[];
  readonly publicOperations: PublicOperations;
  /** File of the registered documents: JSON, an array of documents or an object of them. */
  readonly publicOperationsFile: string | null;
}

const countSetting = (byDefault: number) => z.coerce.number().int().min(1).default(byDefault);
const listSetting = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  );

/** Environment variables of the limits. */
export const limitSettings = {
  /** Most tokens of one document. */
  LIMIT_LENGTH: countSetting(4_000),
  /** Most nested fields. */
  LIMIT_DEPTH: countSetting(16),
  /** Most aliases. */
  LIMIT_ALIASES: countSetting(40),
  /** Most fields at the root, `__typename` included. */
  LIMIT_ROOT_FIELDS: countSetting(20),
  /** Most directives. */
  LIMIT_DIRECTIVES: countSetting(60),
  /** Most selections with every fragment written out. */
  LIMIT_SELECTIONS: countSetting(2_000),
  /** Most pairs of fields merged into one. */
  LIMIT_MERGED_PAIRS: countSetting(1_000),
  /** Highest estimated cost. */
  LIMIT_COST: countSetting(30_000),
  /** Most nested values in the variables. */
  LIMIT_VARIABLE_DEPTH: countSetting(10),
  /** Most values in the variables. */
  LIMIT_VARIABLE_VALUES: countSetting(5_000),
  /** Most requests of one client in a minute, per process. */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(0).default(6_000),
  /** Most requests of one client under way at once, per process. */
  RATE_LIMIT_IN_FLIGHT: z.coerce.number().int().min(0).default(100),
  /** Origins of web pages that may read answers, separated by commas. */
  CORS_ORIGINS: listSetting.pipe(z.array(z.url())),
  /** Addresses of proxies in front of the gateway, separated by commas. */
  TRUSTED_PROXIES: listSetting,
  /** Whether anonymous callers may send any document or registered ones only. */
  PUBLIC_OPERATIONS: z.enum(['any', 'safelist']).default('any'),
  /** File of the registered documents. */
  PUBLIC_OPERATIONS_FILE: z.string().optional(),
};

type LimitSettings = z.infer<z.ZodObject<typeof limitSettings>>;

/** The limits that settings describe. */
export function limitsOf(settings: LimitSettings): GatewayLimits {
  return {
    document: {
      tokens: settings.LIMIT_LENGTH,
      depth: settings.LIMIT_DEPTH,
      aliases: settings.LIMIT_ALIASES,
      rootFields: settings.LIMIT_ROOT_FIELDS,
      directives: settings.LIMIT_DIRECTIVES,
      selections: settings.LIMIT_SELECTIONS,
      mergedPairs: settings.LIMIT_MERGED_PAIRS,
      cost: settings.LIMIT_COST,
      variableDepth: settings.LIMIT_VARIABLE_DEPTH,
      variableValues: settings.LIMIT_VARIABLE_VALUES,
    },
    requestsPerMinute: settings.RATE_LIMIT_PER_MINUTE,
    requestsInFlight: settings.RATE_LIMIT_IN_FLIGHT,
    allowedOrigins: settings.CORS_ORIGINS,
    trustedProxies: settings.TRUSTED_PROXIES,
    publicOperations: settings.PUBLIC_OPERATIONS,
    publicOperationsFile: settings.PUBLIC_OPERATIONS_FILE ?? null,
  };
}

/** The limits of an empty environment, without those that count the requests of a client. */
export const UNMETERED_LIMITS: GatewayLimits = Object.freeze({
  ...limitsOf(z.object(limitSettings).parse({})),
  requestsPerMinute: 0,
  requestsInFlight: 0,
});
