import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway, loadGatewayConfig } from '../../../gateway';
import { ensureHubKeys, readIssuerKey } from '../../../cli/record';
import { composeNetwork, publicationsOf } from '../../../schema';
import { signDevelopmentToken } from '../../../subgraphs/kit/identity';
import { createLogger } from '../../../subgraphs/kit/log';
import type { Network } from '../../../subgraphs/kit/network';
import { REGIONS } from '../../../subgraphs/kit/regions';
import { CONSOLIDATOR, identityOf } from '../../support/callers';
import { createTestDatabase } from '../../support/database';
import { startNational } from '../../support/national-server';
import { plannerInProcess } from '../../support/planner-in-process';
import { cpuOf } from './process-cpu';

/** The hub under test: a real gateway and a real national subgraph. */
export interface HubUnderTest {
  /** Where clients ask. */
  readonly url: string;
  /** Token of a caller who sees exact figures; empty where none is needed. */
  readonly token: string;
  /** Most memory that the gateway's process has held, in MB; undefined when it shares the process of the test. */
  peakMemory(): Promise<number | undefined>;
  /** Milliseconds of CPU that the gateway's process has used; undefined when it shares the process of the test. */
  cpuMilliseconds(): Promise<number | undefined>;
  close(): Promise<void>;
}

/** Where the regions of the hub are, by code. */
export type RegionUrls = Readonly<Record<string, string>>;

type Cleanup = () => Promise<unknown>;

const VERSION = '3';
const TOKEN_HOURS = 12;

function networkOf(nationalUrl: string, urls: RegionUrls): Network {
  const members = REGIONS.map((region) => ({ region, url: urls[region.code] ?? '', schemaVersion: VERSION }));
  return { version: 1, nationalUrl, members };
}

/** Starts a hub in this process. */
export async function startHubHere(urls: RegionUrls, regionDeadlineMilliseconds: number): Promise<HubUnderTest> {
  return withCleanups(async (cleanups) => {
    const database = await createTestDatabase('national');
    cleanups.push(() => database.close());
    const national = await startNational(database.url, networkOf('', urls));
    cleanups.push(() => national.stop());
    const network = networkOf(national.url, urls);
    const { supergraphSdl } = composeNetwork(publicationsOf(network.members));
    const config = {
      ...loadGatewayConfig({
        // An answer that is ready would serve the next question too, and show the fault before the one just set.
        SHARED_ANSWER_MS: '0',
        NETWORK_FILE: '-',
        SUPERGRAPH_FILE: '-',
        HUB_SIGNING_KEY_FILE: '-',
        PORT: '0',
        DRAIN_MS: '0',
        REGION_DEADLINE_MS: String(regionDeadlineMilliseconds),
        REGION_CONNECT_MS: String(regionDeadlineMilliseconds),
        REQUEST_DEADLINE_MS: '60000',
      }),
      // Everything shares this process: the first plans would use up short ones.
      nationalDeadlineMilliseconds: 20_000,
    };
    const gateway = await createGateway(config, {
      network,
      supergraphSdl,
      identity: identityOf(),
      startPlanner: plannerInProcess,
      logger: createLogger('gateway', 'silent'),
    });
    cleanups.push(() => gateway.stop());
    // Whoever asks here is a consolidator.
    return {
      url: `${gateway.url}/graphql`,
      token: '',
      peakMemory: async () => undefined,
      cpuMilliseconds: async () => undefined,
    };
  });
}

/** Starts a hub as it runs in production: the compiled entry files, each in a process of its own. */
export async function startHubProcesses(urls: RegionUrls, environment: NodeJS.ProcessEnv): Promise<HubUnderTest> {
  return withCleanups(async (cleanups) => {
    const database = await createTestDatabase('national');
    cleanups.push(() => database.close());
    const folder = await mkdtemp(join(tmpdir(), 'maillage-faults-'));
    cleanups.push(() => rm(folder, { recursive: true, force: true }));
    const [networkFile, supergraphFile] = [join(folder, 'network.json'), join(folder, 'supergraph.graphql')];
    const writeNetwork = (nationalUrl: string) => {
      const { version, members } = networkOf(nationalUrl, urls);
      const written = members.map(({ region, url, schemaVersion }) => ({ code: region.code, url, schemaVersion }));
      return writeFile(networkFile, JSON.stringify({ version, nationalUrl, members: written }));
    };
    await writeNetwork('http://national.invalid/graphql');
    await writeFile(supergraphFile, composeNetwork(publicationsOf(networkOf('', urls).members)).supergraphSdl);
    const keys = await ensureHubKeys(folder);
    const shared = { ...environment, NETWORK_FILE: networkFile, SUPERGRAPH_FILE: supergraphFile, PORT: '0' };
    const national = await startProcess('subgraphs/national/main.js', {
      ...shared,
      DATABASE_URL: database.url,
      HUB_KEYS_FILE: keys.hubKeys,
    });
    cleanups.push(national.stop);
    await writeNetwork(national.url);
    const gateway = await startProcess('gateway/main.js', {
      ...shared,
      LOG_LEVEL: process.env['FAULTS_LOG'] ?? 'silent',
      GATEWAY_WORKERS: '1',
      MAILLAGE_MODE: 'development',
      HUB_SIGNING_KEY_FILE: keys.signingKey,
      DEVELOPMENT_ISSUER_KEYS_FILE: keys.issuerKeys,
    });
    const issuerKey = await readIssuerKey(folder);
    const token = await signDevelopmentToken(issuerKey ?? {}, CONSOLIDATOR, TOKEN_HOURS);
    cleanups.push(gateway.stop);
    return {
      url: gateway.url,
      token,
      peakMemory: () => peakMemoryOf(gateway.child),
      cpuMilliseconds: () => cpuOf(gateway.child.pid),
    };
  });
}

async function withCleanups(
  start: (cleanups: Cleanup[]) => Promise<Omit<HubUnderTest, 'close'>>,
): Promise<HubUnderTest> {
  const cleanups: Cleanup[] = [];
  const close = async (): Promise<void> => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    return { ...(await start(cleanups)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startProcess(
  entry: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ child: ChildProcess; url: string; stop: Cleanup }> {
  // Compiled beside this file: dist/tests/faults/support.
  const child = fork(join(__dirname, '..', '..', '..', entry), { env: environment });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
  };
  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: { kind: string; url?: string; message?: string }) => {
      if (message.kind === 'ready') resolve(message.url ?? '');
      if (message.kind === 'failed') reject(new Error(`${entry}: ${message.message}`));
    });
    child.once('exit', (code) => reject(new Error(`${entry} ended with ${code}`)));
  });
  return { child, url, stop };
}

async function peakMemoryOf({ pid }: ChildProcess): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}
