import { type SeededRandom, seededRandom } from '../../faults/support/seeded-random';
import { BORDERLINE } from './borderline-mutations';
import { HOSTILE } from './hostile-mutations';
import type { Scene } from './mutation';

/** A generated SDL, and how it was made. */
export interface GeneratedSdl {
  readonly seed: number;
  readonly sdl: string;
  /** Names of the mutations, in their order. */
  readonly made: readonly string[];
}

/**
 * Mutates a valid SDL. The same seed gives the same. Two of five carry changes on the line only, so that they get far;
 * the others at least one attack, and often what the attack needs to compose.
 */
export function generateSdl(seed: number, valid: string, scene: Scene): GeneratedSdl {
  const random = seededRandom(seed);
  const isBorderline = random.below(5) < 2;
  const mutations = [
    ...some(random, BORDERLINE, isBorderline ? 1 + random.below(4) : random.below(2)),
    ...(isBorderline ? [] : some(random, HOSTILE, 1 + random.below(2))),
  ];
  const imports = HOSTILE[0];
  if (!isBorderline && imports !== undefined && random.below(3) === 0) mutations.unshift(imports);
  const sdl = mutations.reduce((text, mutation) => mutation.apply(text, random, scene), valid);
  return { seed, sdl, made: mutations.map(({ name }) => name) };
}

function some<Item>(random: SeededRandom, items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }, () => random.pick(items));
}
