import { join } from 'node:path';
import type { HubKeyFiles } from '../record';
import type { HubFiles } from './hub-files';
import type { DemonstrationScale } from './hub-settings';
import type { PlannedProcess } from './planned-process';

/** What the plan of an embedded hub is made from. */
export interface PlanContext {
  /** Folder of the compiled project. */
  readonly programFolder: string;
  readonly regionsFile: string;
  /** Members that the registry is set up with. */
  readonly networkFile: string;
  readonly files: Pick<HubFiles, 'administrator' | 'reader' | 'gatewayCopy' | 'nationalCopy'>;
  /** URL of the registry's database; known once the milestone `databases` is reached. */
  readonly registryDatabaseUrl: () => string;
  readonly registryPort: number;
  /** URL of the national database; known once the milestone `databases` is reached. */
  readonly nationalDatabaseUrl: () => string;
  readonly nationalPort: number;
  readonly gatewayPort: number;
  readonly gatewayWorkers: number;
  readonly demonstration: DemonstrationScale;
  /** Region whose own API runs; undefined for none. */
  readonly booksRegion: string | undefined;
  /** Known once it is chosen; 0 where no own API runs. */
  readonly booksPort: number;
  readonly keys: HubKeyFiles;
}

/** Milestone of the launcher: PostgreSQL runs and every database exists. */
export const DATABASES = 'databases';

/** Id of the process that serves the regions, which obeys `stop-region` and `start-region`. */
export const REGIONS_SERVICE = 'regions';

/** Id of the process that says what is served. */
export const REGISTRY_SERVICE = 'registry';

/** Id of the process that serves clients. */
export const GATEWAY_SERVICE = 'gateway';

/** Id of the process that serves a region's own API. */
export const BOOKS_SERVICE = 'books';

/** Subgraphs listen on this machine only, whatever HOST says for the gateway. */
const HOST = '127.0.0.1';

/**
 * The processes of the embedded hub. Those that wait for nothing of each other run at the same time; what the
 * first answer waits for longest (the regions' data) comes first.
 */
export function createHubPlan(context: PlanContext): readonly PlannedProcess[] {
  return [...planSteps(context), ...planCentralServices(context), ...planServices(context), ...planBooks(context)];
}

function planSteps(context: PlanContext): PlannedProcess[] {
  const { regionsFile: REGIONS_FILE, networkFile: NETWORK_FILE } = context;
  const DEMONSTRATION = context.demonstration;
  const entry = entriesIn(context.programFolder);
  return [
    {
      id: 'prepare-registry',
      label: 'composition du supergraphe',
      kind: 'step',
      entry: entry('registry', 'prepare.js'),
      environment: () => registryEnvironment(context),
      memory: 512,
      after: [DATABASES],
    },
    {
      id: 'prepare-regions',
      label: 'données des régions',
      kind: 'step',
      entry: entry('subgraphs', 'regional', 'prepare.js'),
      environment: () => ({ REGIONS_FILE, DEMONSTRATION }),
      memory: 512,
      after: [DATABASES],
    },
    {
      id: 'prepare-national',
      label: 'données nationales',
      kind: 'step',
      entry: entry('subgraphs', 'national', 'prepare.js'),
      environment: () => ({ DATABASE_URL: context.nationalDatabaseUrl(), NETWORK_FILE, DEMONSTRATION }),
      memory: 256,
      after: [DATABASES],
    },
  ];
}

function planCentralServices(context: PlanContext): PlannedProcess[] {
  const HUB_KEYS_FILE = context.keys.hubKeys;
  const entry = entriesIn(context.programFolder);
  return [
    {
      id: REGISTRY_SERVICE,
      label: 'registre',
      kind: 'service',
      entry: entry('registry', 'main.js'),
      environment: () => registryEnvironment(context),
      memory: 384,
      after: ['prepare-registry'],
    },
    {
      id: 'national',
      label: 'sous-graphe national',
      kind: 'service',
      entry: entry('subgraphs', 'national', 'main.js'),
      environment: () => ({
        DATABASE_URL: context.nationalDatabaseUrl(),
        ...followerEnvironment(context, context.files.nationalCopy),
        HUB_KEYS_FILE,
        HOST,
        PORT: String(context.nationalPort),
      }),
      memory: 256,
      after: ['prepare-national', REGISTRY_SERVICE],
    },
  ];
}

