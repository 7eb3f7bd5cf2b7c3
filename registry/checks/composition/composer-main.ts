import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { composePublications } from './compose-publications';
import type { FromComposer, ToComposer, ToWatchdog } from './composer-messages';

/** Entry of the process in which publications are composed: one at a time, for as long as its parent lives. */
function main(processorMilliseconds: number): void {
  const answer = (message: FromComposer) => process.send?.(message);
  const watchdog = new Worker(join(__dirname, 'watchdog-main.js'), { workerData: processorMilliseconds, env: {} });
  const tell = (message: ToWatchdog) => watchdog.postMessage(message);
  process.on('message', ({ publications }: ToComposer) => {
    tell('BEGIN');
    const outcome = composePublications(publications);
    tell('END');
    answer(outcome);
  });
  process.on('disconnect', () => process.exit(0));
  // The first composition of a process is slow, and no publication's fault.
  composePublications([]);
  watchdog.once('online', () => answer({ kind: 'READY' }));
}

main(Number(process.argv[2]));
