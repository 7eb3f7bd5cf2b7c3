import type { Interruption } from '../command-context';
import { createCleanups } from './cleanups';
import type { HubSettings } from './hub-settings';
import { startHub, type StartHubDependencies } from './start-hub';

/** What `runHub` works with. */
export interface HubDependencies extends Omit<StartHubDependencies, 'cleanups' | 'halt'> {
  readonly interruption: Interruption;
  /** Asks the running hub its first question, so that no cold start is left for a user; says what came back. */
  readonly firstQuestion?: (graphqlUrl: string) => Promise<string>;
  /** Told once, when everything runs: with the address of a region's own API, where one does. */
  readonly onReady: (graphqlUrl: string, booksUrl?: string) => void | Promise<void>;
}

/**
 * Runs the embedded hub until it is interrupted, and returns once everything is stopped. Throws a HubError
 * when it cannot start or when a part of it fails; everything is stopped in that case too.
 */
export async function runHub(settings: HubSettings, dependencies: HubDependencies): Promise<void> {
  const { display, interruption, onReady, firstQuestion } = dependencies;
  const cleanups = createCleanups();
  const halt = new AbortController();
  interruption.force.addEventListener('abort', () => cleanups.hurry(), { once: true });
  const started = startHub(settings, { ...dependencies, cleanups, halt: halt.signal });
  const life = started.then(async (hub) => {
    if (firstQuestion !== undefined) {
      display.update('first-question', 'première consolidation');
      display.complete('first-question', await firstQuestion(hub.graphqlUrl));
    }
    display.close();
    await onReady(hub.graphqlUrl, hub.booksUrl);
    return hub.failed;
  });
  try {
    await Promise.race([life, whenAborted(interruption.stop)]);
  } finally {
    display.close();
    if (interruption.stop.aborted) display.update('stop', 'arrêt de tous les services (Ctrl-C à nouveau pour forcer)');
    halt.abort();
    await cleanups.run();
    // What was being started may have come to life meanwhile: it has registered itself by the time this settles.
    await started.catch(() => undefined);
    await cleanups.run();
    if (interruption.stop.aborted) display.complete('stop', 'tout est arrêté');
  }
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
