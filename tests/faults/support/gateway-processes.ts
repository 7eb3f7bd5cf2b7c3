import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { SwapNetwork } from './swap-network';

/** A gateway of several processes, as it runs in production. */
export interface GatewayProcesses {
  /** Without a path. */
  readonly url: string;
  /** Sends a signal to the primary process. */
  signal(name: NodeJS.Signals): void;
  workers(): Promise<number[]>;
  /** Waits until a line of the log says so, from now on unless `times` says how often it must have been said. */
  saidInLog(message: string, times?: number): Promise<void>;
  /** Waits until every process serves what has that digest. */
  serves(digest: string): Promise<void>;
  /** One figure of `/metrics`; undefined when it is not there. */
  metric(name: string): Promise<number | undefined>;
  /** Most memory of one worker, in MB, each shared page divided among those that share it. */
  memory(): Promise<number>;
  /** Ends it in good order and gives its exit code. */
  stop(): Promise<number | null>;
}

const POLL_MILLISECONDS = 50;

/** Starts it from its compiled entry file, with deadlines that a busy machine keeps. */
export async function startGatewayProcesses(
  entry: string,
  { supergraphFile, networkFile, keys }: SwapNetwork,
  { workers, drainMilliseconds }: { readonly workers: number; readonly drainMilliseconds: number },
): Promise<GatewayProcesses> {
  const child = fork(entry, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      SUPERGRAPH_FILE: supergraphFile,
      NETWORK_FILE: networkFile,
      PORT: '0',
      MAILLAGE_MODE: 'development',
      HUB_SIGNING_KEY_FILE: keys.signingKey,
      DEVELOPMENT_ISSUER_KEYS_FILE: keys.issuerKeys,
      GATEWAY_WORKERS: String(workers),
      DRAIN_MS: String(drainMilliseconds),
      REGION_DEADLINE_MS: '20000',
      REGION_CONNECT_MS: '20000',
      NATIONAL_DEADLINE_MS: '20000',
      REQUEST_DEADLINE_MS: '25000',
      PLANNING_MS: '20000',
      RATE_LIMIT_PER_MINUTE: '0',
      RATE_LIMIT_IN_FLIGHT: '0',
    },
  });
  let log = '';
  child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await readyUrl(child, () => log);
  const count = (message: string) => log.split(`"msg":"${message}"`).length - 1;
  const metric = async (name: string) => {
    const text = await (await fetch(`${url}/metrics`, { headers: { connection: 'close' } })).text();
    const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.slice(name.length + 1));
  };
  const workersNow = async () => {
    const text = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
    return text.trim().split(' ').filter(Boolean).map(Number);
  };
  return {
    url,
    signal: (name) => void child.kill(name),
    workers: workersNow,
    async saidInLog(message, times = count(message) + 1) {
      while (count(message) < times) await wait(POLL_MILLISECONDS);
    },
    async serves(digest) {
      while ((await metric(`maillage_supergraph_served{digest="${digest}"}`)) !== workers)
        await wait(POLL_MILLISECONDS);
    },
    metric,
    memory: async () => Math.max(...(await Promise.all((await workersNow()).map(pssOf)))),
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      return exited;
    },
  };
}

function readyUrl(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: { kind: string; url?: string; message?: string }) => {
      if (message.kind === 'ready') resolve(new URL(message.url ?? '').origin);
      if (message.kind === 'failed') reject(new Error(message.message));
    });
    child.once('exit', (code) => reject(new Error(`The gateway ended with ${code}:\n${log()}`)));
  });
}

async function pssOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Math.round(Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) / 1024);
}