function planServices(context: PlanContext): PlannedProcess[] {
  const { regionsFile: REGIONS_FILE, networkFile: NETWORK_FILE } = context;
  const HUB_KEYS_FILE = context.keys.hubKeys;
  const entry = entriesIn(context.programFolder);
  return [
    {
      id: REGIONS_SERVICE,
      label: 'sous-graphes régionaux',
      kind: 'service',
      entry: entry('subgraphs', 'regional', 'main-all.js'),
      environment: () => ({ REGIONS_FILE, NETWORK_FILE, HUB_KEYS_FILE, HOST }),
      memory: 384,
      after: ['prepare-regions'],
    },
    {
      id: GATEWAY_SERVICE,
      label: 'passerelle',
      kind: 'service',
      entry: entry('gateway', 'main.js'),
      environment: () => ({
        ...followerEnvironment(context, context.files.gatewayCopy),
        PORT: String(context.gatewayPort),
        HUB_SIGNING_KEY_FILE: context.keys.signingKey,
        DEVELOPMENT_ISSUER_KEYS_FILE: context.keys.issuerKeys,
        MAILLAGE_MODE: 'development',
        GATEWAY_WORKERS: String(context.gatewayWorkers),
      }),
      memory: 512,
      after: [REGISTRY_SERVICE],
    },
  ];
}

/** The own API of one region, for its desks and its coordination. */
function planBooks({ booksRegion, booksPort, regionsFile, keys, programFolder }: PlanContext): PlannedProcess[] {
  if (booksRegion === undefined) return [];
  return [
    {
      id: BOOKS_SERVICE,
      label: `livres de la région ${booksRegion}`,
      kind: 'service',
      entry: join(programFolder, 'subgraphs', 'regional', 'books-main.js'),
      environment: () => ({
        REGION: booksRegion,
        REGIONS_FILE: regionsFile,
        BOOKS_PORT: String(booksPort),
        HOST,
        DEVELOPMENT_ISSUER_KEYS_FILE: keys.issuerKeys,
        MAILLAGE_MODE: 'development',
      }),
      memory: 256,
      after: ['prepare-regions'],
    },
  ];
}

/** Settings of the registry and of its preparation. */
function registryEnvironment({ files, keys, registryPort, ...context }: PlanContext): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: context.registryDatabaseUrl(),
    HOST,
    PORT: String(registryPort),
    MAILLAGE_MODE: 'development',
    LOG_LEVEL: 'warn',
    HUB_KEYS_FILE: keys.hubKeys,
    HUB_SIGNING_KEY_FILE: keys.signingKey,
    REGISTRY_SIGNING_KEY_FILE: keys.registrySigningKey,
    NATIONAL_URL: `http://${HOST}:${context.nationalPort}/graphql`,
    REGISTRY_GRAPHQL_URL: `http://${HOST}:${registryPort}/graphql`,
    REGISTRY_SETUP_FILE: context.networkFile,
    REGISTRY_ADMINISTRATOR_FILE: files.administrator,
    REGISTRY_READER_FILE: files.reader,
  };
}

/** Settings of a process that follows the registry. */
function followerEnvironment(
  { keys, files, registryPort }: PlanContext,
  copy: string,
): Readonly<Record<string, string>> {
  return {
    REGISTRY_URL: `http://${HOST}:${registryPort}`,
    REGISTRY_KEYS_FILE: keys.registryKeys,
    REGISTRY_CREDENTIAL_FILE: files.reader,
    SUPERGRAPH_CACHE_FILE: copy,
  };
}

function entriesIn(programFolder: string): (...path: string[]) => string {
  return (...path) => join(programFolder, ...path);
}
