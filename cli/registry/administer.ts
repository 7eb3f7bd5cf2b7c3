import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';
import type { RegistryClient } from '../client';
import { makeChange, tryChange } from './change';
import {
  conformanceRunSchema,
  CREDENTIAL,
  credentialSchema,
  MEMBER,
  memberSchema,
  operationSetSchema,
  PUBLICATION,
  publicationSchema,
  SUPERGRAPH,
  supergraphSchema,
} from './views';

const member = z.object({ member: memberSchema });
const memberAndSupergraph = member.extend({ supergraph: supergraphSchema.nullable() });
const MEMBER_ONLY = `member { ${MEMBER} }`;
const MEMBER_AND_SUPERGRAPH = `${MEMBER_ONLY} supergraph { ${SUPERGRAPH} }`;
const published = z.object({ publication: publicationSchema, supergraph: supergraphSchema });

/** Serves an earlier publication of a region again. Throws REGISTRY_REFUSED, as every change below. */
export function rollBackSubgraph(registry: RegistryClient, region: string, to: number | undefined) {
  return makeChange(
    registry,
    {
      name: 'rollbackSubgraph',
      selection: `publication { ${PUBLICATION} } supergraph { ${SUPERGRAPH} }`,
      success: published,
      refusals: ['NothingToRestoreError', 'MemberNotFoundError', 'MemberStateError'],
    },
    { region, to: to ?? null },
  );
}

/** Serves the content of an earlier supergraph again, under a new number. */
export function rollBackSupergraph(registry: RegistryClient, to: number | undefined) {
  return makeChange(
    registry,
    {
      name: 'rollbackSupergraph',
      selection: `supergraph { ${SUPERGRAPH} }`,
      success: z.object({ supergraph: supergraphSchema }),
      refusals: ['NothingToRestoreError'],
    },
    { to: to ?? null },
  );
}

/** Takes a region out of the graph and out of the sums. */
export function suspendMember(registry: RegistryClient, region: string, reason: string) {
  return makeChange(
    registry,
    {
      name: 'suspendMember',
      selection: MEMBER_AND_SUPERGRAPH,
      success: memberAndSupergraph,
      refusals: ['MemberNotFoundError', 'MemberStateError'],
    },
    { region, reason },
  );
}

/** Takes a suspended region into the graph again. */
export function resumeMember(registry: RegistryClient, region: string) {
  return makeChange(
    registry,
    {
      name: 'resumeMember',
      selection: MEMBER_AND_SUPERGRAPH,
      success: memberAndSupergraph,
      refusals: ['NothingToRestoreError', 'MemberNotFoundError', 'MemberStateError'],
    },
    { region },
  );
}

/** Announces that a region may not answer for some time; without a window, takes that back. */
export function declareMaintenance(
  registry: RegistryClient,
  region: string,
  window: { readonly from: string; readonly to: string; readonly reason?: string | undefined } | undefined,
) {
  return makeChange(
    registry,
    {
      name: 'declareMaintenance',
      selection: MEMBER_ONLY,
      success: member,
      refusals: ['MemberNotFoundError', 'InvalidInputError'],
    },
    { region, from: window?.from ?? null, to: window?.to ?? null, reason: window?.reason ?? null },
  );
}

/** Invites a region: it may publish from now on. */
export function inviteMember(registry: RegistryClient, region: string, hosts: readonly string[]) {
  return makeChange(
    registry,
    { name: 'inviteMember', selection: MEMBER_ONLY, success: member, refusals: ['InvalidInputError'] },
    { region, hosts },
  );
}

/** Allows a region to serve from a host, or takes that back; gives the hosts that it may serve from. */
export async function changeHost(
  registry: RegistryClient,
  verb: 'allow' | 'remove',
  input: { readonly region: string; readonly host: string },
): Promise<readonly string[]> {
  const { member: changed } = await makeChange(
    registry,
    {
      name: `${verb}Host`,
      selection: 'member { allowedHosts }',
      success: z.object({ member: z.object({ allowedHosts: z.array(z.string()).nullable() }) }),
      refusals: ['MemberNotFoundError', 'InvalidInputError'],
    },
    input,
  );
  return changed.allowedHosts ?? [];
}

/** A credential to issue. */
export interface CredentialRequest {
  readonly kind: 'REGION' | 'ADMINISTRATION' | 'READER';
  readonly region: string | undefined;
  readonly label: string;
  readonly days: number;
}

/** Issues a credential; its secret is in the answer and nowhere else. */
export function issueCredential(registry: RegistryClient, request: CredentialRequest) {
  return makeChange(
    registry,
    {
      name: 'issueCredential',
      selection: `credential { ${CREDENTIAL} } secret`,
      success: z.object({ credential: credentialSchema, secret: z.string() }),
      refusals: ['InvalidInputError', 'MemberNotFoundError'],
    },
    { ...request, region: request.region ?? null },
  );
}

/** Ends a credential for good. */
export async function revokeCredential(registry: RegistryClient, id: string) {
  const { credential } = await makeChange(
    registry,
    {
      name: 'revokeCredential',
      selection: `credential { ${CREDENTIAL} }`,
      success: z.object({ credential: credentialSchema }),
      refusals: ['CredentialNotFoundError'],
    },
    { id },
  );
  return credential;
}

/** Credentials, newest first: those in use, or all. */
export async function listCredentials(registry: RegistryClient, includeEnded: boolean) {
  const query = `query ($includeEnded: Boolean!) { federation { credentials(includeEnded: $includeEnded) { ${CREDENTIAL} } } }`;
  const schema = z.object({ federation: z.object({ credentials: z.array(credentialSchema) }) });
  return (await registry.ask(query, { includeEnded }, schema)).federation.credentials;
}

/** One operation of a client. */
export interface PushedOperation {
  readonly name: string;
  readonly document: string;
}

/** Registers all operations of a client. Throws REGISTRY_REFUSED with every operation that is not valid. */
export async function pushOperations(
  registry: RegistryClient,
  input: { readonly client: string; readonly version: string | null; readonly operations: readonly PushedOperation[] },
) {
  const outcome = await tryChange(
    registry,
    {
      name: 'pushOperations',
      selection: 'operationSet { client version operations pushedAt pushedBy }',
      success: z.object({ operationSet: operationSetSchema }),
      refusals: ['InvalidInputError'],
      failures: {
        InvalidOperationsError: {
          selection: 'problems',
          schema: z.object({ message: z.string(), problems: z.array(z.string()) }),
        },
      },
    },
    input,
  );
  if ('success' in outcome) return outcome.success.operationSet;
  const { message, problems } = outcome.failure.value as { message: string; problems: string[] };
  throw new HubError('REGISTRY_REFUSED', [message, ...problems.map((problem) => `  ${problem}`)].join('\n'));
}

/** Has the registry run the conformance kit, with the hub's key; the run that counts for publishing. */
export async function askConformanceRun(
  registry: RegistryClient,
  input: { readonly region: string; readonly url: string; readonly schemaVersion: string },
) {
  const { run } = await makeChange(
    registry,
    {
      name: 'runConformance',
      selection: 'run { id url isPassed ranAt validUntil report }',
      success: z.object({ run: conformanceRunSchema }),
      refusals: ['MemberNotFoundError', 'InvalidInputError'],
    },
    input,
  );
  return run;
}
