import { passes } from './figures.mjs';
import { globalId } from './region.mjs';

const NO_DAY = '99999999';
/** Every row of this subgraph is one. */
const ORIGIN = 'DEMONSTRATION';

/** One page of the contracts that are shown to the caller, in the order of the hub. */
export function pageOf(books, { filter, first, after }, isShown) {
  const { id, origins, ...lists } = filter;
  const found = books.contracts
    .filter((contract) => isShown(contract) && passes(contract, lists))
    .map((contract) => ({ id: globalId(contract), sort: sortKey(contract) }))
    .filter((entry) => (id === undefined || entry.id === id) && (origins === undefined || origins.includes(ORIGIN)))
    .sort((left, right) => compare(left.sort, right.sort) || compare(left.id, right.id));
  const isBehind = (entry) => after === null || (compare(entry.sort, after.sort) || compare(entry.id, after.id)) > 0;
  return { totalCount: found.length, entries: found.filter(isBehind).slice(0, first) };
}

/** Latest notification first, then the local identifier; compared as text over all regions. */
function sortKey({ notifiedOn, id }) {
  const day = notifiedOn === null ? NO_DAY : String(99_999_999 - Number(notifiedOn.replaceAll('-', '')));
  return `${day}-${String(id).padStart(12, '0')}`;
}

function compare(left, right) {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** What the hub reads of a contract, where a row does not already have it under that name. */
export function contractFields(books) {
  const inHours = (hundredths) => hundredths / 100;
  const sum = (lines) => lines.reduce((total, line) => total + line.hundredths, 0);
  return {
    id: globalId,
    operationTitle: ({ operation }) => (operation === null ? null : `Opération ${operation + 1} (démonstration)`),
    hoursPlanned: (contract) => inHours(sum(books.commitments.filter((line) => line.contract === contract))),
    hoursDone: (contract) => inHours(sum(books.hours.filter((line) => line.work.contract === contract))),
    origin: () => ORIGIN,
    isDemonstration: () => books.isDemonstration,
  };
}
