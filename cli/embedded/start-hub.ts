import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Environment } from '../../subgraphs/kit/config';
import { HubError } from '../../subgraphs/kit/errors';
import { isPortFree } from '../../subgraphs/kit/postgres/embedded';
import { CURRENT_REGIONAL_SCHEMA_VERSION } from '../../subgraphs/kit/regional-schema';
import { isHubAnswering } from '../client';
import { forkChild, type Child } from './child-process';
import type { Cleanups } from './cleanups';
import { startControlServer } from './control-server';
import { ensureHubDatabases, startHubPostgres, type HubDatabases } from './hub-databases';
import { chooseHubPorts, openDataDirectory, writeNetworkFile, writeRegionsFile, type HubFiles } from './hub-files';
import {
  BOOKS_SERVICE,
  createHubPlan,
  DATABASES,
  GATEWAY_SERVICE,
  REGIONS_SERVICE,
  REGISTRY_SERVICE,
  type PlanContext,
} from './hub-plan';
import { claimDataDirectory, ensureBookKeys, ensureHubKeys, writeRegistryAccess } from '../record';
import type { HubSettings } from './hub-settings';
import { runPlan } from './plan-runner';
import type { PlannedProcess } from './planned-process';
import { describeProgress } from './progress-text';
import type { ProgressDisplay } from './progress-display';
import { createRegionBoard, type RegionBoard } from './region-board';

/** What `startHub` works with. */
export interface StartHubDependencies {
  readonly environment: Environment;
  readonly programFolder: string;
  readonly display: ProgressDisplay;
  /** The processes of the hub; those of `createHubPlan` unless a test gives others. */
  readonly plan?: (context: PlanContext) => readonly PlannedProcess[];
  /** Everything started is registered here, also when a later part fails. */
  readonly cleanups: Cleanups;
  /** Nothing more is started once this is aborted. */
  readonly halt: AbortSignal;
}

/** A hub that runs. */
export interface StartedHub {
  readonly graphqlUrl: string;
  /** Of the own API of a region, where one runs. */
  readonly booksUrl: string | undefined;
  /** Rejects when a part of the hub ends unasked; never resolves. */
  readonly failed: Promise<never>;
}

/** Milliseconds that a region may take to stop or start on order. */
const REGION_DEADLINE = 30_000;
/** Milliseconds that a process may take to end in good order. */
const GRACE = 10_000;

/** The parts of one start that its steps share. */
interface Session extends StartHubDependencies {
  readonly settings: HubSettings;
  readonly files: HubFiles;
  readonly board: RegionBoard;
  readonly children: Map<string, Child>;
  readonly fail: (reason: unknown) => void;
}

/** Starts every part of the hub and resolves when all are ready. Throws a HubError; the caller cleans up. */
export async function startHub(settings: HubSettings, dependencies: StartHubDependencies): Promise<StartedHub> {
  const codes = settings.regionCodes;
  const files = await openDataDirectory(settings.dataDirectory);
  let fail: (reason: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);
  const board = createRegionBoard(codes);
  const session: Session = { ...dependencies, settings, files, board, children: new Map(), fail };
  await openControl(session);
  if (!(await isPortFree(settings.gatewayPort)))
    throw new HubError('PORT_IN_USE', `Port ${settings.gatewayPort} is taken. Stop what uses it, or set PORT.`);
  const ports = await chooseHubPorts(files, codes);
  await ensureBookKeys(settings.dataDirectory, codes);
  await writeNetworkFile(files, ports, CURRENT_REGIONAL_SCHEMA_VERSION);

  let databases: HubDatabases | undefined;
  const prepared = prepareDatabases(session, codes).then(async (ready) => {
    await writeRegionsFile(files, ports, ready.regional);
    databases = ready;
  });
  const plan = (dependencies.plan ?? createHubPlan)({
    programFolder: dependencies.programFolder,
    regionsFile: files.regions,
    networkFile: files.network,
    files,
    registryDatabaseUrl: () => databases?.registry ?? '',
    registryPort: ports.registry,
    nationalDatabaseUrl: () => databases?.national ?? '',
    nationalPort: ports.national,
    gatewayPort: settings.gatewayPort,
    gatewayWorkers: settings.gatewayWorkers,
    demonstration: settings.demonstration,
    booksRegion: settings.booksRegion,
    booksPort: ports.books,
    keys: await ensureHubKeys(settings.dataDirectory),
  });
  const complete = runPlan(plan, {
    milestones: { [DATABASES]: prepared },
    startChild: (process) => startChild(session, process),
    signal: dependencies.halt,
  });
  await Promise.race([complete, failed]).finally(() => prepared.catch(() => undefined));
  await leaveRegistryAccess(session);
  return {
    graphqlUrl: (await urlOf(session, GATEWAY_SERVICE)) ?? '',
    booksUrl: await urlOf(session, BOOKS_SERVICE),
    failed,
  };
}

