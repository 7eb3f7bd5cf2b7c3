import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterHome } from './cluster-home';
import { findFreePorts } from './free-ports';
import { isPostgresAlive, readPostmasterFile } from './postmaster-file';
import type { ServerBinaries } from './server-binaries';
import { serverFailure } from './server-failure';
import { serverArguments, type ServerSettings } from './server-settings';

const START_DEADLINE = 60_000;
const ATTEMPTS = 4;
/** Another program took the port meanwhile, or backends of a killed server are still letting go of its memory. */
const TRANSIENT = /could not bind|Address already in use|pre-existing shared memory|is still in use/;

/** Where a server was started. */
export interface SpawnedServer {
  readonly pid: number;
  readonly port: number;
}

/**
 * Starts the server on a free port of 127.0.0.1 and waits until it takes connections. It gets its own session,
 * so that Ctrl-C in a terminal reaches the hub alone, and logs to a file, so that it outlives its launcher.
 * Throws DATABASE_UNAVAILABLE with the end of its log.
 */
export async function spawnServer(
  home: ClusterHome,
  binaries: ServerBinaries,
  settings: Omit<ServerSettings, 'port' | 'major'>,
): Promise<SpawnedServer> {
  let words = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const [port = 0] = await findFreePorts(1);
    const pid = await launch(home, binaries, { ...settings, port, major: binaries.major });
    if (pid !== undefined) return { pid, port };
    words = await readFile(home.log, 'utf8').catch(() => '');
    if (!TRANSIENT.test(words)) break;
    await sleep(500 * attempt);
  }
  throw serverFailure(`PostgreSQL ${binaries.major} did not start from ${home.data}.`, words);
}

/** Process number of the server once it is ready; undefined when it ended before. */
async function launch(
  home: ClusterHome,
  binaries: ServerBinaries,
  settings: ServerSettings,
): Promise<number | undefined> {
  const log = await open(home.log, 'w', 0o600);
  try {
    const child = spawn(join(binaries.folder, 'postgres'), ['-D', home.data, ...serverArguments(settings)], {
      ...home.identity,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    });
    let hasEnded = false;
    child.once('exit', () => (hasEnded = true));
    child.once('error', () => (hasEnded = true));
    child.unref();
    const deadline = Date.now() + START_DEADLINE;
    while (!hasEnded && Date.now() < deadline) {
      const postmaster = await readPostmasterFile(home.data);
      if (postmaster !== undefined && postmaster.pid === child.pid && postmaster.isReady) return child.pid;
      await sleep(20);
    }
    child.kill('SIGQUIT');
    return undefined;
  } finally {
    await log.close();
  }
}

/** Tells when a server ends. Polled: an adopted server is nobody's child. */
export function watchPostmaster(pid: number): { readonly promise: Promise<void>; cancel(): void } {
  let cancel = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      void isPostgresAlive(pid).then((isAlive) => {
        if (!isAlive) cancel();
      });
    }, 500);
    timer.unref();
    cancel = () => {
      clearInterval(timer);
      resolve();
    };
  });
  return { promise, cancel: () => cancel() };
}
