import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What PostgreSQL writes into `postmaster.pid` of its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

/** Parses `postmaster.pid` (PostgreSQL's miscadmin.h, LOCK_FILE_LINE_*); undefined while it is incomplete. */
export function parsePostmasterFile(text: string): Postmaster | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number.isInteger(port) ? port : 0, isReady: lines[7] === 'ready' };
}

/** Reads the `postmaster.pid` of a data folder; undefined when there is none. */
export async function readPostmasterFile(dataFolder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parsePostmasterFile(text);
}

/** Removes a `postmaster.pid` left by a server that no longer runs. */
export async function removePostmasterFile(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, 'postmaster.pid'), { force: true });
}

/**
 * Whether that process runs and is a PostgreSQL. A number may have been given to another program since, and
 * a dead server whose parent never collects it (a container without an init) still answers signal 0.
 */
export async function isPostgresAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (status !== undefined) return /^\d+ \(postgres[^)]*\) [^ZX]/.test(status);
  if (process.platform === 'linux') return false;
  const listed = await run('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return listed.stdout.includes('postgres');
}

/** Waits until the process is gone. Returns false when it still runs after `milliseconds`. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (await isPostgresAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/**
 * Stops a PostgreSQL by its process number: fast shutdown (SIGINT: open transactions are rolled back, data
 * is checkpointed), then immediate (SIGQUIT: recovered at the next start) after `milliseconds`.
 */
export async function stopPostmaster(pid: number, milliseconds = 20_000): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!(await isPostgresAlive(pid))) return;
    signalProcess(pid, signal);
    if (await waitForEnd(pid, signal === 'SIGINT' ? milliseconds : 5_000)) return;
  }
}

/** Sends a signal; a process that has just ended is no failure. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
