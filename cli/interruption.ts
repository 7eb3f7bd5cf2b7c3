import { readFileSync } from 'node:fs';
import type { Interruption } from './command-context';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C may arrive twice: from the terminal, and again passed on by npm. */
const SAME_REQUEST = 500;
const PARENT_CHECK = 500;

/**
 * Turns signals into the two stages of an interruption. When npm runs the command, the death of npm counts as
 * a request to stop too: a hub nobody can reach by Ctrl-C any more must not stay behind.
 */
export function listenForInterruption(host: NodeJS.Process): Interruption {
  const stop = new AbortController();
  const force = new AbortController();
  let first = 0;
  const interrupt = (): void => {
    const now = Date.now();
    if (!stop.signal.aborted) {
      first = now;
      stop.abort();
    } else if (now - first > SAME_REQUEST) {
      force.abort();
    }
  };
  for (const signal of SIGNALS) host.on(signal, interrupt);
  if (host.env['npm_lifecycle_event'] !== undefined) watchParent(host, () => stop.abort());
  return { stop: stop.signal, force: force.signal };
}

function watchParent(host: NodeJS.Process, onLost: () => void): void {
  const ancestors = ancestorsOf(host);
  const timer = setInterval(() => {
    if (ancestorsOf(host) === ancestors) return;
    clearInterval(timer);
    onLost();
  }, PARENT_CHECK);
  timer.unref();
}

/** Parent and grandparent: npm puts a shell between itself and the command, which may outlive it. */
function ancestorsOf(host: NodeJS.Process): string {
  const parent = host.ppid;
  try {
    const [, grandparent = ''] = /^\d+ \(.*\) \S (\d+) /s.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? [];
    return `${parent} ${grandparent}`;
  } catch {
    return `${parent}`;
  }
}
