import { fork, type ChildProcess } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../../subgraphs/kit/config';
import { ERRORS, HubError, type ErrorCode } from '../../subgraphs/kit/errors';
import type { LauncherMessage, ServiceMessage } from '../../subgraphs/kit/process';
import type { PlannedProcess } from './planned-process';

/** What a forked process is given besides its plan. */
export interface ChildOptions {
  readonly environment: Environment;
  /** Folder of the log files; standard output and error go to `<id>.log`. */
  readonly logFolder: string;
  readonly onMessage: (message: ServiceMessage) => void;
}

/** A forked process. */
export interface Child {
  readonly id: string;
  /** Resolves when a step has finished or a service is ready; rejects with a HubError when it ends before. */
  readonly completed: Promise<ServiceMessage | undefined>;
  /** Rejects with SERVICE_FAILED when a service ends without having been asked to; otherwise never settles. */
  readonly failed: Promise<never>;
  send(message: LauncherMessage): void;
  /** Asks it to end (SIGTERM), ends it by force after `grace` milliseconds, and waits until it is gone. */
  stop(grace: number): Promise<void>;
  kill(): void;
}

/** Variables that only the launcher may see. */
const LAUNCHER_ONLY = ['MAILLAGE_POSTGRES_URL', 'PORT'];

/**
 * Forks a process of the plan. It has its own process group, so that Ctrl-C in a terminal reaches the launcher
 * alone, and its output goes to a file, so that neither waits for the other.
 */
export async function forkChild(plan: PlannedProcess, options: ChildOptions): Promise<Child> {
  const logFile = join(options.logFolder, `${plan.id}.log`);
  const log = await open(logFile, 'w', 0o600);
  const inherited = Object.entries(options.environment).filter(([name]) => !LAUNCHER_ONLY.includes(name));
  const child = fork(plan.entry, [...(plan.parameters ?? [])], {
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
    detached: true,
    env: { ...Object.fromEntries(inherited), ...plan.environment() },
    execArgv: ['--enable-source-maps', `--max-old-space-size=${plan.memory}`],
  });
  // Before anything is awaited: on a busy machine a short step may have ended by then, and nobody would have heard it.
  const supervised = superviseChild(child, plan, logFile, options.onMessage);
  await log.close();
  return supervised;
}

function superviseChild(
  child: ChildProcess,
  plan: PlannedProcess,
  logFile: string,
  onMessage: (message: ServiceMessage) => void,
): Child {
  let isStopping = false;
  let isComplete = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let fail = (_: HubError): void => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const completed = new Promise<ServiceMessage | undefined>((resolve, reject) => {
    child.on('message', (raw) => {
      const message = raw as ServiceMessage;
      onMessage(message);
      if (message.kind === 'failed' && !isComplete) reject(failureOf(plan, message));
      if (message.kind !== (plan.kind === 'step' ? 'finished' : 'ready')) return;
      isComplete = true;
      resolve(message);
      // A step has nothing more to say: without the channel it can end, or is told to.
      if (plan.kind === 'step' && child.connected) child.disconnect();
    });
    void ended.then(async () => {
      if (plan.kind === 'step' && child.exitCode === 0) return resolve(undefined);
      if (isStopping) return reject(new HubError('SERVICE_FAILED', `${plan.id} was stopped.`));
      if (isComplete && plan.kind === 'step') return undefined;
      const failure = await unexpectedEnd(child, plan, logFile);
      reject(failure);
      fail(failure);
    });
  });
  // Whoever waits sees the rejection; when nobody does, the hub is already stopping.
  completed.catch(() => undefined);
  failed.catch(() => undefined);
  const end = (signal: NodeJS.Signals): void => {
    isStopping = true;
    child.kill(signal);
  };
  return { completed, failed, ...controlsOf(child, plan.id, ended, end) };
}

function controlsOf(
  child: ChildProcess,
  id: string,
  ended: Promise<void>,
  end: (signal: NodeJS.Signals) => void,
): Omit<Child, 'completed' | 'failed'> {
  return {
    id,
    send: (message) => void (child.connected && child.send(message)),
    stop: async (grace) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      end('SIGTERM');
      const timer = setTimeout(() => end('SIGKILL'), grace);
      await ended;
      clearTimeout(timer);
    },
    kill: () => end('SIGKILL'),
  };
}

function failureOf(plan: PlannedProcess, message: Extract<ServiceMessage, { kind: 'failed' }>): HubError {
  const code: ErrorCode = Object.hasOwn(ERRORS, message.code) ? (message.code as ErrorCode) : 'SERVICE_FAILED';
  return new HubError(code, `${plan.id}: ${message.message}`);
}

async function unexpectedEnd(child: ChildProcess, plan: PlannedProcess, logFile: string): Promise<HubError> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  const lastWords = text.trim().split('\n').slice(-12).join('\n  ');
  const how = child.signalCode === null ? `exit code ${child.exitCode ?? 'unknown'}` : `signal ${child.signalCode}`;
  return new HubError(
    'SERVICE_FAILED',
    `The process "${plan.id}" ended unexpectedly (${how}). Its log is ${logFile}.${lastWords === '' ? '' : ` Its last words:\n  ${lastWords}`}`,
  );
}
