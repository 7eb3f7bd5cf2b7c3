import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A deterministic source of randomness: the same labels always give the same numbers. */
export interface Random {
  /** A number in [0, 1). */
  unit(): number;
  /** An integer in [0, count). */
  below(count: number): number;
  /** Whether an event of that probability happens. */
  chance(probability: number): boolean;
}

/** FNV-1a: spreads a label over 32 bits. */
function hashOf(label: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < label.length; place += 1) {
    hash = Math.imul(hash ^ label.charCodeAt(place), 0x01000193);
  }
  return hash | 0;
}

/**
 * A stream of its own for each combination of labels (seed, scale, region, purpose), so that a region
 * or a table can be generated without the others.
 */
export function createRandom(...labels: readonly (string | number)[]): Random {
  const generator = xoroshiro128plus(hashOf(labels.join('/')));
  const unit = (): number => (generator.next() >>> 0) / 0x1_0000_0000;
  return {
    unit,
    below: (count) => Math.floor(unit() * count),
    chance: (probability) => unit() < probability,
  };
}

/** Draws among fixed values by weight; weights need not sum to anything. */
export function weightedChoice<Value>(weights: readonly (readonly [Value, number])[]): (random: Random) => Value {
  const last = weights.at(-1);
  if (last === undefined) throw new Error('A weighted choice needs at least one value');
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return (random) => {
    let rest = random.unit() * total;
    for (const [value, weight] of weights) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return last[0];
  };
}

/**
 * Selection sampling (Knuth, TAOCP 3.4.2, algorithm S): called `total` times, says true exactly `chosen`
 * times, every subset being equally likely.
 */
export function chooseExactly(random: Random, chosen: number, total: number): () => boolean {
  let wanted = chosen;
  let left = total;
  return () => {
    const taken = random.unit() * left < wanted;
    left -= 1;
    if (taken) wanted -= 1;
    return taken;
  };
}

/** A shuffled copy. */
export function shuffled<Value>(values: readonly Value[], random: Random): Value[] {
  const keyed = values.map((value) => ({ value, key: random.unit() }));
  return keyed.sort((left, right) => left.key - right.key).map(({ value }) => value);
}
