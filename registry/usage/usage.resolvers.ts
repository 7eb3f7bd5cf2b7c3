import { requireActor } from '../authorize';
import type { Resolvers } from '../generated/resolver-types.generated';
import type { RegistryContext } from '../registry-context';

/** Resolvers of the operations that clients register. */
export function usageResolvers(): Resolvers<RegistryContext> {
  return {
    OperationSet: {
      version: ({ version }) => (version === '' ? null : version),
      pushedAt: ({ createdAt }) => createdAt,
    },
    Mutation: {
      pushOperations: async (_, { input }, context) => {
        const outcome = await context.usage.push({ ...input, version: input.version ?? null }, requireActor(context));
        switch (outcome.status) {
          case 'registered':
            return { __typename: 'PushOperationsSuccess', operationSet: outcome.set };
          case 'refused':
            return { __typename: 'InvalidOperationsError', message: outcome.message, problems: outcome.problems };
          case 'invalid':
            return { __typename: 'InvalidInputError', ...outcome };
        }
      },
    },
  };
}
