import { DIMENSIONS, type Dimension, versionForDimensions } from '../../subgraphs/kit/catalogue';
import { monthsOf } from '../../subgraphs/kit/months';
import { expect, NotRun } from '../report';
import { type FiguresQuestion, type Json, numberOf, objectsOf, shown, type Session } from '../session';

export const HOURS = ['hoursPlanned', 'hoursDone'];
export const COUNTS = [
  'workContracts',
  'participants',
  'womenParticipants',
  'participantsOfKnownSex',
  'contracts',
  'operations',
  'buyerCount',
  'companyCount',
  'desks',
  'facilitators',
  'desksExpected',
  'desksReporting',
  'lots',
  'qpvParticipants',
  'participantsOfKnownResidence',
  'exitOutcomes',
  'dynamicExits',
  'sixMonthOutcomes',
  'dynamicAtSixMonths',
  'twelveMonthOutcomes',
  'dynamicAtTwelveMonths',
];
/** Numbers of the totals. */
export const TOTALS = [...HOURS, ...COUNTS];
/** Numbers of one row of a breakdown. */
export const ROW_NUMBERS = [...HOURS, ...COUNTS.slice(0, 6)];

/** Dimensions that a region of that version is asked for: the national level adds the region itself. */
function dimensionsOf({ schemaVersion }: Session): readonly Dimension[] {
  return DIMENSIONS.filter(
    (dimension) => dimension !== 'REGION' && versionForDimensions([dimension]) <= Number(schemaVersion),
  );
}

/** Calendar years in which figures are looked for. */
const YEARS_LOOKED_AT = 10;
const ROW_SELECTION = `breakdown { keys ${ROW_NUMBERS.join(' ')} }`;

/** Asks for figures, several scopes at once. Throws QUESTION_REFUSED when one of them is not answered. */
export async function askFigures(
  session: Session,
  questions: readonly FiguresQuestion[],
  selection: string,
): Promise<readonly Json[]> {
  const references = questions.map((question) => ({
    region: session.region.code,
    scope: session.scopes.figures(question),
  }));
  const { entities, errors } = await session.resolve('ShardFigures', references, selection);
  return entities.map((entity, index) => {
    const what = () => `Figures for ${shown(questions[index])} are not answered: ${shown(errors)}.`;
    expect(entity !== null && errors.length === 0, 'QUESTION_REFUSED', what);
    return entity;
  });
}

/** The year whose figures are compared: that of the options, or the one with most hours of the last ten. */
export function readPeriod(session: Session): Promise<Pick<FiguresQuestion, 'from' | 'to'>> {
  return session.once('period', async () => {
    const { period, now } = session.options;
    if (period !== undefined) return period;
    const thisYear = now().getUTCFullYear();
    const years = Array.from({ length: YEARS_LOOKED_AT }, (_, index) => thisYear - index).map((year) => ({
      from: `${year}-01`,
      to: `${year}-12`,
    }));
    const rows = await askFigures(session, years, 'hoursDone');
    const hours = rows.map((row) => numberOf(row, 'hoursDone') ?? 0);
    const most = Math.max(...hours);
    const found = years[hours.indexOf(most)];
    if (most === 0 || found === undefined) {
      throw new NotRun('NO_DATA', `No hour was done from ${thisYear - YEARS_LOOKED_AT + 1} to ${thisYear}.`);
    }
    return found;
  });
}

/** The figures of the year as a whole. */
export function readTotals(session: Session): Promise<Json> {
  return session.once('totals', async () => {
    const selection = `answeredFor asOf isDemonstration ${session.select('ShardFigures', TOTALS)} ${ROW_SELECTION}`;
    const [totals = {}] = await askFigures(session, [await readPeriod(session)], selection);
    return totals;
  });
}

/** The figures of each month of the year. */
export function readMonths(session: Session): Promise<readonly Json[]> {
  return session.once('months', async () => {
    const { from, to } = await readPeriod(session);
    const months = monthsOf(from, to).map((month) => ({ from: month, to: month }));
    return askFigures(session, months, session.select('ShardFigures', TOTALS));
  });
}

/** The year broken down by each dimension on its own. Throws BREAKDOWN_MISSING. */
export function readBreakdowns(session: Session): Promise<ReadonlyMap<Dimension, readonly Json[]>> {
  return session.once('breakdowns', async () => {
    const period = await readPeriod(session);
    const dimensions = dimensionsOf(session);
    const questions = dimensions.map((dimension) => ({ ...period, by: [dimension] }));
    const answers = await askFigures(session, questions, ROW_SELECTION);
    return new Map(
      dimensions.map((dimension, index) => {
        const rows = answers[index]?.['breakdown'];
        expect(Array.isArray(rows), 'BREAKDOWN_MISSING', `The breakdown by ${dimension} is ${shown(rows)}.`);
        return [dimension, objectsOf(rows)] as const;
      }),
    );
  });
}

/** The year broken down by two dimensions. */
export async function readCrossing(session: Session, by: readonly [Dimension, Dimension]): Promise<readonly Json[]> {
  const [answer] = await askFigures(session, [{ ...(await readPeriod(session)), by: [...by] }], ROW_SELECTION);
  const rows = answer?.['breakdown'];
  expect(Array.isArray(rows), 'BREAKDOWN_MISSING', `The breakdown by ${by.join(', ')} is ${shown(rows)}.`);
  return objectsOf(rows);
}

/** The sum of a number over rows; undefined when a row has none. */
export function sumOf(rows: readonly Json[], field: string): number | undefined {
  let sum = 0;
  for (const row of rows) {
    const value = numberOf(row, field);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

/** Code of a row for one of its dimensions. */
export function keyOf(row: Json, place = 0): string {
  const keys = row['keys'];
  return Array.isArray(keys) ? String(keys[place]) : '';
}
