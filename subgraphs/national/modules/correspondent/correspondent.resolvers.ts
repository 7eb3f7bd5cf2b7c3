import type { NationalContext } from '../../context';
import type {
  ConfirmCorrespondentInput,
  ImportCorrespondentsInput,
  PublishCorrespondentInput,
  Resolvers,
  SaveCorrespondentInput,
  WithdrawCorrespondentInput,
} from '../../generated/resolver-types.generated';
import type { PostOutcome } from './change-post';
import type { CorrespondentChangeEntity } from './correspondent-change.entity';
import type { CorrespondentEntity } from './correspondent.entity';
import { levelOf } from './correspondent.service';
import { directoryActorOf } from './directory-actor';
import type { PostFilter } from './directory.service';
import type { ImportOutcome } from './import-posts';

/** Most problems that one answer names. */
const MAX_PROBLEMS = 200;
const PARTIES = { coordination: 'COORDINATION', consolidator: 'ASSOCIATION' } as const;

/** Resolvers of the directory of correspondents. */
export function correspondentResolvers(): Resolvers<NationalContext> {
  return {
    Query: {
      nationalCorrespondents: (_: unknown, _none: unknown, { correspondents }: NationalContext) =>
        correspondents.ofAssociation(),
      correspondentPosts: (
        _: unknown,
        { filter }: { filter?: PostFilter | null },
        { posts, caller }: NationalContext,
      ) => posts.list(filter ?? {}, caller),
    },
    Mutation: mutations(),
    CorrespondentPost: {
      id: ({ publicId }: CorrespondentEntity) => publicId,
      level: levelOf,
      region: ({ regionCode }: CorrespondentEntity) => (regionCode === null ? null : { code: regionCode }),
      isVacant: ({ name }: CorrespondentEntity) => name === null,
      needsConfirmation: (post: CorrespondentEntity, _: unknown, { posts }: NationalContext) =>
        posts.needsConfirmation(post),
      history: ({ id }: CorrespondentEntity, _: unknown, { posts }: NationalContext) => posts.changesOf(id),
      isDemonstration: ({ origin }: CorrespondentEntity) => origin === 'DEMONSTRATION',
    },
    CorrespondentChange: {
      at: ({ createdAt }: CorrespondentChangeEntity) => createdAt,
      by: ({ role }: CorrespondentChangeEntity) => PARTIES[role],
      before: ({ before }: CorrespondentChangeEntity) => before && { ...before, region: before.regionCode },
      after: ({ after }: CorrespondentChangeEntity) => ({ ...after, region: after.regionCode }),
    },
  };
}

function mutations() {
  const actor = ({ caller, subject }: NationalContext) => directoryActorOf(caller, subject);
  return {
    saveCorrespondent: async (_: unknown, { input }: { input: SaveCorrespondentInput }, context: NationalContext) => {
      const { id, version, post } = input;
      const target = { id: id == null ? null : String(id), version };
      return resultOf(await context.posts.save(target, post, actor(context)));
    },
    confirmCorrespondent: async (
      _: unknown,
      { input }: { input: ConfirmCorrespondentInput },
      context: NationalContext,
    ) => resultOf(await context.posts.confirm(String(input.id), input.version, actor(context))),
    publishCorrespondent: async (
      _: unknown,
      { input }: { input: PublishCorrespondentInput },
      context: NationalContext,
    ) => resultOf(await context.posts.publish(String(input.id), input.version, actor(context))),
    withdrawCorrespondent: async (
      _: unknown,
      { input }: { input: WithdrawCorrespondentInput },
      context: NationalContext,
    ) => resultOf(await context.posts.withdraw(String(input.id), actor(context))),
    importCorrespondents: async (
      _: unknown,
      { input }: { input: ImportCorrespondentsInput },
      context: NationalContext,
    ) => importResultOf(await context.posts.importCsv(input.csv, input.isTrial, actor(context))),
  };
}

function resultOf(outcome: PostOutcome) {
  switch (outcome.status) {
    case 'done':
      return { __typename: 'CorrespondentSuccess' as const, post: outcome.post };
    case 'not-found':
      return {
        __typename: 'CorrespondentNotFoundError' as const,
        code: 'CORRESPONDENT_UNKNOWN',
        message: 'There is no such post, or another region keeps it.',
      };
    case 'conflict':
      return {
        __typename: 'CorrespondentConflictError' as const,
        code: 'CORRESPONDENT_CONFLICT',
        message: `The post was changed since it was read: it is at version ${outcome.current.version}. Look at it and decide again.`,
        current: outcome.current,
      };
    case 'invalid':
      return { __typename: 'InvalidInputError' as const, ...outcome };
  }
}

function importResultOf(outcome: ImportOutcome) {
  if (outcome.status === 'done') return { __typename: 'ImportCorrespondentsSuccess' as const, ...outcome };
  const { problems } = outcome;
  return {
    __typename: 'DirectoryLinesError' as const,
    code: 'DIRECTORY_SHEET_REJECTED',
    message: 'Lines of the sheet cannot be taken; nothing was changed.',
    problemCount: problems.length,
    problems: problems.slice(0, MAX_PROBLEMS),
  };
}
