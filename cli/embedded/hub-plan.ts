import { join } from 'node:path';
import type { HubKeyFiles } from '../record';
import type { DemonstrationScale } from './hub-settings';
import type { PlannedProcess } from './planned-process';

/** What the plan of an embedded hub is made from. */
export interface PlanContext {
  /** Folder of the compiled project. */
  readonly programFolder: string;
  readonly regionsFile: string;
  readonly networkFile: string;
  readonly supergraphFile: string;
  /** URL of the national database; known once the milestone `databases` is reached. */
  readonly nationalDatabaseUrl: () => string;
  readonly nationalPort: number;
  readonly gatewayPort: number;
  readonly gatewayWorkers: number;
  readonly demonstration: DemonstrationScale;
  readonly keys: HubKeyFiles;
}

/** Milestone of the launcher: PostgreSQL runs and every database exists. */
export const DATABASES = 'databases';

/** Id of the process that serves the regions, which obeys `stop-region` and `start-region`. */
export const REGIONS_SERVICE = 'regions';

/** Id of the process that serves clients. */
export const GATEWAY_SERVICE = 'gateway';

/** Subgraphs listen on this machine only, whatever HOST says for the gateway. */
const HOST = '127.0.0.1';

/**
 * The processes of the embedded hub. Those that wait for nothing of each other run at the same time; what the
 * first answer waits for longest (the regions' data) comes first.
 */
export function createHubPlan(context: PlanContext): readonly PlannedProcess[] {
  return [...planSteps(context), ...planServices(context)];
}

function planSteps(context: PlanContext): PlannedProcess[] {
  const { regionsFile: REGIONS_FILE, networkFile: NETWORK_FILE, supergraphFile: SUPERGRAPH_FILE } = context;
  const DEMONSTRATION = context.demonstration;
  const entry = entriesIn(context.programFolder);
  return [
    {
      id: 'compose',
      label: 'composition du supergraphe',
      kind: 'step',
      entry: entry('cli', 'embedded', 'compose-main.js'),
      environment: () => ({ NETWORK_FILE, SUPERGRAPH_FILE }),
      memory: 512,
      after: [],
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

function planServices(context: PlanContext): PlannedProcess[] {
  const { regionsFile: REGIONS_FILE, networkFile: NETWORK_FILE, supergraphFile: SUPERGRAPH_FILE } = context;
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
      id: 'national',
      label: 'sous-graphe national',
      kind: 'service',
      entry: entry('subgraphs', 'national', 'main.js'),
      environment: () => ({
        DATABASE_URL: context.nationalDatabaseUrl(),
        NETWORK_FILE,
        HUB_KEYS_FILE,
        HOST,
        PORT: String(context.nationalPort),
      }),
      memory: 256,
      after: ['prepare-national'],
    },
    {
      id: GATEWAY_SERVICE,
      label: 'passerelle',
      kind: 'service',
      entry: entry('gateway', 'main.js'),
      environment: () => ({
        NETWORK_FILE,
        SUPERGRAPH_FILE,
        PORT: String(context.gatewayPort),
        HUB_SIGNING_KEY_FILE: context.keys.signingKey,
        DEVELOPMENT_ISSUER_KEYS_FILE: context.keys.issuerKeys,
        MAILLAGE_MODE: 'development',
        GATEWAY_WORKERS: String(context.gatewayWorkers),
      }),
      memory: 512,
      after: ['compose'],
    },
  ];
}

function entriesIn(programFolder: string): (...path: string[]) => string {
  return (...path) => join(programFolder, ...path);
}
