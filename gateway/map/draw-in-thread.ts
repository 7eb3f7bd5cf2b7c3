import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { HubError } from '../../subgraphs/kit/errors';
import type { DrawnMap, OwnOutlines } from './drawn-map';

/** Draws a map, wherever that happens. Rejects with OUTLINES_INVALID or MAP_UNAVAILABLE. */
export type DrawMap = (answer: unknown, own: OwnOutlines | null) => Promise<DrawnMap>;

/** What a drawing thread is started with. */
export interface DrawingThreadData {
  readonly answer: unknown;
  readonly own: OwnOutlines | null;
}

/** What it says. */
export type FromDrawing =
  | { readonly kind: 'drawn'; readonly map: DrawnMap }
  | { readonly kind: 'failed'; readonly code: string | undefined; readonly message: string };

/** Outlines of every commune take several hundred megabytes to draw. */
const MAX_HEAP_MEGABYTES = 2_048;

/** Draws each map in a thread that ends with it: the geography that it takes is not kept in memory. */
export const drawInThread: DrawMap = (answer, own) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'draw-main.js'), {
      workerData: { answer, own } satisfies DrawingThreadData,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
      // Drawing reads no environment, so it gets none.
      env: {},
    });
    const fail = (cause?: unknown) =>
      reject(new HubError('MAP_UNAVAILABLE', 'The map could not be drawn. Ask again later.', {}, { cause }));
    worker.once('message', (message: FromDrawing) => {
      if (message.kind === 'drawn') resolve(message.map);
      else if (message.code === 'OUTLINES_INVALID') reject(new HubError('OUTLINES_INVALID', message.message));
      else fail(new Error(message.message));
    });
    worker.once('error', fail);
    worker.once('exit', () => fail(new Error('The drawing thread ended without a map')));
  });
