import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';
import type { ApiKeyRole } from '../../subgraphs/kit/identity';
import type { GatewayClient } from '../client';

const FIELDS = 'id label role region desk sirens createdAt createdBy expiresAt revokedAt revokedBy lastUsedOn';

const keySchema = z.object({
  id: z.string(),
  label: z.string(),
  role: z.string().transform((role) => role.toLowerCase()),
  region: z.string().nullable(),
  desk: z.string().nullable(),
  sirens: z.array(z.string()).nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  revokedBy: z.string().nullable(),
  lastUsedOn: z.string().nullable(),
});

const issuedSchema = z.object({
  issueApiKey: z.discriminatedUnion('__typename', [
    z.object({ __typename: z.literal('IssueApiKeySuccess'), secret: z.string(), apiKey: keySchema }),
    z.object({ __typename: z.literal('InvalidInputError'), message: z.string() }),
  ]),
});

const revokedSchema = z.object({
  revokeApiKey: z.discriminatedUnion('__typename', [
    z.object({ __typename: z.literal('RevokeApiKeySuccess'), apiKey: keySchema }),
    z.object({ __typename: z.literal('ApiKeyNotFoundError') }),
  ]),
});

/** A key as commands print it; `--json` is this. */
export type ApiKeyView = z.infer<typeof keySchema>;

/** A key to issue. */
export interface KeyRequest {
  readonly role: ApiKeyRole;
  readonly label: string;
  readonly days: number;
  readonly region: string | undefined;
  readonly desk: string | undefined;
  readonly sirens: readonly string[] | undefined;
}

/** Issues a key. Throws API_KEY_INVALID. */
export async function issueKey(
  gateway: GatewayClient,
  request: KeyRequest,
): Promise<{ readonly apiKey: ApiKeyView; readonly secret: string }> {
  const query = `mutation ($input: IssueApiKeyInput!) { issueApiKey(input: $input) { __typename
    ... on IssueApiKeySuccess { secret apiKey { ${FIELDS} } } ... on InvalidInputError { message } } }`;
  const input = { ...request, role: request.role.toUpperCase() };
  const { issueApiKey: result } = await gateway.ask(query, { input }, issuedSchema);
  if (result.__typename === 'InvalidInputError') throw new HubError('API_KEY_INVALID', result.message);
  return { apiKey: result.apiKey, secret: result.secret };
}

/** Keys, newest first: those in use, or all. */
export async function listKeys(gateway: GatewayClient, includeEnded: boolean): Promise<readonly ApiKeyView[]> {
  const query = `query ($includeEnded: Boolean!) { apiKeys(includeEnded: $includeEnded) { ${FIELDS} } }`;
  const { apiKeys } = await gateway.ask(query, { includeEnded }, z.object({ apiKeys: z.array(keySchema) }));
  return apiKeys;
}

/** Ends a key; undefined when there is none of that identifier. */
export async function revokeKey(gateway: GatewayClient, id: string): Promise<ApiKeyView | undefined> {
  const query = `mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { __typename
    ... on RevokeApiKeySuccess { apiKey { ${FIELDS} } } } }`;
  const { revokeApiKey: result } = await gateway.ask(query, { id }, revokedSchema);
  return result.__typename === 'RevokeApiKeySuccess' ? result.apiKey : undefined;
}
