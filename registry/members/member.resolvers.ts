import { HubError } from '../../subgraphs/kit/errors';
import { REGIONS } from '../../subgraphs/kit/regions';
import { requireActor, requireRegion } from '../authorize';
import type { DeclareMaintenanceInput, Resolvers } from '../generated/resolver-types.generated';
import type { RegistryContext } from '../registry-context';
import type { MaintenanceWindow } from './declare-maintenance';
import type { MemberEntity } from './member.entity';
import { hostNameOf } from './member.service';
import type { StandingOutcome } from './suspend-member';

/** Longest maintenance window, in milliseconds: thirty days. */
const MAX_WINDOW = 30 * 24 * 3_600_000;
/** Longest reason, in characters. */
const MAX_REASON = 200;

/** Resolvers of the members of the hub. */
export function memberResolvers(): Resolvers<RegistryContext> {
  return { Member: memberFields(), Mutation: { ...standingMutations(), ...membershipMutations() } };
}

function memberFields(): NonNullable<Resolvers<RegistryContext>['Member']> {
  return {
    region: ({ regionCode }) => ({ code: regionCode }),
    status: async ({ regionCode }, _, { probes }) => (await probes()).get(regionCode)?.status ?? null,
    probedAt: async ({ regionCode }, _, { probes }) => (await probes()).get(regionCode)?.probedAt ?? null,
    latencyMs: async ({ regionCode }, _, { probes }) => (await probes()).get(regionCode)?.latencyMs ?? null,
    schemaVersion: async (member, _, context) => (await servedOf(member, context))?.schemaVersion ?? null,
    lastPublishedAt: async ({ regionCode }, _, { lastPublished }) => (await lastPublished()).get(regionCode) ?? null,
    servedPublication: async (member, _, context) => (await servedOf(member, context))?.number ?? null,
    url: async (member, _, context) => (await servedOf(member, context))?.url ?? null,
    allowedHosts: ({ regionCode }, _, { members }) => members.hostsOf(regionCode),
    maintenance: ({ maintenanceFrom, maintenanceTo, maintenanceReason }) =>
      maintenanceFrom === null || maintenanceTo === null
        ? null
        : { from: maintenanceFrom, to: maintenanceTo, reason: maintenanceReason },
  };
}

type Mutations = NonNullable<Resolvers<RegistryContext>['Mutation']>;

function standingMutations(): Mutations {
  return {
    suspendMember: async (_, { input }, context) => {
      const reason = input.reason.slice(0, MAX_REASON);
      const outcome = await context.members.suspend(input.region, reason, requireActor(context));
      return standingResult('SuspendMemberSuccess', input.region, outcome);
    },
    resumeMember: async (_, { input }, context) => {
      const outcome = await context.members.resume(input.region, requireActor(context));
      if (outcome.status === 'refused') {
        const message = `What the region ${input.region} last published no longer composes with the others: ${outcome.problems}`;
        return { __typename: 'NothingToRestoreError', message };
      }
      return standingResult('ResumeMemberSuccess', input.region, outcome);
    },
    declareMaintenance: async (_, { input }, context) => {
      requireRegion(context, input.region);
      const window = windowOf(input);
      if (window !== null && 'field' in window) return { __typename: 'InvalidInputError', ...window };
      const outcome = await context.members.declareMaintenance(input.region, window, requireActor(context));
      if (outcome.status === 'unknown') return memberNotFound(input.region);
      return { __typename: 'DeclareMaintenanceSuccess', member: outcome.member };
    },
  };
}

function membershipMutations(): Mutations {
  return {
    inviteMember: async (_, { input }, context) => {
      const hosts = (input.hosts ?? []).map((host) => hostNameOf(host) ?? null);
      if (hosts.includes(null)) return badHost('hosts');
      const member = await context.members.invite(input.region, hosts as string[], requireActor(context));
      if (member !== null) return { __typename: 'InviteMemberSuccess', member };
      const codes = REGIONS.map(({ code }) => code).join(', ');
      return { __typename: 'InvalidInputError', field: 'region', message: `The regions of the law are ${codes}.` };
    },
    allowHost: async (_, { input: { region, host: given } }, context) => {
      const host = hostNameOf(given);
      if (host === undefined) return badHost('host');
      if ((await context.members.find(region)) === null) return memberNotFound(region);
      await context.members.allowHost(region, host, requireActor(context));
      return { __typename: 'AllowHostSuccess', member: await memberOf(context, region) };
    },
    removeHost: async (_, { input: { region, host: given } }, context) => {
      const host = hostNameOf(given);
      if (host === undefined) return badHost('host');
      if ((await context.members.find(region)) === null) return memberNotFound(region);
      await context.members.removeHost(region, host, requireActor(context));
      return { __typename: 'RemoveHostSuccess', member: await memberOf(context, region) };
    },
  };
}

/** The answer about a region that is no member. */
export function memberNotFound(region: string) {
  const message = `The region ${region.slice(0, 20)} is no member of the hub. An administrator invites it: maillage member invite`;
  return { __typename: 'MemberNotFoundError' as const, message };
}

function standingResult<Success extends string>(success: Success, region: string, outcome: StandingOutcome) {
  switch (outcome.status) {
    case 'done':
      return { __typename: success, member: outcome.member, supergraph: outcome.supergraph };
    case 'unknown':
      return memberNotFound(region);
    case 'wrong-state':
      return { __typename: 'MemberStateError' as const, message: outcome.message, state: outcome.state };
    case 'refused':
      throw new HubError(
        'COMPOSITION_FAILED',
        `Without the region ${region} the network does not compose: ${outcome.problems}`,
      );
  }
}

function windowOf({
  from,
  to,
  reason,
}: DeclareMaintenanceInput): MaintenanceWindow | { field: string; message: string } | null {
  if (from == null && to == null) return null;
  if (from == null || to == null) {
    return { field: from == null ? 'from' : 'to', message: 'A maintenance window has a begin and an end.' };
  }
  if (from >= to || to.getTime() - from.getTime() > MAX_WINDOW) {
    return { field: 'to', message: 'A maintenance window ends after it begins, within thirty days.' };
  }
  return { from, to, reason: reason?.slice(0, MAX_REASON) ?? null };
}

function badHost(field: string) {
  const message = 'A host is a name such as clauses.example.fr, without scheme, port or path.';
  return { __typename: 'InvalidInputError' as const, field, message };
}

async function servedOf({ publicationId }: MemberEntity, { publicationById }: RegistryContext) {
  return publicationId === null ? null : publicationById.load(publicationId);
}

async function memberOf({ members }: RegistryContext, region: string) {
  const member = await members.find(region);
  if (member === null) throw new Error(`The member ${region} is gone`);
  return member;
}
