import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { packageRoot } from '../../subgraphs/kit/package-root';
import { freePort } from './free-port';

const COMMAND = join(packageRoot(), 'cli', 'maillage.js');

/** A hub started as its users start it: `maillage start`, in processes of its own. */
export interface WholeHub {
  readonly url: string;
  readonly dataDirectory: string;
  /** A token for a caller, by the options of `maillage token`. */
  token(...options: string[]): Promise<string>;
  /** Runs a command of the CLI against this hub. */
  run(...parameters: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }>;
  /** Runs one statement in the books of every region, for independent sums. */
  inEveryRegion<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Map<string, Row[]>>;
  /** Ends it as Ctrl-C does, and gives its exit code. */
  interrupt(): Promise<number | null>;
  /** Ends it, whatever its state, and removes its data. */
  discard(): Promise<void>;
}

/** Starts a hub on a free port and a data directory of its own; resolves once it says that it is ready. */
export async function startWholeHub(
  demonstration: 'full' | 'small',
  settings: Readonly<Record<string, string>> = {},
): Promise<WholeHub> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'maillage-whole-'));
  const port = await freePort();
  const environment = {
    ...process.env,
    PORT: String(port),
    MAILLAGE_DATA_DIR: dataDirectory,
    MAILLAGE_DEMONSTRATION: demonstration,
    // What is tested is what is answered, not how fast: a busy machine must not make a sound region late.
    REGION_CONNECT_MS: '15000',
    REGION_DEADLINE_MS: '15000',
    NATIONAL_DEADLINE_MS: '20000',
    PLANNING_MS: '20000',
    ...settings,
  };
  const child = spawn(process.execPath, [COMMAND, 'start'], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  await readyOf(child);

  const run: WholeHub['run'] = (...parameters) =>
    new Promise((resolve) => {
      execFile(process.execPath, [COMMAND, ...parameters], { env: environment }, (error, stdout, stderr) => {
        resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    dataDirectory,
    run,
    token: async (...options) => (await run('token', ...options)).stdout.trim(),
    inEveryRegion: async (sql, values = []) => queryEveryRegion(dataDirectory, sql, values),
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
    discard: async () => {
      if (child.exitCode === null) child.kill('SIGINT');
      await ended;
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function queryEveryRegion<Row extends object>(
  dataDirectory: string,
  sql: string,
  values: readonly unknown[],
): Promise<Map<string, Row[]>> {
  const settings = JSON.parse(await readFile(join(dataDirectory, 'regions.json'), 'utf8')) as {
    code: string;
    databaseUrl: string;
  }[];
  const found = new Map<string, Row[]>();
  for (const { code, databaseUrl } of settings) {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      found.set(code, (await client.query<Row & Record<string, unknown>>(sql, [...values])).rows);
    } finally {
      await client.end();
    }
  }
  return found;
}

function readyOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (output.includes('Maillage est prêt')) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`The hub ended with ${code} before it was ready:\n${output}`)));
  });
}
