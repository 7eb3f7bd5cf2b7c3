import { HubError } from '../../../kit/errors';
import { globalId, localIdOf } from '../../books';
import { nounOf } from '../nouns';
import {
  type BookRow,
  type ChangeContext,
  type InputProblem,
  type InvalidInput,
  invalidInput,
  problem,
  type RowNotFound,
  rowById,
  rowsById,
  unchangedRow,
  type VersionConflict,
} from '../rows';

/** Entries as they are after a change of several of them. */
export interface ChangedEntries {
  readonly __typename: 'HourEntriesSuccess';
  readonly entries: readonly BookRow[];
}

/** What becomes of a change of several entries: all of it or none. */
export type HoursOutcome = ChangedEntries | InvalidInput | VersionConflict | RowNotFound;

/** Hours of one month. */
export interface MonthHours {
  readonly month: string;
  readonly hours: number;
  readonly version?: number | null;
}

/** Most months entered at once, and most entries validated at once. */
const MAX_MONTHS = 120;
const MAX_ENTRIES = 500;

const ENTRY = nounOf('HourEntry');
const WORK = nounOf('WorkContract');

/** Enters or corrects months of one work contract. A corrected month has to be validated again. */
export async function enterHours(
  context: ChangeContext,
  input: { readonly workContract: string; readonly months: readonly MonthHours[] },
): Promise<HoursOutcome> {
  const { books, region } = context;
  const work = await workContract(context, input.workContract);
  if (work === null) return notFound(input.workContract);
  const problems = [
    ...countProblem(input.months.length, MAX_MONTHS, 'months'),
    ...monthProblems(work, input.months),
    ...(await afterClosing(context, work, input.months)),
  ];
  if (problems.length > 0) return invalidInput(problems);
  const workId = localIdOf(region, input.workContract) ?? '';
  const ids: string[] = [];
  for (const { month, hours, version } of input.months) {
    const [there] = (await books.query(
      `SELECT id::text AS id, version FROM hour_entry WHERE work_contract_id = $1 AND month = $2::date FOR UPDATE`,
      [workId, `${month}-01`],
    )) as { id: string; version: number }[];
    if (there === undefined) {
      const [added] = (await books.query(
        `INSERT INTO hour_entry (origin, work_contract_id, month, hours, state) VALUES ('ENTERED', $1, $2::date, $3, 'ENTERED')
         ON CONFLICT DO NOTHING RETURNING id::text AS id`,
        [workId, `${month}-01`, hours.toFixed(2)],
      )) as { id: string }[];
      if (added === undefined) return invalidInput([alreadyThere(month)]);
      ids.push(added.id);
    } else {
      if (version == null) return invalidInput([alreadyThere(month)]);
      const found = await unchangedRow(context, ENTRY, { id: globalId(region, there.id), version });
      if (found.__typename !== 'row') return found;
      await books.query(
        `UPDATE hour_entry SET hours = $2, state = 'ENTERED', validated_by = NULL, validated_at = NULL WHERE id = $1`,
        [there.id, hours.toFixed(2)],
      );
      ids.push(there.id);
    }
  }
  return entries(context, ids);
}

/** Validates entries in the name of a facilitator of their desk who is in post. */
export async function validateHours(
  context: ChangeContext,
  input: {
    readonly facilitator: string;
    readonly entries: readonly { readonly id: string; readonly version: number }[];
  },
): Promise<HoursOutcome> {
  const facilitatorId = localIdOf(context.region, input.facilitator);
  const problems = [
    ...countProblem(input.entries.length, MAX_ENTRIES, 'entries'),
    ...(await facilitatorProblems(context, facilitatorId, input.facilitator)),
  ];
  if (problems.length > 0) return invalidInput(problems);
  return changeState(context, input.entries, `state = 'VALIDATED', validated_by = $2, validated_at = now()`, [
    facilitatorId,
  ]);
}

/** Takes back the validation of entries. */
export function withdrawValidation(
  context: ChangeContext,
  input: { readonly entries: readonly { readonly id: string; readonly version: number }[] },
): Promise<HoursOutcome> {
  const problems = countProblem(input.entries.length, MAX_ENTRIES, 'entries');
  if (problems.length > 0) return Promise.resolve(invalidInput(problems));
  return changeState(context, input.entries, `state = 'ENTERED', validated_by = NULL, validated_at = NULL`, []);
}

async function changeState(
  context: ChangeContext,
  given: readonly { readonly id: string; readonly version: number }[],
  settings: string,
  values: readonly unknown[],
): Promise<HoursOutcome> {
  const ids: string[] = [];
  // Always in one order, so that two people who validate the same entries do not wait for each other.
  for (const entry of [...given].sort((left, right) => (left.id < right.id ? -1 : 1))) {
    const found = await unchangedRow(context, ENTRY, entry);
    if (found.__typename !== 'row') return found;
    ids.push(String(found.row['localId']));
  }
  await context.books.query(`UPDATE hour_entry SET ${settings} WHERE id = ANY ($1::bigint[])`, [ids, ...values]);
  return entries(context, ids);
}

