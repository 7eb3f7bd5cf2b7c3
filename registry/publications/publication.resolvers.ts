import { UnreachableCaseError } from '../../subgraphs/kit/errors';
import { requireActor, requireOwnDoor, requireRegion } from '../authorize';
import type { Resolvers } from '../generated/resolver-types.generated';
import { memberNotFound } from '../members/member.resolvers';
import type { RegistryContext } from '../registry-context';
import type { CheckRunEntity } from './check-run.entity';
import type { PublishOutcome } from './publish-subgraph';

/** Resolvers of what regions publish, and of the checks of it. */
export function publicationResolvers(): Resolvers<RegistryContext> {
  return {
    Publication: {
      region: ({ regionCode }) => ({ code: regionCode }),
      publishedAt: ({ createdAt }) => createdAt,
      isServed: async ({ id }, _, { currentGraph }) =>
        (await currentGraph()).publications.some((publication) => publication.id === id),
      report: async ({ checkRunId }, _, { checkRunById }) => existing(await checkRunById.load(checkRunId)),
    },
    CheckReport: {
      region: ({ regionCode }) => ({ code: regionCode }),
      checkedAt: ({ createdAt }) => createdAt,
    },
    CheckResult: { reason: ({ reason }) => reason ?? null },
    Finding: { usedBy: ({ usedBy }) => usedBy ?? [] },
    OperationUse: {
      operation: ({ operationName }) => operationName,
      requests: ({ count }) => count,
      lastSeenOn: ({ lastSeen }) => lastSeen,
    },
    Mutation: { ...publishingMutations(), ...rollbackMutations() },
  };
}

type Mutations = NonNullable<Resolvers<RegistryContext>['Mutation']>;

function publishingMutations(): Mutations {
  return {
    checkSubgraph: async (_, { input }, context) => {
      requireOwnDoor(context, 'Checking');
      requireRegion(context, input.region);
      const outcome = await context.publications.check(input, requireActor(context));
      if (outcome.status === 'unknown') return memberNotFound(input.region);
      if (outcome.status === 'invalid') return { __typename: 'InvalidInputError', ...outcome };
      return { __typename: 'CheckSubgraphSuccess', report: outcome.run };
    },
    publishSubgraph: async (_, { input }, context) => {
      requireOwnDoor(context, 'Publishing');
      requireRegion(context, input.region);
      return publishResult(input.region, await context.publications.publish(input, requireActor(context)));
    },
  };
}

function rollbackMutations(): Mutations {
  return {
    rollbackSubgraph: async (_, { input: { region, to } }, context) => {
      requireRegion(context, region);
      const outcome = await context.publications.rollBack(region, to ?? null, requireActor(context));
      switch (outcome.status) {
        case 'restored':
          return { __typename: 'RollbackSubgraphSuccess', ...outcome };
        case 'nothing':
          return { __typename: 'NothingToRestoreError', message: outcome.message };
        case 'unknown':
          return memberNotFound(region);
        case 'wrong-state':
          return { __typename: 'MemberStateError', ...outcome };
      }
    },
    rollbackSupergraph: async (_, { input: { to } }, context) => {
      const outcome = await context.publications.rollBackSupergraph(to ?? null, requireActor(context));
      if (outcome.status === 'nothing') return { __typename: 'NothingToRestoreError', message: outcome.message };
      return { __typename: 'RollbackSupergraphSuccess', supergraph: outcome.supergraph };
    },
  };
}

function publishResult(region: string, outcome: PublishOutcome) {
  switch (outcome.status) {
    case 'published':
      return { __typename: 'PublishSubgraphSuccess' as const, ...outcome };
    case 'failed': {
      const { publication, run } = outcome;
      return { __typename: 'ChecksFailedError' as const, message: failureText(run), publication, report: run };
    }
    case 'conformance-required':
      return { __typename: 'ConformanceRequiredError' as const, ...outcome };
    case 'unknown':
      return memberNotFound(region);
    case 'wrong-state':
      return { __typename: 'MemberStateError' as const, ...outcome };
    case 'invalid':
      return { __typename: 'InvalidInputError' as const, ...outcome };
    default:
      throw new UnreachableCaseError(outcome);
  }
}

function failureText({ checks }: CheckRunEntity): string {
  const failed = checks.filter(({ status }) => status === 'FAILED').map(({ name }) => name);
  return `Checks that failed: ${failed.join(', ')}. What was served before stays.`;
}

function existing<Row>(row: Row | null): Row {
  if (row === null) throw new Error('A row of the registry is gone');
  return row;
}
