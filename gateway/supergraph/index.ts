export { reservedAliasRule } from './reserved-alias.rule';
export { LEAST_RESERVED, reservedNamesOf, type ReservedNames } from './reserved-names';
export { readSupergraph, readSupergraphFile, readSupergraphInTurns, type SupergraphView } from './supergraph-view';