async function entries({ books, region }: ChangeContext, ids: readonly string[]): Promise<ChangedEntries> {
  return { __typename: 'HourEntriesSuccess', entries: await rowsById(books, ENTRY, region, ids) };
}

async function workContract({ books, region, actor }: ChangeContext, id: string): Promise<BookRow | null> {
  if (actor.role !== 'desk') throw new HubError('FORBIDDEN', 'Only a desk enters the hours of its work contracts.', {});
  const localId = localIdOf(region, id);
  return localId === null ? null : rowById(books, WORK, region, localId);
}

/** A desk that has closed still corrects its months, and enters none that came after. */
async function afterClosing(
  { books }: ChangeContext,
  work: BookRow,
  months: readonly MonthHours[],
): Promise<readonly InputProblem[]> {
  const [desk] = (await books.query(
    `SELECT to_char(closed_on, 'YYYY-MM') AS month FROM desk WHERE id = $1 AND closed_on IS NOT NULL`,
    [work['desk']],
  )) as { month: string }[];
  if (desk === undefined) return [];
  return months.flatMap(({ month }, index) =>
    month > desk.month
      ? [problem('DESK_CLOSED', `months.${index}.month`, `Le guichet est fermé depuis ${desk.month}.`)]
      : [],
  );
}

function monthProblems(work: BookRow, months: readonly MonthHours[]): readonly InputProblem[] {
  const seen = new Set<string>();
  return months.flatMap(({ month, hours }, index) => {
    const path = `months.${index}`;
    const isRepeated = seen.has(month);
    seen.add(month);
    return [
      ...(isRepeated ? [problem('MONTH_REPEATED', `${path}.month`, `${month} est donné deux fois.`)] : []),
      ...insideContract(work, month, path),
      ...hoursProblems(month, hours, path),
    ];
  });
}

function insideContract(work: BookRow, month: string, path: string): readonly InputProblem[] {
  const [first, last] = [
    String(work['startsOn']).slice(0, 7),
    work['endsOn'] == null ? '9999-12' : String(work['endsOn']).slice(0, 7),
  ];
  if (month >= first && month <= last) return [];
  return [
    problem('HOURS_OUTSIDE_CONTRACT', `${path}.month`, `${month} est hors du contrat de travail (${first} à ${last}).`),
  ];
}

function hoursProblems(month: string, hours: number, path: string): readonly InputProblem[] {
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  if (Math.abs(hours * 100 - Math.round(hours * 100)) > 1e-6)
    return [problem('NUMBER_MALFORMED', `${path}.hours`, 'Les heures ont plus de deux décimales.')];
  if (hours <= 0) return [problem('HOURS_NOT_POSITIVE', `${path}.hours`, 'Les heures doivent dépasser 0.')];
  return hours <= 24 * days
    ? []
    : [problem('HOURS_TOO_MANY', `${path}.hours`, `Plus de ${24 * days} heures : 24 fois les jours de ${month}.`)];
}

async function facilitatorProblems(
  { books, actor }: ChangeContext,
  id: string | null,
  given: string,
): Promise<readonly InputProblem[]> {
  if (actor.role !== 'desk')
    throw new HubError('FORBIDDEN', 'Only a desk validates the hours of its work contracts.', {});
  const [found] = (await books.query(
    `SELECT started_on <= current_date AND (ended_on IS NULL OR ended_on >= current_date) AS "isInPost"
     FROM facilitator WHERE id = $1 AND desk_id = $2`,
    [id, actor.desk],
  )) as { isInPost: boolean }[];
  if (found === undefined)
    return [problem('FACILITATOR_UNKNOWN', 'facilitator', `« ${given} » n'est pas un facilitateur du guichet.`)];
  return found.isInPost
    ? []
    : [problem('FACILITATOR_NOT_IN_POST', 'facilitator', "Le facilitateur n'est pas en poste.")];
}

function countProblem(count: number, most: number, path: string): readonly InputProblem[] {
  if (count >= 1 && count <= most) return [];
  return [problem('TOO_MANY_AT_ONCE', path, `De 1 à ${most} lignes à la fois.`)];
}

function alreadyThere(month: string): InputProblem {
  return problem('ALREADY_THERE', 'months', `${month} est déjà saisi : corrigez-le en donnant sa version.`);
}

function notFound(id: string): RowNotFound {
  return { __typename: 'RowNotFound', message: `Il n'y a pas de ligne « ${id} ».` };
}