/** Takes the data directory and opens the control server, so that a second start finds the first one at once. */
async function openControl({ settings, board, children, cleanups }: Session): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  const control = await startControlServer({
    board,
    token,
    deadline: REGION_DEADLINE,
    tellRegions: (message) => {
      const regions = children.get(REGIONS_SERVICE);
      if (regions === undefined)
        throw new HubError('HUB_NOT_RUNNING', 'The hub is still starting: its regions do not run yet. Try again soon.');
      regions.send(message);
    },
  });
  cleanups.add('services', { stop: () => control.close() });
  const record = { pid: process.pid, controlUrl: control.url, token, startedAt: new Date().toISOString() };
  const release = await claimDataDirectory(settings.dataDirectory, record, isHubAnswering);
  cleanups.add('record', { stop: release });
}

async function prepareDatabases(session: Session, codes: readonly string[]): Promise<HubDatabases> {
  const { settings, display, cleanups, halt, fail } = session;
  display.update('postgres', 'PostgreSQL');
  const postgres = await startHubPostgres(settings);
  if (postgres !== undefined) {
    cleanups.add('database', { stop: () => postgres.stop(), kill: () => void postgres.kill() });
    void postgres.ended.then(() => {
      if (!halt.aborted) fail(new HubError('DATABASE_UNAVAILABLE', 'PostgreSQL ended unexpectedly; see postgres.log.'));
    });
  }
  halt.throwIfAborted();
  display.complete('postgres', describePostgres(postgres?.description, postgres?.origin === 'adopted'));
  const adminUrl = postgres?.adminUrl ?? settings.postgresUrl ?? '';
  const databases = await ensureHubDatabases(settings.dataDirectory, adminUrl, codes, (done, total) => {
    display.update('databases', `bases de données : ${done}/${total}`);
  });
  display.complete('databases', `bases de données : ${codes.length} régions, national, registre`);
  return databases;
}

function describePostgres(description: string | undefined, isAdopted: boolean): string {
  if (description === undefined) return 'PostgreSQL : le serveur de MAILLAGE_POSTGRES_URL';
  return `PostgreSQL ${description}${isAdopted ? ', retrouvé en marche' : ''}`;
}

async function startChild(session: Session, process: PlannedProcess): Promise<Child> {
  const { display, board, cleanups, children } = session;
  display.update(process.id, process.label);
  const child = await forkChild(process, {
    environment: session.environment,
    logFolder: session.files.logFolder,
    onMessage: (message) => {
      board.receive(message);
      const text = describeProgress(process.label, message, board);
      if (text !== undefined) display.update(process.id, text);
    },
  });
  cleanups.add('services', { stop: () => child.stop(GRACE), kill: () => child.kill() });
  children.set(process.id, child);
  child.failed.catch(session.fail);
  void child.completed.then(
    () => display.complete(process.id, process.label),
    () => undefined,
  );
  return child;
}

/** Leaves commands the address of the registry and a credential; nothing when the plan of a test has no registry. */
async function leaveRegistryAccess({ children, files, settings }: Session): Promise<void> {
  const ready = await children.get(REGISTRY_SERVICE)?.completed;
  if (ready?.kind !== 'ready') return;
  const credential = (await readFile(files.administrator, 'utf8')).trim();
  await writeRegistryAccess(settings.dataDirectory, { url: ready.url, credential });
}

async function urlOf({ children }: Session, service: string): Promise<string | undefined> {
  const ready = await children.get(service)?.completed;
  return ready?.kind === 'ready' ? ready.url : undefined;
}
