import { DateTime } from 'luxon';
import { MAX_MONTHS } from '../../../kit/catalogue';
import { HubError } from '../../../kit/errors';
import { monthsBetween } from '../../../kit/months';
import { globalId, localIdOf } from '../../books';
import {
  type DeclarationEntity,
  type DeclarationPeriod,
  declareMonth,
  readDeclarationRates,
  readDeclarationsToAct,
  readDeskDeclarations,
} from '../../modules/declaration';
import type { BooksContext } from '../books-context';

type Arguments = Readonly<Record<string, unknown>>;
type Resolver = (parent: unknown, args: Arguments, context: BooksContext) => unknown;

/** Queries and the mutation of declarations. */
export const DECLARATION_RESOLVERS: Readonly<Record<'Query' | 'Mutation', Readonly<Record<string, Resolver>>>> = {
  Query: {
    declarationsToAct: (_parent, args, context) => toAct(context, args),
    deskDeclarations: async (_parent, args, context) => {
      const rows = await context.within((books) => readDeskDeclarations(books, periodOf(context, args)));
      return rows.map(({ deskId, ...row }) => ({ ...row, desk: globalId(context.region, deskId) }));
    },
    declarationRates: (_parent, args, context) =>
      context.within((books) => readDeclarationRates(books, periodOf(context, args))),
  },
  Mutation: { declareMonth: (_parent, { input }, context) => declare(context, input as Arguments) },
};

async function declare({ actor, within }: BooksContext, input: Arguments): Promise<object> {
  const { desk } = actor;
  if (desk === null) throw new HubError('FORBIDDEN', 'A desk declares its own months; nobody does it for one.', {});
  const question = {
    deskId: desk,
    month: String(input['month']),
    version: (input['version'] as number | null) ?? null,
  };
  const outcome = await within((books) => declareMonth(books, { ...question, today: today() }));
  switch (outcome.kind) {
    case 'declared':
      return { __typename: 'DeclareMonthSuccess', declaration: shown(outcome.declaration) };
    case 'conflict':
      return {
        __typename: 'DeclarationVersionConflict',
        message: 'La déclaration a changé depuis sa lecture : relisez-la, puis déclarez avec sa version.',
        current: outcome.current === null ? null : shown(outcome.current),
      };
    default:
      return {
        __typename: 'DeclarationRefused',
        code: outcome.code,
        message: outcome.message,
        waitingEntries: outcome.waiting?.entries ?? null,
        waitingHours: outcome.waiting === undefined ? null : Number(outcome.waiting.hours),
        waitingWorkContracts: outcome.waiting?.workContracts ?? null,
      };
  }
}

async function toAct(context: BooksContext, args: Arguments): Promise<object> {
  const { region, within } = context;
  const after = args['after'] == null ? undefined : positionOf(String(args['after']));
  const page = await within((books) =>
    readDeclarationsToAct(books, periodOf(context, args), { first: Number(args['first'] ?? 50), after }),
  );
  const edges = page.rows.map(({ deskId, ...row }) => ({
    cursor: `${row.month}.${deskId}`,
    node: { ...row, desk: globalId(region, deskId) },
  }));
  return {
    edges,
    totalCount: page.total,
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

/** Throws CURSOR_MALFORMED. */
function positionOf(cursor: string) {
  const [, month, deskId] = /^(\d{4}-(?:0[1-9]|1[0-2]))\.([1-9]\d{0,17})$/.exec(cursor) ?? [];
  if (month !== undefined && deskId !== undefined) return { month, deskId };
  throw new HubError('CURSOR_MALFORMED', 'This is no cursor of declarations. Use `endCursor` as it is.', {});
}

/** Throws FORBIDDEN for an auditor, who reads the history instead; PERIOD_OUT_OF_ORDER, PERIOD_TOO_LONG. */
function periodOf({ actor, region }: BooksContext, args: Arguments): DeclarationPeriod {
  if (actor.role === 'auditor')
    throw new HubError('FORBIDDEN', 'An auditor reads changes and accesses, not what desks have to do.', {});
  const [from, to] = [String(args['from']), String(args['to'])];
  const months = monthsBetween(from, to);
  if (months < 1)
    throw new HubError('PERIOD_OUT_OF_ORDER', 'The period ends before it begins. Exchange `from` and `to`.', {});
  if (months > MAX_MONTHS) throw new HubError('PERIOD_TOO_LONG', `Ask for at most ${MAX_MONTHS} months at once.`, {});
  // An identifier of another region is that of no desk here.
  const deskId = args['desk'] == null ? undefined : (localIdOf(region, String(args['desk'])) ?? '0');
  return { from, to, today: today(), deskId };
}

function shown(row: DeclarationEntity): object {
  return { ...row, month: row.month.slice(0, 7) };
}

/** The day it is in Paris, which decides which months are over. */
function today(): string {
  return DateTime.now().setZone('Europe/Paris').toFormat('yyyy-MM-dd');
}
