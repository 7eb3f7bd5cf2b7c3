import {
  editEntities,
  editReferences,
  editReply,
  isOf,
  type Loose,
  type Mutation,
  onEntity,
  onScope,
  referencesOf,
  scopeOf,
} from '../../support/mutant-region';
import type { Mutant } from './mutant';

type Entry = { id: string; sort: string };

const entriesOf = (page: Loose) => (page['entries'] ?? []) as Entry[];
const entitiesOf = (json: Loose) =>
  ((json['data'] as Loose | null | undefined)?.['_entities'] ?? []) as (Loose | null)[];
const isUnknown = (reference: Loose) => String(reference['id']).endsWith('-999999999999');

/** Identifiers under another name, in both directions, so that rows are found by them. */
const renaming: Mutation = async (question, { passOn }) => {
  const changed = editReferences(question, 'Territory', (one) => ({
    ...one,
    id: String(one['id']).replace(/^BZH-/, '53-'),
  }));
  const rename = (territory: Loose) => {
    if ('id' in territory) territory['id'] = String(territory['id']).replace(/^53-/, 'BZH-');
  };
  const isAboutEntities = referencesOf(question).length > 0;
  const reply = editEntities(question, await passOn(isAboutEntities ? changed : {}), 'Territory', rename);
  return editEntities(question, reply, 'Network', (network) => {
    for (const desk of (network['desks'] ?? []) as Loose[]) ((desk['territories'] ?? []) as Loose[]).forEach(rename);
  });
};

/** Regions that do not find rows by their keys, or find what is none. */
const KEYS: readonly Mutant[] = [
  {
    does: 'makes up a desk that it does not know',
    reason: 'UNKNOWN_KEY_ANSWERED',
    mutation: async (question, { passOn }) =>
      editReply(await passOn(), (json) => {
        referencesOf(question).forEach((one, index) => {
          if (isOf(one, 'Desk') && isUnknown(one))
            entitiesOf(json)[index] = { __typename: 'BretagneDesk', id: one['id'] };
        });
      }),
  },
  {
    does: 'fails for a key that it does not know',
    reason: 'UNKNOWN_KEY_FAILS',
    mutation: async (question, { passOn }) =>
      editReply(await passOn(), (json) => {
        const [reference = {}] = referencesOf(question);
        if (isOf(reference, 'Contract') && isUnknown(reference)) json['errors'] = [{ message: 'No such contract.' }];
      }),
  },
  {
    does: 'answers for another region',
    reason: 'FOREIGN_REFERENCE_ANSWERED',
    mutation: async (question, { passOn }) => {
      const isForeign = referencesOf(question).some((one) => isOf(one, 'Network') && one['region'] !== '53');
      return passOn(isForeign ? editReferences(question, 'Network', (one) => ({ ...one, region: '53' })) : {});
    },
  },
  {
    does: 'puts rows that it does not know at the end',
    reason: 'ENTITIES_OUT_OF_ORDER',
    mutation: async (question, { passOn }) =>
      editReply(await passOn(), (json) => {
        if (!referencesOf(question).every((one) => 'id' in one)) return;
        const entities = entitiesOf(json);
        entities.sort((left, right) => Number(left === null) - Number(right === null));
      }),
  },
  {
    does: 'gives no answer at all when one reference fails',
    reason: 'FAILURE_SPREADS',
    mutation: async (_, { passOn }) =>
      editReply(await passOn(), (json) => {
        if (json['errors'] !== undefined) json['data'] = null;
      }),
  },
  {
    does: 'does not find its own desks by their keys',
    reason: 'ENTITY_NOT_RESOLVED',
    mutation: onEntity('Desk', (_, __, list, index) => (list[index] = null)),
  },
  {
    does: 'names a desk otherwise by its key',
    reason: 'ENTITY_DIFFERS',
    mutation: onEntity('Desk', (desk) => {
      if (typeof desk['name'] === 'string') desk['name'] = desk['name'].toUpperCase();
    }),
  },
  { does: 'names rows by a code of its own', reason: 'ID_NOT_OWN', mutation: renaming },
  {
    does: 'answers a list of another length',
    reason: 'ANSWER_MALFORMED',
    mutation: async (question, { passOn }) =>
      editReply(await passOn(), (json) => {
        if (referencesOf(question).some((one) => isOf(one, 'Facilitator'))) entitiesOf(json).push(null);
      }),
  },
  {
    does: 'answers the number of a person',
    reason: 'PERSONAL_DATA_ANSWERED',
    mutation: onEntity('Contract', (contract) => {
      // The invented number 1 55 08 14 168 025 with its key, 97 minus the rest of the division by 97.
      if ('title' in contract) contract['title'] = `Insertion, dossier 1550814168025${97 - (1550814168025 % 97)}`;
    }),
  },
];

