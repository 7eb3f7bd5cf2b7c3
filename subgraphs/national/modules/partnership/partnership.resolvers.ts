import { DateTime } from 'luxon';
import type { NationalContext } from '../../context';
import type { Resolvers } from '../../generated/resolver-types.generated';
import { type ConsolidationService, consolidationOf, figuresScopeOf } from '../consolidation';
import type { NationalBuyer } from '../national-buyer';
import type { PartnershipOutcome } from './keep-partnership';
import type { PartnershipChangeEntity } from './partnership-change.entity';
import type { PartnershipEntity, PartnershipObjectiveEntity } from './partnership.entity';

/** An objective with the convention that it is of. */
export interface ObjectiveParent {
  readonly objective: PartnershipObjectiveEntity;
  readonly partnership: PartnershipEntity;
}

interface SignArguments {
  readonly input: Readonly<Record<string, unknown>>;
}

/** Resolvers of conventions. Progress is a consolidation of the convention's contracts: one way to count, not two. */
export function partnershipResolvers(service: ConsolidationService, now: () => Date): Resolvers<NationalContext> {
  return {
    Mutation: MUTATIONS,
    NationalBuyer: {
      partnership: async ({ id }: NationalBuyer, _: unknown, { caller, partnerships }: NationalContext) =>
        inForce(await partnerships.ofBuyer(id, caller), now()),
      partnerships: ({ id }: NationalBuyer, _: unknown, { caller, partnerships }: NationalContext) =>
        partnerships.ofBuyer(id, caller),
    },
    Partnership: {
      id: ({ publicId }: PartnershipEntity) => publicId,
      objectives: (partnership: PartnershipEntity) =>
        partnership.objectives.map((objective) => ({ objective, partnership })),
      changes: ({ id }: PartnershipEntity, _: unknown, { partnerships }: NationalContext) => partnerships.changesOf(id),
      isDemonstration: ({ origin }: PartnershipEntity) => origin === 'DEMONSTRATION',
    },
    PartnershipChange: {
      at: ({ createdAt }: PartnershipChangeEntity) => createdAt,
      before: ({ before }: PartnershipChangeEntity) => (before === null ? null : JSON.stringify(before)),
      after: ({ after }: PartnershipChangeEntity) => JSON.stringify(after),
    },
    Objective: objectiveFields(service, now),
  } as Resolvers<NationalContext>;
}

const MUTATIONS = {
  signPartnership: async (_: unknown, { input }: SignArguments, context: NationalContext) =>
    resultOf(await context.partnerships.sign(context.caller, context.subject, input['partnership'])),
  amendPartnership: async (_: unknown, { input }: SignArguments, context: NationalContext) => {
    const target = { id: String(input['id']), version: Number(input['version']), note: String(input['note']) };
    return resultOf(await context.partnerships.amend(context.caller, context.subject, target, input['partnership']));
  },
};

function objectiveFields(service: ConsolidationService, now: () => Date) {
  const figures = (parent: ObjectiveParent, from: string, context: NationalContext) => {
    const { objective, partnership } = parent;
    const filter = {
      buyers: [partnership.buyer.siren, ...partnership.members.map(({ siren }) => siren)],
      sectors: objective.sectors.length === 0 ? null : objective.sectors,
      regions: objective.regions.length === 0 ? null : objective.regions,
    };
    const period = { from, to: monthOf(objective.deadline) };
    return consolidationOf(service, figuresScopeOf(period, filter, null, context));
  };
  return {
    label: ({ objective }: ObjectiveParent) => objective.label,
    hours: ({ objective }: ObjectiveParent) => Number(objective.hours),
    deadline: ({ objective }: ObjectiveParent) => objective.deadline,
    startsOn: (parent: ObjectiveParent) => startOf(parent),
    sectors: ({ objective }: ObjectiveParent) => objective.sectors,
    regions: ({ objective }: ObjectiveParent) => objective.regions.map((code) => ({ code })),
    activity: (parent: ObjectiveParent, _: unknown, context: NationalContext) =>
      figures(parent, monthOf(startOf(parent)), context),
    remaining: (parent: ObjectiveParent, _: unknown, context: NationalContext) => {
      const next = DateTime.fromJSDate(now(), { zone: 'Europe/Paris' }).plus({ months: 1 }).toFormat('yyyy-MM');
      const from = [next, monthOf(startOf(parent))].sort().at(-1) ?? next;
      return from > monthOf(parent.objective.deadline) ? null : figures(parent, from, context);
    },
  };
}

/** The convention that holds today; else the latest. */
function inForce(partnerships: readonly PartnershipEntity[], now: Date): PartnershipEntity | null {
  const today = DateTime.fromJSDate(now, { zone: 'Europe/Paris' }).toISODate() ?? '';
  const holds = ({ signedOn, endsOn }: PartnershipEntity) => signedOn <= today && (endsOn === null || endsOn >= today);
  return partnerships.find(holds) ?? partnerships[0] ?? null;
}

const startOf = ({ objective, partnership }: ObjectiveParent): string => objective.startsOn ?? partnership.signedOn;
const monthOf = (day: string): string => day.slice(0, 7);

function resultOf(outcome: PartnershipOutcome) {
  switch (outcome.status) {
    case 'done':
      return { __typename: 'PartnershipSuccess' as const, partnership: outcome.partnership };
    case 'not-found':
      return {
        __typename: 'PartnershipNotFoundError' as const,
        message: 'There is no such partnership of this buyer.',
      };
    case 'conflict':
      return {
        __typename: 'PartnershipConflictError' as const,
        message: `The partnership was amended since it was read: it is of version ${outcome.current.version}.`,
        current: outcome.current,
      };
    case 'invalid':
      return { __typename: 'InvalidInputError' as const, field: outcome.field, message: outcome.message };
  }
}
