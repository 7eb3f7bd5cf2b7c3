import type { NationalContext } from '../../context';
import type {
  BookTrainingInput,
  ChangeTrainingInput,
  PublishSharedResourceInput,
  RecordAttendanceInput,
  Resolvers,
  ScheduleTrainingInput,
  SharedResourceFilter,
  TakeSharedResourceInput,
  TrainingFilter,
} from '../../generated/resolver-types.generated';
import { memberOf, type NetworkOutcome } from './network-member';
import { pageOf } from './page-of';
import type { ResourceVersionEntity, SharedResourceEntity } from './shared-resource.entity';
import type { TrainingEntity } from './training.entity';
import type { TrainingOutcome } from './training.service';

interface Paged<Filter> {
  readonly filter?: Filter | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** Resolvers of the life of the network: trainings, shared resources, and what each desk has followed. */
export function networkLifeResolvers(): Resolvers<NationalContext> {
  return {
    Query: {
      trainings: (_: unknown, { filter, ...page }: Paged<TrainingFilter>, { networkLife }: NationalContext) =>
        pageOf(page, (first, skip) => networkLife.trainings.list(filter ?? {}, first, skip)),
      training: (_: unknown, { id }: { id: string }, { networkLife }: NationalContext) =>
        networkLife.trainings.find(id),
      sharedResources: (
        _: unknown,
        { filter, ...page }: Paged<SharedResourceFilter>,
        { networkLife }: NationalContext,
      ) => pageOf(page, (first, skip) => networkLife.resources.list(filter ?? {}, first, skip)),
      sharedResource: (_: unknown, { id }: { id: string }, { networkLife }: NationalContext) =>
        networkLife.resources.find(id),
      deskCurrencies: (
        _: unknown,
        { region }: { region?: string | null | undefined },
        { networkLife, caller, directory }: NationalContext,
      ) => networkLife.currencies(caller, region == null ? null : directory.region(region).code),
    },
    Mutation: mutations(),
    Training: {
      id: ({ publicId }: TrainingEntity) => publicId,
      region: ({ regionCode }: TrainingEntity) => (regionCode === null ? null : { code: regionCode }),
      isCancelled: ({ cancelledAt }: TrainingEntity) => cancelledAt !== null,
      seatsTaken: async (training: TrainingEntity, _: unknown, { networkLife }: NationalContext) =>
        (await networkLife.trainings.seatsOf(training)).reduce((sum, { seats }) => sum + seats, 0),
      desks: (training: TrainingEntity, _: unknown, { networkLife }: NationalContext) =>
        networkLife.trainings.seatsOf(training),
    },
    SharedResource: {
      id: ({ publicId }: SharedResourceEntity) => publicId,
      region: ({ regionCode }: SharedResourceEntity) => (regionCode === null ? null : { code: regionCode }),
      current: async (resource: SharedResourceEntity, _: unknown, { networkLife }: NationalContext) =>
        (await networkLife.resources.versionsOf(resource))[0] ?? null,
      versions: (resource: SharedResourceEntity, _: unknown, { networkLife }: NationalContext) =>
        networkLife.resources.versionsOf(resource),
    },
    SharedResourceVersion: { publishedAt: ({ createdAt }: ResourceVersionEntity) => createdAt },
  };
}

function mutations() {
  return {
    scheduleTraining: async (
      _: unknown,
      { input }: { input: ScheduleTrainingInput },
      { networkLife, caller, subject }: NationalContext,
    ) => trainingResult(await networkLife.trainings.schedule(input, memberOf(caller, subject))),
    changeTraining: async (
      _: unknown,
      { input }: { input: ChangeTrainingInput },
      { networkLife, caller, subject }: NationalContext,
    ) => trainingResult(await networkLife.trainings.change(withText(input), memberOf(caller, subject))),
    bookTraining: async (
      _: unknown,
      { input }: { input: BookTrainingInput },
      { networkLife, caller, subject }: NationalContext,
    ) => trainingResult(await networkLife.trainings.book(withText(input), memberOf(caller, subject))),
    recordAttendance: async (
      _: unknown,
      { input }: { input: RecordAttendanceInput },
      { networkLife, caller, subject }: NationalContext,
    ) => {
      const given = { id: String(input.id), desk: String(input.desk), attended: input.attended };
      return trainingResult(await networkLife.trainings.recordAttendance(given, memberOf(caller, subject)));
    },
    publishSharedResource: async (
      _: unknown,
      { input }: { input: PublishSharedResourceInput },
      { networkLife, caller, subject }: NationalContext,
    ) => {
      const given = { ...input, id: input.id == null ? null : String(input.id) };
      return resourceResult(await networkLife.resources.publish(given, memberOf(caller, subject)));
    },
    takeSharedResource: async (
      _: unknown,
      { input }: { input: TakeSharedResourceInput },
      { networkLife, caller, subject }: NationalContext,
    ) => resourceResult(await networkLife.resources.take(withText(input), memberOf(caller, subject))),
  };
}

/** Identifiers as texts, which JSON may give as numbers. */
function withText<Input extends { readonly id: string | number; readonly desk?: string | number | null | undefined }>(
  input: Input,
) {
  return { ...input, id: String(input.id), desk: input.desk == null ? null : String(input.desk) };
}

function trainingResult(outcome: TrainingOutcome) {
  if (outcome.status === 'done') return { __typename: 'TrainingSuccess' as const, training: outcome.item };
  if (outcome.status !== 'full') return failureOf(outcome);
  return {
    __typename: 'TrainingFullError' as const,
    code: 'TRAINING_FULL',
    message: `${outcome.seatsLeft} seats are left for this desk. Nothing was booked.`,
    seatsLeft: outcome.seatsLeft,
  };
}

function resourceResult(outcome: NetworkOutcome<SharedResourceEntity>) {
  return outcome.status === 'done'
    ? { __typename: 'SharedResourceSuccess' as const, resource: outcome.item }
    : failureOf(outcome);
}

function failureOf(outcome: Exclude<NetworkOutcome<unknown>, { readonly status: 'done' }>) {
  switch (outcome.status) {
    case 'not-found':
      return {
        __typename: 'NetworkItemNotFoundError' as const,
        code: 'NETWORK_ITEM_UNKNOWN',
        message: 'There is no training or resource of this identifier.',
      };
    case 'conflict':
      return { __typename: 'NetworkItemConflictError' as const, code: 'NETWORK_ITEM_CONFLICT', ...outcome };
    case 'invalid':
      return { __typename: 'InvalidInputError' as const, ...outcome };
  }
}
