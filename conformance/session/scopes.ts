import { type ContractsScope, type DirectoryScope, encodeScope, type FiguresScope } from '../../subgraphs/kit/scope';

/** What figures are asked for; nothing is filtered or broken down unless said. */
export type FiguresQuestion = Pick<FiguresScope, 'from' | 'to'> & Partial<Pick<FiguresScope, 'filter' | 'by'>>;

/** Which page is asked for; the first 100 rows of all unless said. */
export type PageQuestion = Partial<Pick<ContractsScope, 'filter' | 'first' | 'after'>>;

/** Rows of a page unless said. */
export const PAGE_ROWS = 100;

/** Writes scopes as the national level does, for a hub of which the region is the only member. */
export function createScopeWriter(region: string) {
  const membership = { version: 1, expected: [region], asked: [region] };
  return {
    figures: ({ from, to, filter = {}, by = [] }: FiguresQuestion) =>
      encodeScope({ kind: 'FIGURES', from, to, filter, by: [...by], membership }),
    contracts: ({ filter = {}, first = PAGE_ROWS, after = null }: PageQuestion = {}) =>
      encodeScope({ kind: 'CONTRACTS', filter, first, after, missedBefore: [], membership }),
    directory: (place: DirectoryScope['place'] = null) => encodeScope({ kind: 'DIRECTORY', place, membership }),
    /** Writes whatever is given in the canonical form, valid or not. */
    anything: (scope: object) => encodeScope({ ...scope, membership } as FiguresScope),
  };
}

/** Writes the scopes of one region. */
export type ScopeWriter = ReturnType<typeof createScopeWriter>;
