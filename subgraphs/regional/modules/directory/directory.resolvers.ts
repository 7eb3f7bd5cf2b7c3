import { answeredFor, decodeDirectoryScope } from '../../../kit/scope';
import { globalId } from '../../books';
import type { ShardDirectoryResolvers } from '../../generated/resolver-types.generated';
import type { RegionalContext } from '../../regional-context';
import type { PlaceQuestion } from './directory.loader';

/** A shard whose scope was understood. */
interface DirectoryShard {
  readonly region: string;
  readonly scope: string;
  readonly question: PlaceQuestion;
}

/** Resolvers of the directory of a region. */
export const directoryResolvers = {
  ShardDirectory: {
    __resolveReference: async ({ region, scope }: { region: string; scope: string }, context: RegionalContext) =>
      region === context.region.code ? { region, scope, question: decodeDirectoryScope(scope) } : null,
    answeredFor: ({ region, scope }) => answeredFor(region, scope),
    asOf: async ({ question }, _arguments, { loaders }) => (await loaders.directory.load(question)).asOf,
    deskIds: async ({ question }, _arguments, { loaders, region }) =>
      (await loaders.directory.load(question)).deskIds.map((id) => globalId(region, id)),
    facilitatorIds: async ({ question }, _arguments, { loaders, region }) =>
      (await loaders.directory.load(question)).facilitatorIds.map((id) => globalId(region, id)),
  } satisfies ShardDirectoryResolvers<RegionalContext, DirectoryShard>,
};
