import { requireActor } from '../authorize';
import type { Resolvers } from '../generated/resolver-types.generated';
import { memberNotFound } from '../members/member.resolvers';
import type { RegistryContext } from '../registry-context';

/** Resolvers of the credentials of the registry's own door, for administrators only. */
export function credentialResolvers(): Resolvers<RegistryContext> {
  return {
    RegistryCredential: {
      id: ({ publicId }) => publicId,
      region: ({ regionCode }) => (regionCode === null ? null : { code: regionCode }),
    },
    Mutation: {
      issueCredential: async (_, { input }, context) => {
        const region = input.region ?? null;
        if (region !== null && (await context.members.find(region)) === null) return memberNotFound(region);
        const issued = await context.credentials.issue({ ...input, region }, requireActor(context));
        if (issued.status === 'invalid') return { __typename: 'InvalidInputError', ...issued };
        return { __typename: 'IssueCredentialSuccess', credential: issued.row, secret: issued.text };
      },
      revokeCredential: async (_, { input }, context) => {
        const credential = await context.credentials.revoke(String(input.id), requireActor(context));
        if (credential !== null) return { __typename: 'RevokeCredentialSuccess', credential };
        return { __typename: 'CredentialNotFoundError', message: 'No credential has this identifier.' };
      },
    },
  };
}
