import type { HostileClass } from './hostile-case';
import { NAMES_AND_TEXTS } from './names-and-texts';
import { REACHING_OUT } from './reaching-out';
import { SIZES_AND_SHAPES } from './sizes-and-shapes';

export { type HostileCase, type HostileClass, OTHERS, PUBLISHER, VALID_SDL } from './hostile-case';

/** Every hostile or broken subgraph of the corpus, by what it tries. */
export const CORPUS: readonly HostileClass[] = [...REACHING_OUT, ...NAMES_AND_TEXTS, ...SIZES_AND_SHAPES];
