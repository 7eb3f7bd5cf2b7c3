import type { Dimension } from '../../subgraphs/kit/catalogue';
import { MAX_FILTER_VALUES } from '../../subgraphs/kit/scope';
import { expect, NotRun } from '../report';
import { type FiguresQuestion, type Json, numberOf, type Session, shown, textsOf } from '../session';
import type { CheckGroup } from './check';
import { readSample, sirenOf } from './contract-facts';
import { askFigures, keyOf, readBreakdowns, readPeriod, readTotals, sumOf } from './figures-facts';

type Filter = NonNullable<FiguresQuestion['filter']>;

/** Lists of the filter whose codes are those of a dimension. */
const LISTS: readonly (readonly [keyof Filter, Dimension])[] = [
  ['sectors', 'SECTOR'],
  ['departements', 'DEPARTEMENT'],
  ['clauseTypes', 'CLAUSE_TYPE'],
  ['buyerKinds', 'BUYER_KIND'],
];
const COMPARED = ['hoursPlanned', 'hoursDone', 'workContracts', 'participants', 'contracts', 'operations'];

/** One list with one code of the region's, and the row of that code in the breakdown. */
interface FilteredCode {
  readonly list: keyof Filter;
  readonly code: string;
  readonly row: Json;
  readonly answer: Json;
}

/** For every list, figures filtered by the code with most hours. Throws NO_DATA when no list tells anything apart. */
function readFiltered(session: Session): Promise<readonly FilteredCode[]> {
  return session.once('filtered', async () => {
    const [breakdowns, period, totals] = [
      await readBreakdowns(session),
      await readPeriod(session),
      await readTotals(session),
    ];
    const chosen = LISTS.flatMap(([list, dimension]) => {
      // No filter can name what a contract lacks in every list, and a code that has everything tells nothing.
      const row = [...(breakdowns.get(dimension) ?? [])]
        .filter((one) => keyOf(one) !== 'UNKNOWN' && one['hoursDone'] !== totals['hoursDone'])
        .sort((left, right) => (numberOf(right, 'hoursDone') ?? 0) - (numberOf(left, 'hoursDone') ?? 0))[0];
      return row === undefined ? [] : [{ list, code: keyOf(row), row }];
    });
    if (chosen.length === 0) throw new NotRun('NO_DATA', 'Every breakdown of the year has one row only.');
    const questions = chosen.map(({ list, code }) => ({ ...period, filter: { [list]: [code] } }));
    const answers = await askFigures(session, questions, COMPARED.join(' '));
    return chosen.map((one, index) => ({ ...one, answer: answers[index] ?? {} }));
  });
}

/** Buyers of the year; those of its contracts where the region gives no list. Throws NO_DATA when they are too few. */
async function readSirens(session: Session): Promise<string[]> {
  const [lists] = await askFigures(session, [await readPeriod(session)], 'buyerSirens');
  const listed = textsOf(lists?.['buyerSirens']);
  const sirens = listed.length > 1 ? listed : (await readSample(session)).flatMap((row) => sirenOf(row) ?? []);
  const distinct = [...new Set(sirens)].slice(0, MAX_FILTER_VALUES);
  if (distinct.length < 2) throw new NotRun('NO_DATA', 'The region has fewer than two buyers.');
  return distinct;
}

/** The region's buyers in two halves, with the figures of each and of both. */
async function readBuyerHalves(session: Session): Promise<readonly [Json, Json, Json]> {
  const [period, sirens] = [await readPeriod(session), await readSirens(session)];
  const middle = Math.ceil(sirens.length / 2);
  const filters = [sirens.slice(0, middle), sirens.slice(middle), sirens].map((buyers) => ({ buyers }));
  const questions = filters.map((filter) => ({ ...period, filter }));
  const [left = {}, right = {}, both = {}] = await askFigures(session, questions, COMPARED.join(' '));
  return [left, right, both];
}

/** That filters restrict figures to what they name. */
export const filterChecks: CheckGroup = {
  name: 'filter',
  needs: ['breakdown.adds-up'],
  checks: [
    {
      name: 'applied',
      title: 'applies every list of the filter',
      run: async (session) => {
        const totals = await readTotals(session);
        for (const { list, code, answer } of await readFiltered(session)) {
          const isIgnored = answer['hoursDone'] === totals['hoursDone'];
          expect(!isIgnored, 'FILTER_IGNORED', `With ${list} ["${code}"], figures are those without any filter.`);
        }
      },
    },
    {
      name: 'exact',
      title: 'gives for one code the figures of that code in the breakdown',
      needs: ['filter.applied'],
      run: async (session) => {
        for (const { list, code, row, answer } of await readFiltered(session)) {
          const field = COMPARED.find((one) => answer[one] !== row[one]);
          const values = () =>
            `${shown(answer[field ?? ''])} ${field}, and ${shown(row[field ?? ''])} in the breakdown`;
          expect(field === undefined, 'FILTER_WRONG', () => `With ${list} ["${code}"] there are ${values()}.`);
        }
      },
    },
    {
      name: 'narrower',
      title: 'never gives more for a narrower filter',
      needs: ['filter.exact'],
      run: async (session) => {
        const filtered = await readFiltered(session);
        const pairs = filtered.flatMap((one, index) => filtered.slice(index + 1).map((other) => [one, other] as const));
        if (pairs.length === 0) return;
        const period = await readPeriod(session);
        const questions = pairs.map(([one, other]) => ({
          ...period,
          filter: { [one.list]: [one.code], [other.list]: [other.code] },
        }));
        const answers = await askFigures(session, questions, COMPARED.join(' '));
        pairs.forEach((pair, index) => {
          for (const { list, code, answer } of pair) {
            const over = COMPARED.find((field) => (numberOf(answers[index] ?? {}, field) ?? 0) > Number(answer[field]));
            const what = () =>
              `${over} is larger with ${shown(questions[index]?.filter)} than with ${list} ["${code}"].`;
            expect(over === undefined || answer[over] === null, 'FILTER_WIDENS', what);
          }
        });
      },
    },
    {
      name: 'buyers',
      title: 'gives for two lists of buyers what it gives for both together',
      needs: ['filter.applied'],
      run: async (session) => {
        const [left, right, both] = await readBuyerHalves(session);
        const totals = await readTotals(session);
        const isIgnored = left['hoursDone'] === totals['hoursDone'] && right['hoursDone'] === totals['hoursDone'];
        expect(!isIgnored, 'FILTER_IGNORED', 'With half of the buyers, figures are those without any filter.');
        for (const field of ['hoursDone', 'contracts']) {
          const sum = sumOf([left, right], field);
          const what = `Two halves of the buyers have ${sum} ${field}; both together have ${shown(both[field])}.`;
          expect(sum === undefined || sum === both[field], 'FILTER_WRONG', what);
        }
      },
    },
  ],
};
