import { parentPort, workerData } from 'node:worker_threads';
import { asHubError } from '../../subgraphs/kit/errors';
import { drawMap } from './draw-map';
import type { DrawingThreadData, FromDrawing } from './draw-in-thread';

/** Entry of the thread that draws one map and ends. */
function main(): void {
  const { answer, own } = workerData as DrawingThreadData;
  const say = (message: FromDrawing) => parentPort?.postMessage(message);
  try {
    say({ kind: 'drawn', map: drawMap(answer, own) });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : 'unknown';
    say({ kind: 'failed', code: asHubError(thrown)?.code, message });
  }
}

main();