/** Regions whose pages of contracts are wrong. */
const PAGES: readonly Mutant[] = [
  {
    does: 'gives no page for a filter',
    reason: 'QUESTION_REFUSED',
    mutation: onEntity('ContractPage', (page, reference) => {
      const isFiltered = Object.keys((scopeOf(reference)['filter'] ?? {}) as Loose).includes('origins');
      if (isFiltered) page['entries'] = null;
    }),
  },
  {
    does: 'gives more rows than asked',
    reason: 'PAGE_TOO_LONG',
    mutation: onScope('ContractPage', (scope) => {
      const first = Number(scope['first']);
      return first > 0 && first < 100 ? { ...scope, first: first + 1 } : scope;
    }),
  },
  {
    does: 'gives a row once per lot',
    reason: 'PAGE_REPEATS',
    mutation: onEntity('ContractPage', (page) => {
      const entries = entriesOf(page);
      if (entries.length > 6) entries.splice(1, 1, { ...(entries[0] as Entry) });
    }),
  },
  {
    does: 'begins a page with the last row of the one before',
    reason: 'CURSOR_UNSTABLE',
    mutation: onScope('ContractPage', (scope) => {
      const after = scope['after'] as Entry | null | undefined;
      return after == null || after.id.startsWith('a') ? scope : { ...scope, after: { ...after, id: '0-1' } };
    }),
  },
  {
    does: 'does not look at the region of the last row',
    reason: 'CURSOR_TIES_WRONG',
    mutation: onScope('ContractPage', (scope) => {
      const after = scope['after'] as Entry | null | undefined;
      return after == null ? scope : { ...scope, after: { ...after, id: 'a-1' } };
    }),
  },
  {
    does: 'orders contracts by their identifiers',
    reason: 'PAGE_OUT_OF_ORDER',
    mutation: onEntity('ContractPage', (page) => {
      entriesOf(page).sort((left, right) => Number(left.id.slice(3)) - Number(right.id.slice(3)));
    }),
  },
  {
    does: 'never gives the last row',
    reason: 'PAGE_INCOMPLETE',
    mutation: onEntity('ContractPage', (page) => {
      if (entriesOf(page).length > 6) entriesOf(page).pop();
    }),
  },
  {
    does: 'counts one contract too few',
    reason: 'TOTAL_COUNT_WRONG',
    mutation: onEntity('ContractPage', (page) => {
      if (Number(page['totalCount']) > 1) page['totalCount'] = Number(page['totalCount']) - 1;
    }),
  },
  {
    does: 'writes sort keys of its own',
    reason: 'SORT_KEY_WRONG',
    mutation: async (question, way) => {
      const asked = onScope('ContractPage', (scope) => {
        const after = scope['after'] as Entry | null | undefined;
        return { ...scope, after: after == null ? after : { ...after, sort: after.sort.slice(1) } };
      });
      return editEntities(question, await asked(question, way), 'ContractPage', (page) => {
        for (const entry of entriesOf(page)) entry.sort = `k${entry.sort}`;
      });
    },
  },
  {
    does: 'does not filter pages by département',
    reason: 'PAGE_FILTER_IGNORED',
    mutation: onScope('ContractPage', (scope) => ({
      ...scope,
      filter: { ...(scope['filter'] as Loose), departements: undefined },
    })),
  },
  {
    does: 'does not look for the one contract that is meant',
    reason: 'PAGE_ID_WRONG',
    mutation: onScope('ContractPage', (scope) => ({
      ...scope,
      filter: { ...(scope['filter'] as Loose), id: undefined },
    })),
  },
  {
    does: 'does not find the contracts of its pages',
    reason: 'PAGE_ROW_NOT_RESOLVED',
    mutation: onEntity('Contract', (contract, _, list, index) => {
      if (contract['origin'] !== undefined && index % 2 === 1) list[index] = null;
    }),
  },
];

/** Regions whose directory is wrong. */
const DIRECTORY: readonly Mutant[] = [
  {
    does: 'does not look at the place',
    reason: 'DIRECTORY_PLACE_WRONG',
    mutation: onScope('Directory', (scope) => ({ ...scope, place: null })),
  },
  {
    does: 'knows no EPCI',
    reason: 'DIRECTORY_PLACE_MISSED',
    mutation: onScope('Directory', (scope) => ({
      ...scope,
      place: scope['place'] === null ? null : { ...(scope['place'] as Loose), epci: null },
    })),
  },
  {
    does: 'leaves a desk out of the directory',
    reason: 'DIRECTORY_DIFFERS',
    mutation: onEntity('Directory', (directory) => void (directory['deskIds'] as string[] | undefined)?.pop()),
  },
  {
    does: 'names the farthest desk first',
    reason: 'DIRECTORY_OUT_OF_ORDER',
    mutation: onEntity('Directory', (directory) => void (directory['deskIds'] as string[] | undefined)?.reverse()),
  },
  {
    does: 'counts facilitators who have left',
    reason: 'FACILITATORS_MISCOUNTED',
    mutation: onEntity('Network', (network) => {
      if (typeof network['facilitatorCount'] === 'number') network['facilitatorCount'] += 3;
    }),
  },
];

/** Regions that are wrong about rows: keys, pages, directory. */
export const ROWS_MUTANTS: readonly Mutant[] = [...KEYS, ...PAGES, ...DIRECTORY];
