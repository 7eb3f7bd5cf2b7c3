import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { isSiren } from '../../../kit/identifiers';
import type { Caller } from '../../../kit/identity';
import { ownSirensOf } from '../caller-scope';
import { mayAnnounceFor } from './announce-request';
import { checkOperation } from './check-operation';
import { MobilisationProgrammeEntity, MobilisationProgrammeLineEntity } from './mobilisation-programme.entity';
import { type LineProblem, MAX_PROGRAMME_LINES, readProgrammeCsv } from './programme-csv';
import { announceLines, countLines, keepLines } from './programme-lines';
import type { RequestActor } from './request-caller';
import { type Fault, invalid } from './request-outcome';
import { sizeOperation } from './size-operation';

/** Most problems that one answer names. */
const MAX_PROBLEMS = 200;

/** What became of a change of a programme. */
export type ProgrammeOutcome =
  | { readonly status: 'done'; readonly programme: ProgrammeState }
  | { readonly status: 'not-found' }
  | { readonly status: 'rejected'; readonly problems: readonly LineProblem[]; readonly problemCount: number }
  | Fault;

/** A programme with what it holds. */
export interface ProgrammeState {
  readonly row: MobilisationProgrammeEntity;
  readonly lineCount: number;
}

/** Programmes: many operations announced at once, or none of them. */
export interface ProgrammeService {
  open(input: { readonly siren: string; readonly title: string }, actor: RequestActor): Promise<ProgrammeOutcome>;
  /** Keeps a part of the lines when each of them can be announced, else none. Lines that were there are replaced. */
  addLines(
    input: { readonly id: string; readonly csv: string; readonly firstLine: number },
    actor: RequestActor,
  ): Promise<ProgrammeOutcome>;
  /** Announces all lines in one transaction. Announced already, it stays as it is: asking again is safe. */
  announce(input: { readonly id: string; readonly lines: number }, actor: RequestActor): Promise<ProgrammeOutcome>;
}

/** Builds the service. */
export function createProgrammeService(dataSource: DataSource, now: Date): ProgrammeService {
  return {
    open: (input, actor) => open(dataSource, input, actor),
    addLines: (input, actor) =>
      dataSource.transaction(async (manager) => {
        const row = await findProgramme(manager, input.id, actor.caller);
        return row === null ? { status: 'not-found' } : addLines(manager, row, input, actor);
      }),
    announce: (input, actor) =>
      dataSource.transaction(async (manager) => {
        const row = await findProgramme(manager, input.id, actor.caller);
        if (row === null) return { status: 'not-found' };
        const lineCount = await countLines(manager, row.id);
        if (row.announcedAt !== null) return { status: 'done', programme: { row, lineCount } };
        if (lineCount === 0 || lineCount !== input.lines) {
          return invalid(
            'lines',
            `The hub holds ${lineCount} lines of the programme, not ${input.lines}. Send the rest first.`,
          );
        }
        await announceLines(manager, row, actor, now);
        return { status: 'done', programme: { row, lineCount } };
      }),
  };
}

async function open(
  dataSource: DataSource,
  input: { readonly siren: string; readonly title: string },
  actor: RequestActor,
): Promise<ProgrammeOutcome> {
  const title = input.title.trim();
  if (!isSiren(input.siren)) return invalid('siren', 'Not a SIREN: nine digits with a valid Luhn key.');
  if (!mayAnnounceFor(actor, input.siren)) {
    return invalid('siren', 'A buyer announces operations of its own SIRENs only; the association announces for any.');
  }
  if (title === '' || title.length > 200) return invalid('title', 'The title of a programme has 1 to 200 characters.');
  const programmes = dataSource.getRepository(MobilisationProgrammeEntity);
  const known = await programmes.findOneBy({ siren: input.siren, title });
  if (known !== null && known.announcedAt !== null) {
    return invalid('title', `"${title}" was announced already. Give the next programme another title.`);
  }
  // Opened again, it begins again: lines of a file that was shortened since must not stay.
  if (known !== null) await dataSource.manager.delete(MobilisationProgrammeLineEntity, { programme: { id: known.id } });
  const row =
    known ??
    (await programmes.save({
      origin: 'IMPORTED' as const,
      publicId: randomUUID(),
      siren: input.siren,
      title,
      openedBy: actor.subject,
      announcedAt: null,
    }));
  return { status: 'done', programme: { row, lineCount: await countLines(dataSource.manager, row.id) } };
}

async function addLines(
  manager: EntityManager,
  row: MobilisationProgrammeEntity,
  { csv, firstLine }: { readonly csv: string; readonly firstLine: number },
  actor: RequestActor,
): Promise<ProgrammeOutcome> {
  if (row.announcedAt !== null) return invalid('id', 'The programme was announced: it takes no more lines.');
  if (firstLine < 2) return invalid('firstLine', 'The head is line 1 of the file: the first line is 2 or more.');
  const { lines, problems } = readProgrammeCsv(csv, firstLine, row.siren);
  // Lines are numbered without gaps, so the last number bounds how many there are.
  const last = firstLine + lines.length + problems.length - 1;
  if (last > MAX_PROGRAMME_LINES + 1) return invalid('csv', `A programme has at most ${MAX_PROGRAMME_LINES} lines.`);
  const found = [...problems];
  const kept = lines.flatMap(({ line, operation: input }) => {
    const operation = checkOperation(input);
    if ('status' in operation) {
      found.push({ line, field: operation.field, message: operation.message });
      return [];
    }
    if (!mayAnnounceFor(actor, operation.siren)) {
      found.push({ line, field: 'siren', message: 'The SIREN is none of the buyer that announces.' });
      return [];
    }
    return [{ line, requestId: randomUUID(), operation: { ...operation, proposedSizing: sizeOperation(operation) } }];
  });
  if (found.length > 0) {
    const sorted = found.sort((left, right) => left.line - right.line);
    return { status: 'rejected', problems: sorted.slice(0, MAX_PROBLEMS), problemCount: sorted.length };
  }
  await keepLines(manager, row.id, kept);
  return { status: 'done', programme: { row, lineCount: await countLines(manager, row.id) } };
}

/**
 * A programme that the caller may add to; locked, so that two parts or two announcements follow each other. One of another buyer is not
 * even waited for: whoever guesses an identifier learns nothing from the time that the answer takes.
 */
async function findProgramme(
  manager: EntityManager,
  id: string,
  caller: Caller,
): Promise<MobilisationProgrammeEntity | null> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const own = ownSirensOf(caller);
  if (own === null && caller.role !== 'consolidator') return null;
  return manager.findOne(MobilisationProgrammeEntity, {
    where: { publicId: id, ...(own === null ? {} : { siren: In([...own]) }) },
    lock: { mode: 'pessimistic_write' },
  });
}
