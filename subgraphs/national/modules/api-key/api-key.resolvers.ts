import { HubError } from '../../../kit/errors';
import { type ApiKeyRole, scopesOf } from '../../../kit/identity';
import type { NationalContext } from '../../context';
import type { IssueApiKeyInput, Resolvers } from '../../generated/resolver-types.generated';
import type { ApiKeyEntity } from './api-key.entity';

/** Resolvers of the keys of machine clients, for administrators only. */
export function apiKeyResolvers(): Resolvers<NationalContext> {
  return {
    Query: {
      apiKeys: (_: unknown, { includeEnded }: { includeEnded: boolean }, context: NationalContext) => {
        requireKeys(context, 'Query.apiKeys');
        return context.apiKeys.list(includeEnded);
      },
    },
    Mutation: {
      issueApiKey: async (_: unknown, { input }: { input: IssueApiKeyInput }, context: NationalContext) => {
        const administrator = requireAdministrator(context, 'Mutation.issueApiKey');
        const role = input.role.toLowerCase() as ApiKeyRole;
        const issued = await context.apiKeys.issue({ ...input, role }, administrator);
        if (issued.status === 'invalid') return { __typename: 'InvalidInputError' as const, ...issued };
        return { __typename: 'IssueApiKeySuccess' as const, apiKey: issued.row, secret: issued.text };
      },
      revokeApiKey: async (_: unknown, { input }: { input: { id: string } }, context: NationalContext) => {
        const administrator = requireAdministrator(context, 'Mutation.revokeApiKey');
        const apiKey = await context.apiKeys.revoke(input.id, administrator);
        if (apiKey !== null) return { __typename: 'RevokeApiKeySuccess' as const, apiKey };
        return { __typename: 'ApiKeyNotFoundError' as const, message: 'No API key has this identifier.' };
      },
    },
    ApiKey: {
      id: ({ publicId }: ApiKeyEntity) => publicId,
      role: ({ caller }: ApiKeyEntity) => caller.role.toUpperCase() as Uppercase<ApiKeyRole>,
      region: ({ caller }: ApiKeyEntity) => ('region' in caller ? caller.region : null),
      desk: ({ caller }: ApiKeyEntity) => ('desk' in caller ? caller.desk : null),
      sirens: ({ caller }: ApiKeyEntity) => ('sirens' in caller ? caller.sirens : null),
    },
  };
}

function requireKeys({ caller }: NationalContext, coordinate: string): void {
  if (scopesOf(caller.role).includes('keys')) return;
  if (caller.role === 'public') throw new HubError('UNAUTHENTICATED', `${coordinate} needs a signed-in administrator.`);
  throw new HubError('FORBIDDEN', `${coordinate} needs the role "administrator".`);
}

/** Whoever changes keys is on record: without a name nothing is changed. */
function requireAdministrator(context: NationalContext, coordinate: string): string {
  requireKeys(context, coordinate);
  if (context.subject !== undefined) return context.subject;
  throw new HubError('UNAUTHENTICATED', `${coordinate} needs to know who asks, and the gateway did not say.`);
}
