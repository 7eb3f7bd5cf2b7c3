import { availableParallelism } from 'node:os';
import { z } from 'zod';
import type { AddressPolicy } from '../subgraphs/kit/addresses';
import {
  bytesSetting,
  type Environment,
  millisecondsSetting,
  parseEnvironment,
  portSetting,
} from '../subgraphs/kit/config';
import { type IdentityConfig, identityConfigOf, identitySettings } from './identity';
import { type TracingConfig, tracingOf, tracingSettings } from '../subgraphs/kit/tracing';
import { type RegistryClientConfig, registryClientOf, registrySettings } from '../subgraphs/kit/registry-client';
import { HubError } from '../subgraphs/kit/errors';
import { regionListSetting } from '../subgraphs/kit/regions';
import { type GatewayLimits, limitSettings, limitsOf } from './limits';
import type { OwnOutlines } from './map';

/** What a request has beyond the deadline of one region. */
const REQUEST_MARGIN_MILLISECONDS = 400;

/** Environment variables of the gateway. */
export const gatewaySettings = z.object({
  /** Port of the gateway; 0 lets the system choose. */
  PORT: portSetting.default(4000),
  /** Interface that the gateway listens on. */
  HOST: z.string().default('127.0.0.1'),
  /** Members of the hub and where they are; needed unless a registry is followed. */
  NETWORK_FILE: z.string().optional(),
  /** The composed supergraph; needed unless a registry is followed. */
  SUPERGRAPH_FILE: z.string().optional(),
  ...registrySettings,
  /** Time that opening a connection to a region may take. */
  REGION_CONNECT_MS: millisecondsSetting.default(500),
  /** Time from a question sent to a region to the head of its answer; the region's whole deadline unless set. */
  REGION_HEADERS_MS: millisecondsSetting.optional(),
  /** Time that one region has for one answer, connection and body included. */
  REGION_DEADLINE_MS: millisecondsSetting.default(1_500),
  /** The same for the national subgraph. */
  NATIONAL_DEADLINE_MS: millisecondsSetting.default(3_000),
  /**
   * Time for one request of a client, whatever number of rounds of questions it takes. One regional deadline and 400 ms
   * unless set, which keeps the whole answer within two seconds: when a region hangs in a first round, the others have
   * what is left for a second, and what does not come in time is missing and named.
   */
  REQUEST_DEADLINE_MS: millisecondsSetting.optional(),
  /** Time for which an answer still serves identical requests of callers who are alike, once it is ready. */
  SHARED_ANSWER_MS: z.coerce.number().int().min(0).max(1_000).default(25),
  /** Largest answer taken from a subgraph, inflated. */
  REGION_BODY_LIMIT_BYTES: bytesSetting.default(8 * 1024 * 1024),
  /** Most connections kept open to one subgraph. */
  REGION_CONNECTIONS: z.coerce.number().int().min(1).max(1_000).default(20),
  /** Addresses that regions may have, looked at for each connection: any, public, or public and this machine's. */
  REGION_ADDRESSES: z.enum(['any', 'public', 'loopback']).default('any'),
  /** Regions whose questions are signed with their body, beside those that the network file says it of. */
  SIGNED_REGIONS: regionListSetting.optional(),
  /** Largest request taken from a client, inflated. */
  REQUEST_BODY_LIMIT_BYTES: bytesSetting.default(256 * 1024),
  /** Whether signed-in clients may read the schema from the gateway; anonymous ones may not. */
  INTROSPECTION: z.stringbool().default(true),
  /** Time between two looks at the supergraph and network files, beside the signs that the system gives. */
  SUPERGRAPH_POLL_MS: millisecondsSetting.default(5_000),
  /** Time that planning one operation may take, in a thread of its own. Each is planned once. */
  PLANNING_MS: millisecondsSetting.default(2_000),
  /** Processes that serve the port; as many as the machine has cores unless set. */
  GATEWAY_WORKERS: z.coerce.number().int().min(1).max(256).optional(),
  /** Time in which a stopping gateway still takes requests, with readiness off. */
  DRAIN_MS: z.coerce.number().int().min(0).default(500),
  /** What plans and executes: the hub's own engine, or Apollo's gateway as it is. */
  ENGINE: z.enum(['maillage', 'stock']).default('maillage'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  ...identitySettings,
  /** Folder in which what operations use is recorded; nothing is recorded unless set. */
  USAGE_DIR: z.string().optional(),
  /** Folder of outlines of the operator's own, for the map; those of the hub unless set. */
  MAP_OUTLINES_DIR: z.string().optional(),
  /** Whom the map names for them. */
  MAP_OUTLINES_SOURCE: z.string().min(1).optional(),
  ...limitSettings,
  ...tracingSettings,
});

/** Settings of the gateway. Durations in milliseconds, sizes in bytes. */
export interface GatewayConfig {
  readonly port: number;
  readonly host: string;
  /** Empty where a registry is followed. */
  readonly networkFile: string;
  readonly supergraphFile: string;
  /** The registry that says what is served. Null or absent: the two files do. */
  readonly registry?: RegistryClientConfig | null;
  readonly regionConnectMilliseconds: number;
  readonly regionHeadersMilliseconds: number;
  readonly regionDeadlineMilliseconds: number;
  readonly nationalDeadlineMilliseconds: number;
  readonly requestDeadlineMilliseconds: number;
  readonly regionBodyLimitBytes: number;
  readonly regionConnections: number;
  readonly regionAddresses: AddressPolicy | null;
  /** INSEE codes of regions whose questions are signed with their body whatever the network says. Absent: none. */
  readonly signedRegions?: readonly string[];
  readonly requestBodyLimitBytes: number;
  readonly isIntrospectable: boolean;
  readonly supergraphPollMilliseconds: number;
  /** Time that planning one operation may take. Absent: 2 s. */
  readonly planningMilliseconds?: number;
  readonly workers: number;
  readonly drainMilliseconds: number;
  readonly engine: 'maillage' | 'stock';
  readonly logLevel: string;
  /** What bounds clients. Without it: the defaults of the settings, and no counting of a client's requests. */
  readonly limits?: GatewayLimits;
  /** Where traces go. Null or absent: nothing is traced. */
  readonly tracing?: TracingConfig | null;
  /** For how long a finished answer serves identical requests. Absent: not at all; those under way are still shared. */
  readonly sharedAnswerMilliseconds?: number;
  /** Outlines of the operator's own. Null or absent: those of the hub. */
  readonly mapOutlines?: OwnOutlines | null;
  /** Folder of the record of usage. Null or absent: nothing is recorded. */
  readonly usageDirectory?: string | null;
}

/** Settings of the process of a gateway: those of the gateway and where its keys are. */
export interface GatewayProcessConfig extends GatewayConfig {
  readonly identity: IdentityConfig;
}

/** Milliseconds that requests under way may take once a stopping gateway takes no new ones. */
export const GRACE_MILLISECONDS = 10_000;

/** Longer than the idle time of usual load balancers (60 s), so that they never write to a closed connection. */
export const KEEP_ALIVE_MILLISECONDS = 65_000;

const ADDRESSES = { any: null, public: 'PUBLIC', loopback: 'PUBLIC_OR_LOOPBACK' } as const;

/** Reads the gateway's settings. Throws CONFIG_INVALID with every problem found. */
export function loadGatewayConfig(environment: Environment): GatewayProcessConfig {
  const settings = parseEnvironment(gatewaySettings, environment);
  return Object.freeze({
    port: settings.PORT,
    host: settings.HOST,
    ...sourceOf(settings),
    regionConnectMilliseconds: settings.REGION_CONNECT_MS,
    regionHeadersMilliseconds: settings.REGION_HEADERS_MS ?? settings.REGION_DEADLINE_MS,
    regionDeadlineMilliseconds: settings.REGION_DEADLINE_MS,
    nationalDeadlineMilliseconds: settings.NATIONAL_DEADLINE_MS,
    requestDeadlineMilliseconds:
      settings.REQUEST_DEADLINE_MS ?? settings.REGION_DEADLINE_MS + REQUEST_MARGIN_MILLISECONDS,
    sharedAnswerMilliseconds: settings.SHARED_ANSWER_MS,
    regionBodyLimitBytes: settings.REGION_BODY_LIMIT_BYTES,
    regionConnections: settings.REGION_CONNECTIONS,
    regionAddresses: ADDRESSES[settings.REGION_ADDRESSES],
    signedRegions: settings.SIGNED_REGIONS ?? [],
    requestBodyLimitBytes: settings.REQUEST_BODY_LIMIT_BYTES,
    isIntrospectable: settings.INTROSPECTION,
    supergraphPollMilliseconds: settings.SUPERGRAPH_POLL_MS,
    planningMilliseconds: settings.PLANNING_MS,
    workers: settings.GATEWAY_WORKERS ?? availableParallelism(),
    drainMilliseconds: settings.DRAIN_MS,
    engine: settings.ENGINE,
    logLevel: settings.LOG_LEVEL,
    limits: limitsOf(settings),
    identity: identityConfigOf(settings),
    tracing: tracingOf(settings),
    usageDirectory: settings.USAGE_DIR ?? null,
    mapOutlines: outlinesOf(settings),
  });
}

/** Real data keeps its source: outlines are shown with it. Throws CONFIG_INVALID. */
function outlinesOf(settings: z.infer<typeof gatewaySettings>): OwnOutlines | null {
  const { MAP_OUTLINES_DIR: folder, MAP_OUTLINES_SOURCE: source } = settings;
  if (folder === undefined) return null;
  if (source !== undefined) return { folder, source };
  throw new HubError('CONFIG_INVALID', 'MAP_OUTLINES_SOURCE is missing: the map names whose outlines it shows.');
}

/** Where the gateway learns what it serves. Throws CONFIG_INVALID. */
function sourceOf(
  settings: z.infer<typeof gatewaySettings>,
): Pick<GatewayConfig, 'networkFile' | 'supergraphFile' | 'registry'> {
  const registry = registryClientOf(settings);
  const { NETWORK_FILE: networkFile, SUPERGRAPH_FILE: supergraphFile } = settings;
  if (registry !== null) return { registry, networkFile: '', supergraphFile: '' };
  if (networkFile !== undefined && supergraphFile !== undefined) return { registry, networkFile, supergraphFile };
  throw new HubError(
    'CONFIG_INVALID',
    'Set REGISTRY_URL, or NETWORK_FILE and SUPERGRAPH_FILE: they say what the gateway serves. See .env.example.',
  );
}
