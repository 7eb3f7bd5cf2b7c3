import { requireActor, requireOwnDoor, requireRegion } from '../authorize';
import type { Resolvers } from '../generated/resolver-types.generated';
import { memberNotFound } from '../members/member.resolvers';
import type { RegistryContext } from '../registry-context';
import { validUntil } from './conformance-run.service';

/** Resolvers of the registry's own runs of the conformance kit. */
export function conformanceRunResolvers(): Resolvers<RegistryContext> {
  return {
    ConformanceRun: {
      region: ({ regionCode }) => ({ code: regionCode }),
      ranAt: ({ createdAt }) => createdAt,
      validUntil,
      report: ({ report }) => JSON.stringify(report),
    },
    Mutation: {
      runConformance: async (_, { input }, context) => {
        requireOwnDoor(context, 'A conformance run');
        requireRegion(context, input.region);
        const outcome = await context.conformance.run(input, requireActor(context));
        if (outcome.status === 'unknown') return memberNotFound(input.region);
        if (outcome.status === 'invalid') return { __typename: 'InvalidInputError', ...outcome };
        return { __typename: 'RunConformanceSuccess', run: outcome.run };
      },
    },
  };
}
