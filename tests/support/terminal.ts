import { type ChildProcess, spawn } from 'node:child_process';

/** A shell that was given a script, as somebody would type it. */
export interface Terminal {
  /** What it printed so far. */
  output(): string;
  /** Resolves once it has printed something; rejects when it ends before. */
  printed(pattern: RegExp): Promise<void>;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
  /** Ends it and everything that it started. */
  close(): Promise<void>;
}

/** Opens a shell that stops at the first command that fails. */
export function openTerminal(script: string, cwd: string, env: Readonly<Record<string, string>>): Terminal {
  const child = spawn('bash', ['-e', '-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  const listeners = new Set<() => void>();
  const read = (chunk: Buffer) => {
    output += chunk.toString('utf8');
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    output: () => output,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (pattern.test(output)) resolve();
        };
        listeners.add(look);
        look();
        void ended.then((code) => reject(new Error(`The terminal ended with ${code} before ${pattern}:\n${output}`)));
      }),
    close: async () => {
      killGroup(child);
      await ended;
    },
  };
}

function killGroup({ pid, exitCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended in between.
  }
}
