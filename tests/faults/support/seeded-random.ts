/** A source of numbers that gives the same ones for the same seed (mulberry32). */
export interface SeededRandom {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** One of the items. */
  pick<Item>(items: readonly Item[]): Item;
  /** Some of the items, in any order. */
  sample<Item>(items: readonly Item[], size: number): Item[];
}

/** Starts a source at a seed. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from');
    return item;
  };
  const sample = <Item>(items: readonly Item[], size: number): Item[] => {
    const rest = [...items];
    return Array.from({ length: Math.min(size, rest.length) }, () => rest.splice(below(rest.length), 1)).flat();
  };
  return { below, pick, sample };
}
