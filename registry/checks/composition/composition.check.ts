import type { Region } from '../../../subgraphs/kit/regions';
import type { CompositionOutcome, Finding } from '../check-types';
import { finding } from '../finding';
import type { FindingCode } from '../finding-codes';
import { isOwn } from '../names';

const EXHAUSTED: Readonly<Record<'TIME' | 'MEMORY' | 'STACK', readonly [FindingCode, string]>> = {
  TIME: ['COMPOSITION_TIMEOUT', 'Composing was ended since it took too long.'],
  MEMORY: ['COMPOSITION_OUT_OF_MEMORY', 'Composing was ended since it took too much memory.'],
  STACK: ['COMPOSITION_STACK_OVERFLOW', 'Composing was ended since the schema nests too deep.'],
};

/**
 * What composing with the publication in its place came to, as findings. When the bare regional schema in its place does
 * not come to an end either, the publication is not the reason.
 */
export function checkComposition(
  region: Region,
  outcome: CompositionOutcome,
  baseline: CompositionOutcome,
): readonly Finding[] {
  switch (outcome.kind) {
    case 'COMPOSED':
      return [];
    case 'REFUSED':
      return outcome.problems.map(({ code, message, places }) => {
        const line = places.find(({ subgraph }) => subgraph === region.subgraph)?.line ?? null;
        return finding(
          region,
          'COMPOSITION_REFUSED',
          { coordinate: coordinateIn(region, message), line },
          `${code}: ${message}`,
        );
      });
    case 'EXHAUSTED':
      if (baseline.kind === 'EXHAUSTED') {
        return [finding(region, 'COMPOSITION_OVERLOADED', {}, 'Nothing composes in time at the moment.')];
      }
      return [finding(region, EXHAUSTED[outcome.what][0], {}, EXHAUSTED[outcome.what][1])];
    case 'CRASHED':
      return [finding(region, 'COMPOSITION_CRASHED', {}, `The composition failed: ${outcome.message}`)];
  }
}

/** The first coordinate of the region that a message of the composition library names. */
function coordinateIn(region: Region, message: string): string | null {
  const names = [...message.matchAll(/\b[A-Za-z_]\w*(?:\.\w+)?(?:\(\w+:\))?/g)];
  return names.map(([name]) => name).find((name) => isOwn(region, name)) ?? null;
}
