import { parentPort, workerData } from 'node:worker_threads';
import type { ToWatchdog } from './composer-messages';

const LOOK_MILLISECONDS = 50;

/**
 * Entry of the thread beside a composition, which holds its own thread up until it is done. Ends the whole process when a
 * composition has taken its time of the processor: by the clock, a busy machine would make any publication too slow.
 */
function main(processorMilliseconds: number): void {
  let begun: NodeJS.CpuUsage | undefined;
  parentPort?.on('message', (message: ToWatchdog) => {
    begun = message === 'BEGIN' ? process.cpuUsage() : undefined;
  });
  setInterval(() => {
    if (begun === undefined) return;
    const { user, system } = process.cpuUsage(begun);
    if ((user + system) / 1_000 > processorMilliseconds) process.kill(process.pid, 'SIGXCPU');
  }, LOOK_MILLISECONDS);
}

main(Number(workerData));
