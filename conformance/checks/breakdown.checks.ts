import { type Dimension, PERSON_DIMENSIONS } from '../../subgraphs/kit/catalogue';
import { expect } from '../report';
import { itemsOf, type Json, numberOf, type Session, shown } from '../session';
import type { CheckGroup } from './check';
import { keyOf, readBreakdowns, readCrossing, readPeriod, readTotals, ROW_NUMBERS, sumOf } from './figures-facts';

/** What a person has one of, so that persons add up over it. */
const ONE_PER_PERSON = ['SEX', 'AGE_BAND', 'EDUCATION_LEVEL', 'CRITERION', 'QPV'];
/** What a contract has one of. */
const ONE_PER_CONTRACT = ['DEPARTEMENT', 'SECTOR', 'CLAUSE_TYPE', 'BUYER_KIND', 'AMOUNT_BAND'];
const PERSON_COUNTS = ['participants', 'womenParticipants', 'participantsOfKnownSex'];

const CODE = /^[A-Z0-9_]{1,40}$/;
const CODES: Readonly<Partial<Record<Dimension, RegExp>>> = {
  DEPARTEMENT: /^(?:\d{2,3}|2[AB]|UNKNOWN)$/,
  MONTH: /^\d{4}-(?:0[1-9]|1[0-2])$/,
  SEX: /^(?:F|M|UNKNOWN)$/,
  QPV: /^(?:YES|NO|UNKNOWN)$/,
  AGE_BAND: /^(?:UNDER_26|FROM_26_TO_49|FROM_50|UNKNOWN)$/,
};

/** Numbers that add up to the total over the rows by one dimension. */
function additiveOver(dimension: Dimension): readonly string[] {
  const planned = PERSON_DIMENSIONS.has(dimension) ? [] : ['hoursPlanned'];
  const worked = dimension === 'MONTH' ? [] : ['workContracts'];
  const persons = ONE_PER_PERSON.includes(dimension) ? PERSON_COUNTS : [];
  const contracts = ONE_PER_CONTRACT.includes(dimension) ? ['contracts'] : [];
  return ['hoursDone', ...planned, ...worked, ...persons, ...contracts];
}

function checkKeys(row: Json, by: readonly Dimension[], { from, to }: { from: string; to: string }): void {
  const keys = itemsOf(row['keys']);
  const where = `A row by ${by.join(', ')} has the keys ${shown(row['keys'])}`;
  expect(keys.length === by.length, 'BREAKDOWN_KEYS_WRONG', `${where}.`);
  by.forEach((dimension, place) => {
    const key = keys[place];
    const isCode = typeof key === 'string' && (CODES[dimension] ?? CODE).test(key);
    expect(isCode, 'BREAKDOWN_KEYS_WRONG', `${where}; ${shown(key)} is no code of ${dimension}.`);
    const isInPeriod = dimension !== 'MONTH' || (key >= from && key <= to);
    expect(isInPeriod, 'BREAKDOWN_KEYS_WRONG', `${where}; ${shown(key)} is not in the period.`);
  });
}

function checkOnce(rows: readonly Json[], by: string): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = shown(row['keys']);
    expect(!seen.has(key), 'BREAKDOWN_REPEATS', `The breakdown by ${by} has the row ${key} twice.`);
    seen.add(key);
  }
}

/** Looks at the breakdown of the year by each dimension. */
async function eachBreakdown(
  session: Session,
  look: (dimension: Dimension, rows: readonly Json[], totals: Json) => void,
): Promise<void> {
  const totals = await readTotals(session);
  for (const [dimension, rows] of await readBreakdowns(session)) look(dimension, rows, totals);
}

/** That breakdowns are the total, taken apart. */
export const breakdownChecks: CheckGroup = {
  name: 'breakdown',
  needs: ['figures.stable', 'figures.period', 'figures.parts'],
  checks: [
    {
      name: 'keys',
      title: 'gives each row one code per dimension',
      run: async (session) => {
        const period = await readPeriod(session);
        await eachBreakdown(session, (dimension, rows) => rows.forEach((row) => checkKeys(row, [dimension], period)));
      },
    },
    {
      name: 'rows-once',
      title: 'gives one row per code',
      needs: ['breakdown.keys'],
      run: (session) => eachBreakdown(session, (dimension, rows) => checkOnce(rows, dimension)),
    },
    {
      name: 'within-total',
      title: 'has no row larger than the total',
      needs: ['breakdown.rows-once'],
      run: (session) =>
        eachBreakdown(session, (dimension, rows, totals) => {
          for (const row of rows) {
            const over = ROW_NUMBERS.find(
              (field) => (numberOf(row, field) ?? 0) > (numberOf(totals, field) ?? Infinity),
            );
            const what = () => `${over} of ${shown(row['keys'])} by ${dimension} is ${shown(row[over ?? ''])}.`;
            expect(over === undefined, 'BREAKDOWN_OVER_TOTAL', what);
          }
        }),
    },
    {
      name: 'adds-up',
      title: 'has rows that add up to the total, for all that adds up',
      needs: ['breakdown.within-total'],
      run: (session) =>
        eachBreakdown(session, (dimension, rows, totals) => {
          for (const field of additiveOver(dimension)) {
            const [sum, total] = [sumOf(rows, field), numberOf(totals, field)];
            if (sum === undefined || total === undefined) continue;
            const what = `${field} by ${dimension} adds up to ${sum}; the total is ${total}.`;
            expect(sum === total, 'BREAKDOWN_NOT_THE_TOTAL', what);
          }
        }),
    },
    {
      name: 'women',
      title: 'counts women in the breakdown by sex as in the total',
      needs: ['breakdown.adds-up'],
      run: async (session) => {
        const [totals, breakdowns] = [await readTotals(session), await readBreakdowns(session)];
        const women = breakdowns.get('SEX')?.find((row) => keyOf(row) === 'F') ?? { participants: 0 };
        const total = totals['womenParticipants'];
        const what = `The row F has ${shown(women['participants'])} participants, the total ${shown(total)} women.`;
        expect(total === null || women['participants'] === total, 'WOMEN_DIFFER', what);
      },
    },
    {
      name: 'planned',
      title: 'breaks planned hours down by nothing that describes persons',
      needs: ['breakdown.keys'],
      run: (session) =>
        eachBreakdown(session, (dimension, rows) => {
          const row = PERSON_DIMENSIONS.has(dimension) ? rows.find((one) => one['hoursPlanned'] !== null) : undefined;
          const what = () =>
            `${shown(row?.['keys'])} by ${dimension} has ${shown(row?.['hoursPlanned'])} planned hours.`;
          expect(row === undefined, 'PLANNED_BY_PERSON', what);
        }),
    },
    {
      name: 'crossing',
      title: 'has breakdowns by two dimensions that add up to those by one',
      needs: ['breakdown.adds-up'],
      run: async (session) => {
        const by = ['SECTOR', 'SEX'] as const;
        const [rows, period] = [await readCrossing(session, by), await readPeriod(session)];
        for (const row of rows) checkKeys(row, by, period);
        checkOnce(rows, by.join(', '));
        const breakdowns = await readBreakdowns(session);
        by.forEach((dimension, place) => {
          for (const single of breakdowns.get(dimension) ?? []) {
            const code = keyOf(single);
            const sum = sumOf(
              rows.filter((row) => keyOf(row, place) === code),
              'hoursDone',
            );
            const what = `${code} has ${sum} hours done by ${by.join(', ')}, and ${shown(single['hoursDone'])} by ${dimension}.`;
            expect(sum === single['hoursDone'], 'CROSSING_DIFFERS', what);
          }
        });
      },
    },
  ],
};
