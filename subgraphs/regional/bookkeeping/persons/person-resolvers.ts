import { DateTime } from 'luxon';
import type { EntityManager } from 'typeorm';
import { HubError } from '../../../kit/errors';
import { globalId, localIdOf } from '../../books';
import { addCriterion, erasePerson, exportPerson, readCriteria, recordAccess } from '../../privacy';
import { SqlParameters } from '../../sql';
import type { BooksContext } from '../books-context';
import { invalidInput, pageSize, positionOf, problem } from '../rows';

type Arguments = Readonly<Record<string, unknown>>;
type Resolver = (parent: unknown, args: Arguments, context: BooksContext) => unknown;

/** Queries and mutations of persons beside those of their rows. */
export const PERSON_RESOLVERS: Readonly<Record<'Query' | 'Mutation', Readonly<Record<string, Resolver>>>> = {
  Query: {
    participantCriteria: (_parent, args, context) =>
      asDesk(context, args['participant'], async (books, participantId) => {
        await recordSight(books, participantId, 'participantCriteria');
        return readCriteria(books, context.keys(), participantId);
      }),
    personExport: (_parent, args, context) =>
      asDesk(context, args['participant'], async (books, participantId) => {
        const found = await exportPerson(books, context.keys(), { participantId, today: today() });
        return found === null ? null : JSON.stringify(found, null, 2);
      }),
    accesses: (_parent, args, context) => accessesPage(context, args),
  },
  Mutation: {
    addParticipantCriterion: (_parent, { input }, context) => add(context, input as Arguments),
    eraseParticipant: (_parent, { input }, context) => erase(context, String((input as Arguments)['id'])),
  },
};

function add(context: BooksContext, input: Arguments): Promise<object> {
  return asDesk(context, input['participant'], async (books, participantId) => {
    const outcome = await addCriterion(books, context.keys(), {
      participantId,
      criterion: (input['criterion'] as string | null) ?? null,
      localCode: (input['localCode'] as string | null) ?? null,
      validFrom: String(input['validFrom']),
      validTo: (input['validTo'] as string | null) ?? null,
      isMain: (input['isMain'] as boolean | null) ?? null,
    });
    if (outcome.kind === 'refused') {
      const { code, path, message } = outcome.problem;
      return invalidInput([problem(code, path === 'participantId' ? 'participant' : path, message)]);
    }
    return {
      __typename: 'AddParticipantCriterionSuccess',
      criteria: await readCriteria(books, context.keys(), participantId),
    };
  });
}

function erase(context: BooksContext, id: string): Promise<object> {
  return asDesk(context, id, async (books, participantId) =>
    (await erasePerson(books, participantId))
      ? { __typename: 'EraseParticipantSuccess', id }
      : {
          __typename: 'RowNotFound',
          message: `« ${id} » n’est pas une personne que le guichet suit seul, ou elle est déjà effacée.`,
        },
  );
}

/** Throws FORBIDDEN for everybody but desks: criteria and rights of a person are those of its desk alone. */
function asDesk<Result>(
  { actor, region, within }: BooksContext,
  id: unknown,
  work: (books: EntityManager, participantId: string) => Promise<Result>,
): Promise<Result> {
  if (actor.role !== 'desk')
    throw new HubError(
      'FORBIDDEN',
      'Only the desk that follows a person sees its criteria and answers for its rights.',
      {},
    );
  // An identifier of another region is that of nobody here.
  return within((books) => work(books, localIdOf(region, String(id)) ?? '0'));
}

/** Of persons that are there for the caller: looking for nobody is no look. */
async function recordSight(books: EntityManager, participantId: string, operation: string): Promise<void> {
  const found: object[] = await books.query('SELECT 1 FROM participant WHERE id = $1', [participantId]);
  if (found.length > 0) await recordAccess(books, [participantId], operation);
}

interface AccessRow {
  readonly id: string;
  readonly accessedAt: Date;
  readonly actor: string;
  readonly role: string;
  readonly participant: string;
  readonly operation: string;
}

async function accessesPage({ actor, region, within }: BooksContext, args: Arguments): Promise<object> {
  if (actor.role === 'coordination')
    throw new HubError('FORBIDDEN', 'Auditors read who looked at persons, and desks of their own.', {});
  const first = pageSize(args['first'] as number | null);
  const parameters = new SqlParameters();
  const conditions = ['true'];
  if (args['participant'] != null)
    conditions.push(`participant_id = ${parameters.add(localIdOf(region, String(args['participant'])) ?? '0')}`);
  if (args['after'] != null) conditions.push(`id < ${parameters.add(positionOf(region, String(args['after'])))}`);
  const rows = await within(async (books): Promise<AccessRow[]> =>
    books.query(
      `SELECT id::text AS id, accessed_at AS "accessedAt", actor, role, participant_id::text AS participant, operation
         FROM access_record WHERE ${conditions.join(' AND ')} ORDER BY access_record.id DESC LIMIT ${first + 1}`,
      [...parameters.values],
    ),
  );
  const edges = rows.slice(0, first).map(({ id, ...row }) => ({
    cursor: globalId(region, id),
    node: { ...row, participant: globalId(region, row.participant) },
  }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

function today(): string {
  return DateTime.now().setZone('Europe/Paris').toFormat('yyyy-MM-dd');
}
