import type { GraphQLResolveInfo } from 'graphql';
import type { ResolverMap } from '../../kit/server';
import { SCALARS } from '../../kit/scalars';
import { localIdOf } from '../books';
import type { BooksContext } from './books-context';
import { DECLARATION_RESOLVERS } from './declarations';
import { DECP_RESOLVERS } from './decp';
import { changesPage } from './history';
import { enterHours, type HoursOutcome, validateHours, withdrawValidation } from './hours';
import { BOOK_NOUNS, type BookNoun, nounOf } from './nouns';
import { deskYear } from './overview';
import { PERSON_RESOLVERS, watchPersons } from './persons';
import { type BookRow, type ChangeContext, createRow, deleteRow, pageOf, rowById, updateRow } from './rows';
import { has, singularOf } from './sdl';
import { mayWrite } from './may-write';

type Arguments = Readonly<Record<string, unknown>>;
type Resolver = (parent: unknown, args: Arguments, context: BooksContext, info: GraphQLResolveInfo) => unknown;
type Resolvers = Record<string, Resolver>;
type RowOutcome = Awaited<ReturnType<typeof createRow | typeof updateRow | typeof deleteRow>>;
type RowChange = (context: ChangeContext, noun: BookNoun, input: never) => Promise<RowOutcome>;

/** The resolvers of the region's own API: the same few functions for every noun. */
export function booksResolvers(): ResolverMap {
  const nouns = BOOK_NOUNS;
  return {
    ...SCALARS,
    Query: Object.assign(
      {},
      fixedQueries(),
      DECLARATION_RESOLVERS.Query,
      DECP_RESOLVERS.Query,
      PERSON_RESOLVERS.Query,
      ...nouns.map(queriesOf),
    ) as Resolvers,
    Mutation: Object.assign(
      {},
      hourMutations(),
      DECLARATION_RESOLVERS.Mutation,
      DECP_RESOLVERS.Mutation,
      PERSON_RESOLVERS.Mutation,
      ...nouns.map(mutationsOf),
    ) as Resolvers,
    BookRow: { __resolveType: (row: { readonly __typename?: string }) => row.__typename },
    ...Object.fromEntries(nouns.map((noun) => [noun.name, referencesOf(noun)])),
  } as ResolverMap;
}

function fixedQueries(): Resolvers {
  return {
    caller: async (_parent, _args, { actor, region, load }) => ({
      role: actor.role,
      region: region.code,
      desk: actor.desk === null ? null : await load('Desk', actor.desk),
    }),
    changes: (_parent, args, context) => changesPage(context, args),
    deskYear: (_parent, args, context) => deskYear(context, String(args['desk']), Number(args['year'])),
  };
}

function queriesOf(noun: BookNoun): Resolvers {
  return {
    [singularOf(noun)]: (_parent, { id }, { region, within }, info) => {
      const localId = localIdOf(region, String(id));
      if (localId === null) return null;
      return within(async (books) => {
        const row = await rowById(books, noun, region, localId);
        await watchPersons(books, noun, row === null ? [] : [row], nameOf(info));
        return row;
      });
    },
    [noun.plural]: (_parent, args, { region, within }, info) =>
      within(async (books) => {
        const page = await pageOf(books, noun, region, args);
        const rows = page.edges.map(({ node }) => node);
        await watchPersons(books, noun, rows, nameOf(info));
        return page;
      }),
  };
}

function mutationsOf(noun: BookNoun): Resolvers {
  const { name } = noun;
  const row = singularOf(noun);
  const change =
    (verb: string, work: RowChange): Resolver =>
    async (_parent, { input }, { region, actor, changing }) => {
      mayWrite(actor, noun);
      const outcome = await changing((books) => work({ books, region, actor }, noun, input as never));
      switch (outcome.__typename) {
        case 'written':
          return { __typename: `${verb}${name}Success`, [row]: outcome.row, warnings: outcome.warnings };
        case 'conflict':
          return { ...outcome, __typename: `${name}VersionConflict` };
        default:
          return outcome;
      }
    };
  return {
    ...(has(noun, 'create') ? { [`create${name}`]: change('Create', createRow) } : {}),
    ...(has(noun, 'update') ? { [`update${name}`]: change('Update', updateRow) } : {}),
    ...(has(noun, 'delete') ? { [`delete${name}`]: change('Delete', deleteRow) } : {}),
  };
}

function hourMutations(): Resolvers {
  const change =
    (work: typeof enterHours | typeof validateHours | typeof withdrawValidation): Resolver =>
    async (_parent, { input }, { region, actor, changing }) => {
      mayWrite(actor, nounOf('HourEntry'));
      const outcome = await changing<HoursOutcome>((books) => work({ books, region, actor }, input as never));
      return outcome.__typename === 'conflict' ? { ...outcome, __typename: 'HourEntryVersionConflict' } : outcome;
    };
  return {
    enterHours: change(enterHours),
    validateHours: change(validateHours),
    withdrawValidation: change(withdrawValidation),
  };
}

/** Fields of a row that are rows themselves, loaded together. */
function referencesOf({ fields }: BookNoun): Resolvers {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }): [string, Resolver][] => {
      if (kind.is !== 'reference') return [];
      const resolve: Resolver = (parent, _args, { load }) => {
        const id = (parent as BookRow)[name];
        return typeof id === 'string' ? load(kind.to, id) : null;
      };
      return [[name, resolve]];
    }),
  );
}

/** What the access log says of why: the field, and the name that the caller gave to the operation. */
function nameOf({ fieldName, operation }: GraphQLResolveInfo): string {
  return operation.name === undefined ? fieldName : `${fieldName} (${operation.name.value})`;
}
