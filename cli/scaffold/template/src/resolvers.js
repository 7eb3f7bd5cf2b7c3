import { countsFor, isListedFor, requireScope } from './access.js';
import { isThereOn, today } from './books.js';
import { hoursOf, pageOf } from './contracts.js';
import { directoryOf, facilitatorsOf, openDesks } from './directory.js';
import { figuresOf } from './figures.js';
import { answeredFor, readContractsScope, readDirectoryScope, readFiguresScope } from './scope.js';

/**
 * The resolvers of the regional schema for one region. Every reference gives null for what is not this region's or not
 * known; types that the published version lacks are left out. They are async, so that a refused reference fails alone, not every one of its request.
 */
export function createResolvers(region, books, sdl) {
  const idOf = (row) => `${region.code}-${row.id}`;
  const find = (rows, id) => rows.find((row) => idOf(row) === String(id)) ?? null;
  const types = {
    Figures: {
      __resolveReference: async ({ region: code, scope }, { caller }) => {
        requireScope(caller, 'figures');
        if (code !== region.code) return null;
        const question = { region, books, scope: readFiguresScope(scope), counts: countsFor(caller) };
        return { region: code, scope, ...figuresOf(question), ...signed(region, scope, books) };
      },
      breakdown: ({ breakdown }) => breakdown(),
    },
    ContractPage: {
      __resolveReference: async ({ region: code, scope }, { caller }) => {
        requireScope(caller, 'contracts');
        if (code !== region.code) return null;
        const question = { region, books, scope: readContractsScope(scope), isListed: isListedFor(caller, region) };
        return { region: code, scope, ...pageOf(question), ...signed(region, scope, books) };
      },
    },
    Directory: {
      __resolveReference: async ({ region: code, scope }) => {
        if (code !== region.code) return null;
        const { desks, facilitators } = directoryOf(books, readDirectoryScope(scope).place, today());
        return {
          region: code,
          scope,
          deskIds: desks.map(idOf),
          facilitatorIds: facilitators.map(idOf),
          ...signed(region, scope, books),
        };
      },
    },
    Network: {
      // These books hold no strategies of territories and no shared records (version 3): give yours here.
      __resolveReference: async ({ region: code }) =>
        code === region.code ? { region: code, strategies: [], records: [] } : null,
      coordinationName: () => books.coordinationName,
      desks: () => openDesks(books, today()),
      facilitatorCount: () =>
        books.facilitators.filter(({ startedOn, endedOn }) => isThereOn(today(), startedOn, endedOn)).length,
      isDemonstration: () => books.isDemonstration,
    },
    Desk: {
      __resolveReference: async ({ id }) => find(books.desks, id),
      id: idOf,
      facilitators: (desk) => facilitatorsOf(books, desk, today()),
      isDemonstration: () => books.isDemonstration,
    },
    Territory: {
      __resolveReference: async ({ id }) =>
        find(
          books.desks.flatMap(({ territories }) => territories),
          id,
        ),
      id: idOf,
    },
    Facilitator: {
      __resolveReference: async ({ id }) => find(books.facilitators, id),
      id: idOf,
      isDemonstration: () => books.isDemonstration,
    },
    Contract: {
      __resolveReference: async ({ id }, { caller }) => {
        requireScope(caller, 'contracts');
        return find(books.contracts.filter(isListedFor(caller, region)), id);
      },
      id: idOf,
      hoursPlanned: (contract) => hoursOf(books, contract).planned,
      hoursDone: (contract) => hoursOf(books, contract).done,
      isDemonstration: () => books.isDemonstration,
    },
    Strategy: { __resolveReference: async () => null },
    Record: { __resolveReference: async () => null },
    Buyer: {
      __resolveReference: async ({ id }, { caller }) => {
        requireScope(caller, 'contracts');
        const listed = books.contracts.filter(isListedFor(caller, region));
        return find([...new Set(listed.map(({ buyer }) => buyer))], id);
      },
      id: idOf,
    },
  };
  const named = Object.entries(types).map(([name, fields]) => [`${region.prefix}${name}`, fields]);
  return Object.fromEntries(named.filter(([name]) => sdl.includes(`type ${name} `)));
}

/** What every answer to a scope carries. The books are read as they are now, so that is when the answer is true. */
function signed(region, scope, books) {
  return {
    answeredFor: answeredFor(region, scope),
    asOf: new Date().toISOString(),
    isDemonstration: books.isDemonstration,
  };
}
