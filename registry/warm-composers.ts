import type { DataSource } from 'typeorm';
import { findRegion } from '../subgraphs/kit/regions';
import type { Composer } from './checks';
import { readCurrentGraph } from './supergraphs';

/** Milliseconds after the start: the machine has other things to do before. */
const DELAY_MILLISECONDS = 20_000;

/**
 * Composes what is served once, some time after the start, so that the first check or suspension does not wait for
 * processes to start and to become fast: a first composition takes three times as long as the next. Gives the function
 * that calls it off.
 */
export function warmComposers(dataSource: DataSource, composers: readonly Composer[]): () => void {
  const warm = async () => {
    const { publications } = await readCurrentGraph(dataSource.manager);
    const known = publications.flatMap(({ regionCode, sdl }) => {
      const region = findRegion(regionCode);
      return region === undefined ? [] : [{ region, sdl }];
    });
    for (const composer of composers) await composer.compose(known);
  };
  // A database that is away makes the first check slow, and nothing else.
  const timer = setTimeout(() => void warm().catch(() => undefined), DELAY_MILLISECONDS).unref();
  return () => clearTimeout(timer);
}
