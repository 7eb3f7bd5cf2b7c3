/** How many elements a list field may hold: fixed, or said by an argument of the question. */
export type ListSize =
  | { readonly kind: 'fixed'; readonly size: number }
  /** As many as the argument's list has elements; `otherwise` when it is absent. */
  | { readonly kind: 'elements-of'; readonly argument: string; readonly otherwise: number };

/** A number argument that sizes a list among the fields below: `contracts(first: 50) { edges }`. */
export interface Slice {
  readonly argument: string;
  readonly otherwise: number;
  readonly most: number;
  readonly sizes: string;
}

const fixed = (size: number): ListSize => ({ kind: 'fixed', size });

/** Elements assumed of a list that the table does not name. */
export const UNNAMED_LIST_SIZE = 20;

/**
 * Sizes of the lists of the national schema, in the sense of @listSize(assumedSize, slicingArguments). Figures
 * are those of the whole network: 18 regions, some 500 desks, code lists of a few dozen entries. Fields of an
 * interface stand for those of the regional types behind it.
 */
export const LIST_SIZES: Readonly<Record<string, ListSize>> = {
  'Query.consolidations': { kind: 'elements-of', argument: 'periods', otherwise: 12 },
  'Query.regions': { kind: 'elements-of', argument: 'codes', otherwise: 18 },
  'Query.nationalBuyers': fixed(50),
  'Query.codeLists': { kind: 'elements-of', argument: 'codes', otherwise: 12 },
  'CodeList.entries': fixed(40),
  'Consolidation.regions': fixed(18),
  'Consolidation.breakdown': fixed(500),
  'BreakdownCell.keys': fixed(3),
  'Coverage.missing': fixed(18),
  'PartialFigure.missing': fixed(18),
  'Figures.partial': fixed(16),
  'Region.correspondents': fixed(5),
  'Correspondent.departements': fixed(1),
  'RegionalNetwork.desks': fixed(30),
  'Desk.territories': fixed(10),
  'Desk.facilitators': fixed(4),
  'LocalContact.desks': fixed(5),
  'LocalContact.facilitators': fixed(10),
  'ContractConnection.skippedEarlier': fixed(18),
  'Partnership.objectives': fixed(10),
};

/** Slicing arguments of the national schema. */
export const SLICES: Readonly<Record<string, Slice>> = {
  'Query.contracts': { argument: 'first', otherwise: 50, most: 100, sizes: 'edges' },
};

/**
 * What a field costs beyond its objects, in the sense of @cost(weight). One unit is one object of the answer; a
 * fetch from one region weighs as much as one. A gather field asks every region.
 */
export const WEIGHTS: Readonly<Record<string, number>> = {
  'Consolidation.total': 20,
  'Consolidation.regions': 1,
  'Consolidation.coverage': 1,
  'Consolidation.breakdown': 40,
  'Consolidation.breakdownCoverage': 20,
  'Figures.buyers': 100,
  'Figures.companies': 100,
  'Figures.distinctCoverage': 20,
  'Region.status': 1,
  'Region.network': 1,
  'ContractConnection.edges': 1,
  'ContractConnection.pageInfo': 20,
  'ContractConnection.totalCount': 40,
  'LocalContact.status': 1,
};
