import { passes } from './figures.js';

/** Place of a contract in the order of the hub: the latest notification first, then the local identifier. */
export function sortKey({ id, notifiedOn }) {
  const day = notifiedOn === null ? '99999999' : String(99_999_999 - Number(notifiedOn.replaceAll('-', '')));
  return `${day.padStart(8, '0')}-${String(id).padStart(12, '0')}`;
}

/** One page of the contracts that a caller may see: how many match, and the first ones after a position. */
export function pageOf({ books, region, scope, isListed }) {
  const { id, ...lists } = scope.filter;
  const matching = books.contracts
    .filter((contract) => isListed(contract) && passes(lists, contract))
    .map((contract) => ({ id: `${region.code}-${contract.id}`, sort: sortKey(contract) }))
    .filter((entry) => id === undefined || entry.id === id)
    .sort(compareEntries);
  const rest = scope.after === null ? matching : matching.filter((entry) => compareEntries(entry, scope.after) > 0);
  return { totalCount: matching.length, entries: rest.slice(0, scope.first) };
}

/** Hours of a contract over its whole life, in hours. */
export function hoursOf(books, contract) {
  const total = (rows) => rows.reduce((sum, { hours }) => sum + hours, 0) / 100;
  return {
    planned: total(books.commitments.filter((row) => row.contract === contract)),
    done: total(books.hourEntries.filter((row) => row.workContract.contract === contract)),
  };
}

/** As text, in code point order; rows of different regions at the same place are told apart by their identifiers. */
function compareEntries(left, right) {
  if (left.sort !== right.sort) return left.sort < right.sort ? -1 : 1;
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}
