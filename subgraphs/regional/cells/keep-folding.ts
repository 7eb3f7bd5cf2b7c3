import type { DataSource } from 'typeorm';
import type { Logger } from '../../kit/log';
import { foldAllCells } from './fold-cells';
import { storeYearSets } from './store-year-sets';

/** Milliseconds between two looks: longer than a connection is kept, so that quiet books hold none. */
const PAUSE = 15_000;
/** Milliseconds until the first look: a process that starts has better things to do. */
const FIRST_LOOK = 60_000;
/** Small transactions, and three quarters of the time left to answers. */
const PACE = { mostRows: 10_000, rest: 3 };

/** Regions of one process fold one after the other: what is left of it is for answers. */
let lastOfTheProcess: Promise<unknown> = Promise.resolve();

/** What folds the books of a region while its subgraph serves. */
export interface Folding {
  /** Ends after the transaction under way. */
  stop(): Promise<void>;
}

/**
 * Folds what is open now and then, and stores the sets of years that hardly change any more. No figure depends on it, for open rows are read as they are: it decides how fast figures
 * are read, and nothing else. A fold that fails is tried at the next look; the first failure in a row is logged.
 */
export function keepFolding(dataSource: DataSource, logger: Logger): Folding {
  const stopping = new AbortController();
  let hasFailed = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      if (!dataSource.isInitialized) await dataSource.initialize();
      const { rows, undone } = await foldAllCells(dataSource, { ...PACE, signal: stopping.signal });
      const years = await storeYearSets(dataSource, new Date().getFullYear(), () => stopping.signal.aborted);
      hasFailed = false;
      if (rows + undone + years.length > 0) logger.debug({ rows, undone, years }, 'rollups were folded into cells');
    } catch (error) {
      if (!hasFailed)
        logger.warn({ err: error }, 'rollups could not be folded into cells: figures are as exact, and slower');
      hasFailed = true;
    }
    if (!stopping.signal.aborted) schedule(PAUSE);
  };
  const schedule = (milliseconds: number): void => {
    timer = setTimeout(() => {
      lastOfTheProcess = lastOfTheProcess.then(() => {
        // Whoever stops waits for its own fold, not for those before it.
        running = stopping.signal.aborted ? running : look();
        return running;
      });
    }, milliseconds);
    timer.unref();
  };
  schedule(FIRST_LOOK);
  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await running;
      if (dataSource.isInitialized) await dataSource.destroy();
    },
  };
}
