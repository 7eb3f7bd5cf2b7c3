import { DateTime } from 'luxon';
import { expect } from '../report';
import { type Json, numberOf, type Session, shown } from '../session';
import type { CheckGroup } from './check';
import {
  askFigures,
  HOURS,
  readBreakdowns,
  readMonths,
  readPeriod,
  readTotals,
  ROW_NUMBERS,
  sumOf,
  TOTALS,
} from './figures-facts';

/** Milliseconds by which the clock of a region may be ahead. */
const CLOCK_TOLERANCE = 60_000;

/** A part and its whole: the first is never larger than the second. */
const PARTS: readonly (readonly [string, string])[] = [
  ['womenParticipants', 'participantsOfKnownSex'],
  ['participantsOfKnownSex', 'participants'],
  ['qpvParticipants', 'participantsOfKnownResidence'],
  ['participantsOfKnownResidence', 'participants'],
  ['participants', 'workContracts'],
  ['dynamicExits', 'exitOutcomes'],
  ['dynamicAtSixMonths', 'sixMonthOutcomes'],
  ['dynamicAtTwelveMonths', 'twelveMonthOutcomes'],
  ['operations', 'contracts'],
  ['contracts', 'lots'],
  ['buyerCount', 'contracts'],
  ['desksReporting', 'desksExpected'],
  ['desks', 'desksExpected'],
];

/** Counts that a longer period never lowers, and of which no month has one that the year has not. */
const DISTINCT = ['workContracts', 'participants', 'womenParticipants', 'contracts', 'operations', 'lots'];

function checkNumbers(row: Json, fields: readonly string[], where: string): void {
  for (const field of fields) {
    const value = row[field];
    if (value === undefined || value === null) continue;
    const isNumber = typeof value === 'number' && Number.isInteger(value);
    expect(isNumber, 'VALUE_OF_WRONG_TYPE', `${field} of ${where} is ${shown(value)}, not an integer.`);
    const isInRange = Number(value) >= 0 && Number.isSafeInteger(value);
    expect(isInRange, 'VALUE_OUT_OF_RANGE', `${field} of ${where} is ${shown(value)}.`);
  }
}

function checkParts(row: Json, where: string): void {
  for (const [part, whole] of PARTS) {
    const [less, more] = [numberOf(row, part), numberOf(row, whole)];
    if (less === undefined || more === undefined) continue;
    expect(less <= more, 'COUNTS_CONTRADICT', `${where} has ${less} ${part} and ${more} ${whole}.`);
  }
}

/** Fails unless a value is a moment of the past, RFC 3339 in UTC. */
export function expectMoment(session: Session, value: unknown, where: string): void {
  const isForm =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value);
  const moment = isForm ? DateTime.fromISO(value) : undefined;
  expect(moment?.isValid === true, 'AS_OF_WRONG', `asOf of ${where} is ${shown(value)}.`);
  const isPast = moment.toMillis() <= session.options.now().getTime() + CLOCK_TOLERANCE;
  expect(isPast, 'AS_OF_WRONG', `asOf of ${where} is ${shown(value)}, in the future.`);
}

async function eachRow(session: Session, look: (row: Json, where: string) => void): Promise<void> {
  const { from, to } = await readPeriod(session);
  look(await readTotals(session), `the total from ${from} to ${to}`);
  for (const [dimension, rows] of await readBreakdowns(session)) {
    for (const row of rows) look(row, `the row ${shown(row['keys'])} by ${dimension}`);
  }
}

/** That the figures of a period are numbers of the right form which do not contradict each other. */
export const figuresChecks: CheckGroup = {
  name: 'figures',
  needs: ['scope.answered-for'],
  checks: [
    {
      name: 'answered',
      title: 'answers hours done and participants of a year',
      run: async (session) => {
        const totals = await readTotals(session);
        for (const field of ['hoursDone', 'participants']) {
          expect(totals[field] != null, 'FIGURES_MISSING', `${field} of the year is ${shown(totals[field])}.`);
        }
      },
    },
    {
      name: 'values',
      title: 'answers integers from 0, hours in hundredths, or null',
      needs: ['figures.answered'],
      run: (session) => eachRow(session, (row, where) => checkNumbers(row, TOTALS, where)),
    },
    {
      name: 'stable',
      title: 'answers the same question alike',
      needs: ['figures.values'],
      run: async (session) => {
        const period = await readPeriod(session);
        const selection = `${session.select('ShardFigures', TOTALS)} breakdown { keys ${ROW_NUMBERS.join(' ')} }`;
        const question = { ...period, by: ['SECTOR' as const] };
        const [first] = await askFigures(session, [question], selection);
        const [second] = await askFigures(session, [question], selection);
        const what = () => `Asked twice for ${shown(question)}: ${shown(first)}, then ${shown(second)}.`;
        expect(JSON.stringify(first) === JSON.stringify(second), 'ANSWER_NOT_STABLE', what);
      },
    },
    {
      name: 'parts',
      title: 'has no part larger than its whole',
      needs: ['figures.values'],
      run: (session) => eachRow(session, checkParts),
    },
    {
      name: 'as-of',
      title: 'says at which moment the figures were true',
      needs: ['figures.answered'],
      run: async (session) => expectMoment(session, (await readTotals(session))['asOf'], 'the figures'),
    },
    {
      name: 'no-breakdown',
      title: 'gives no breakdown that was not asked for',
      needs: ['figures.answered'],
      run: async (session) => {
        const { breakdown } = await readTotals(session);
        expect(breakdown === null, 'BREAKDOWN_UNASKED', `Without a dimension, breakdown is ${shown(breakdown)}.`);
      },
    },
    {
      name: 'period',
      title: 'restricts figures to the months of the period',
      needs: ['figures.stable'],
      run: async (session) => {
        const [months, totals] = [await readMonths(session), await readTotals(session)];
        const hours = totals['hoursDone'];
        const isIgnored = months.length > 1 && months.every((month) => month['hoursDone'] === hours);
        expect(!isIgnored, 'PERIOD_IGNORED', `Every month has the ${shown(hours)} hundredths of an hour of the year.`);
      },
    },
    {
      name: 'months-add-up',
      title: 'has months whose hours add up to the year',
      needs: ['figures.period'],
      run: async (session) => {
        const [months, totals] = [await readMonths(session), await readTotals(session)];
        for (const field of HOURS) {
          const sum = sumOf(months, field);
          if (sum === undefined) continue;
          const what = `The months add up to ${sum} ${field}, the year has ${shown(totals[field])}.`;
          expect(sum === totals[field], 'MONTHS_DO_NOT_ADD_UP', what);
        }
      },
    },
    {
      name: 'distinct-in-period',
      title: 'counts persons and contracts once in a period of several months',
      needs: ['figures.months-add-up'],
      run: async (session) => {
        const [months, totals] = [await readMonths(session), await readTotals(session)];
        for (const field of DISTINCT) {
          const year = numberOf(totals, field);
          const counts = months.map((month) => numberOf(month, field) ?? 0);
          if (year === undefined) continue;
          const [largest, sum] = [Math.max(...counts), counts.reduce((left, right) => left + right, 0)];
          const what = `The year has ${year} ${field}; its months have ${largest} at most and ${sum} in all.`;
          expect(largest <= year && year <= sum, 'COUNT_OF_MONTHS_WRONG', what);
        }
      },
    },
  ],
};
