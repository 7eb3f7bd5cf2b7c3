import { isSiren } from '../../subgraphs/kit/identifiers';
import { expect, NotRun } from '../report';
import { itemsOf, type Session, shown } from '../session';
import type { Check, CheckGroup } from './check';
import { askFigures, readPeriod } from './figures-facts';

/** A distinct list with the count that it is behind. */
interface DistinctList {
  readonly field: string;
  readonly countField: string;
  readonly count: unknown;
  readonly items: readonly unknown[];
}

/** Reads both lists of the year. Throws NOT_GIVEN when the region gives none. */
async function readLists(session: Session): Promise<readonly DistinctList[]> {
  const selection = 'buyerSirens companySirets buyerCount companyCount';
  const [answer = {}] = await askFigures(session, [await readPeriod(session)], selection);
  const lists = [
    { field: 'buyerSirens', countField: 'buyerCount' },
    { field: 'companySirets', countField: 'companyCount' },
  ].flatMap(({ field, countField }) => {
    const value = answer[field];
    if (value === null || value === undefined) return [];
    return [{ field, countField, count: answer[countField], items: itemsOf(value) }];
  });
  if (lists.length === 0) throw new NotRun('NOT_GIVEN', 'Both distinct lists are null.');
  return lists;
}

function eachList(name: string, title: string, needs: readonly string[], look: (list: DistinctList) => void): Check {
  return {
    name,
    title,
    needs,
    isRequired: false,
    run: async (session) => (await readLists(session)).forEach(look),
  };
}

/** That the lists behind distinct counts are what was counted. */
export const listsChecks: CheckGroup = {
  name: 'lists',
  needs: ['figures.stable'],
  checks: [
    eachList('form', 'lists SIRENs and SIRETs', [], ({ field, items }) => {
      const isForm = (item: unknown) =>
        typeof item === 'string' && (field === 'buyerSirens' ? isSiren(item) : /^\d{14}$/.test(item));
      const wrong = items.find((item) => !isForm(item));
      expect(wrong === undefined, 'LIST_IDENTIFIER_WRONG', `${field} holds ${shown(wrong)}.`);
    }),
    eachList('once', 'names each buyer and company once', ['lists.form'], ({ field, items }) => {
      const repeated = items.find((item, index) => items.indexOf(item) !== index);
      expect(repeated === undefined, 'LIST_REPEATS', `${field} holds ${shown(repeated)} twice.`);
    }),
    eachList('counted', 'lists as many as it counts', ['lists.once'], ({ field, countField, count, items }) => {
      const isCount = count === null || count === items.length;
      expect(isCount, 'LIST_NOT_THE_COUNT', `${field} holds ${items.length}; ${countField} is ${shown(count)}.`);
    }),
  ],
};
