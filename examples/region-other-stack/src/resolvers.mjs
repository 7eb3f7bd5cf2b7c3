import { countsFor, isShownTo, require } from './access.mjs';
import { contractFields, pageOf } from './contracts.mjs';
import { desksOf, openDesks } from './directory.mjs';
import { figuresOf } from './figures.mjs';
import { globalId, REGION } from './region.mjs';
import { answeredFor, readScope } from './scope.mjs';

/** How a reference to each type becomes a row: null for what is not this region's, or not known. */
export function referencesOf(books) {
  const ofRegion = (read) => (reference, caller) => (reference.region === REGION.code ? read(reference, caller) : null);
  const byId = (rows) => (reference) => rows().find((row) => globalId(row) === reference.id) ?? null;
  const answer = (scope) => ({
    region: REGION.code,
    scope,
    answeredFor: answeredFor(scope),
    asOf: new Date().toISOString(),
    isDemonstration: books.isDemonstration,
  });
  const shown = (caller) => {
    require(caller, 'contracts');
    return books.contracts.filter(isShownTo(caller));
  };
  return {
    CorseFigures: ofRegion(({ scope }, caller) => {
      require(caller, 'figures');
      return { ...answer(scope), ...figuresOf(books, readScope('FIGURES', scope), countsFor(caller)) };
    }),
    CorseContractPage: ofRegion(({ scope }, caller) => {
      require(caller, 'contracts');
      return { ...answer(scope), ...pageOf(books, readScope('CONTRACTS', scope), isShownTo(caller)) };
    }),
    CorseDirectory: ofRegion(({ scope }) => {
      const desks = desksOf(books, readScope('DIRECTORY', scope).place);
      const facilitators = desks.flatMap((desk) => facilitatorsOf(books, desk));
      return { ...answer(scope), deskIds: desks.map(globalId), facilitatorIds: facilitators.map(globalId) };
    }),
    CorseNetwork: ofRegion(() => ({ region: REGION.code, ...books })),
    CorseDesk: byId(() => openDesks(books.desks)),
    CorseTerritory: byId(() => books.desks.flatMap(({ territories }) => territories)),
    CorseFacilitator: byId(() => books.facilitators),
    CorseContract: (reference, caller) => byId(() => shown(caller))(reference),
    CorseBuyer: (reference, caller) => byId(() => [...new Set(shown(caller).map(({ buyer }) => buyer))])(reference),
  };
}

/** Fields that are not simply read from their row. */
export function fieldsOf(books) {
  const isDemonstration = () => books.isDemonstration;
  return {
    CorseFigures: { breakdown: ({ breakdown }) => breakdown() },
    CorseNetwork: {
      desks: () => openDesks(books.desks),
      facilitatorCount: () => books.facilitators.length,
    },
    CorseDesk: { id: globalId, facilitators: (desk) => facilitatorsOf(books, desk), isDemonstration },
    CorseTerritory: { id: globalId },
    CorseFacilitator: { id: globalId, isDemonstration },
    CorseContract: contractFields(books),
    CorseBuyer: { id: globalId },
  };
}

function facilitatorsOf({ facilitators }, desk) {
  return facilitators.filter((facilitator) => facilitator.desk === desk);
}
