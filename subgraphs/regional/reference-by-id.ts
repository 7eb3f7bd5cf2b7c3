import type DataLoader from 'dataloader';
import { localIdOf } from './books';
import type { RegionalContext } from './regional-context';
import type { RegionalLoaders } from './regional-loaders';

/**
 * The `__resolveReference` of an entity whose key is its global identifier: one batch for all references
 * of a request; null for a row of another region, an unknown one, or no identifier at all.
 */
export function referenceById<Row>(loaderOf: (loaders: RegionalLoaders) => DataLoader<string, Row | null>) {
  return ({ id }: { readonly id: string | number }, { region, loaders }: RegionalContext): Promise<Row | null> => {
    const localId = localIdOf(region, String(id));
    return localId === null ? Promise.resolve(null) : loaderOf(loaders).load(localId);
  };
}
