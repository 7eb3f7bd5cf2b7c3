import DataLoader from 'dataloader';

/** Most keys that one batch reads: keeps the parameters of one SQL statement and its plan bounded. */
export const MAX_BATCH = 500;

/** How a loader reads rows that are found by their own key. */
export interface RowLoaderOptions<Key extends string, Row> {
  /** Shown by tools that trace loaders: "deskById". */
  readonly name: string;
  /** Reads the rows of these keys in any order; keys that do not exist are simply absent. */
  readonly read: (keys: readonly Key[]) => Promise<readonly Row[]>;
  readonly keyOf: (row: Row) => Key;
}

/** A loader of one row per key, in the order of the keys; a key without a row gives null. */
export function createRowLoader<Key extends string, Row>(
  options: RowLoaderOptions<Key, Row>,
): DataLoader<Key, Row | null> {
  const { name, read, keyOf } = options;
  return new DataLoader<Key, Row | null>(
    async (keys) => {
      const rows = new Map((await read(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => rows.get(key) ?? null);
    },
    { name, maxBatchSize: MAX_BATCH },
  );
}

/** A loader of every row that belongs to a key, in the order of `read`; a key without rows gives []. */
export function createGroupLoader<Key extends string, Row>(
  options: RowLoaderOptions<Key, Row>,
): DataLoader<Key, readonly Row[]> {
  const { name, read, keyOf } = options;
  return new DataLoader<Key, readonly Row[]>(
    async (keys) => {
      const groups = new Map<Key, Row[]>(keys.map((key) => [key, []]));
      for (const row of await read(keys)) groups.get(keyOf(row))?.push(row);
      return keys.map((key) => groups.get(key) ?? []);
    },
    { name, maxBatchSize: MAX_BATCH },
  );
}
