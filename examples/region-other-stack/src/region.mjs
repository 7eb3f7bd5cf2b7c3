/** The region of this subgraph, as the official geographic code has it, and the prefix of its types. */
export const REGION = { code: '94', name: 'Corse', prefix: 'Corse', audience: 'region-94' };

/** Identifier of a row over the whole network. */
export const globalId = (row) => `${REGION.code}-${row.id}`;
