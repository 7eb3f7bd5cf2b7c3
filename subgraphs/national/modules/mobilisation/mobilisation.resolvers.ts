import type { NationalContext } from '../../context';
import type {
  AddMobilisationMessageInput,
  AddressMobilisationRequestInput,
  AnnounceMobilisationRequestInput,
  ClauseSizingInput,
  MobilisationRequestFilter,
  MoveMobilisationRequestInput,
  RedirectMobilisationRequestInput,
  Resolvers,
  SizeMobilisationRequestInput,
} from '../../generated/resolver-types.generated';
import type { LocalContactService } from '../local-contact';
import type { Decide } from './change-request';
import type { MobilisationEventEntity, MobilisationMessageEntity } from './mobilisation-history.entity';
import type { MobilisationRequestEntity } from './mobilisation-request.entity';
import { addressTo, moveTo, redirectTo, requireAssociation, sizeAs } from './request-changes';
import { actorOf } from './request-caller';
import type { RequestOutcome } from './request-outcome';
import type { RequestConnection } from './request-list';
import { sizingOf } from './sizing-question';
import { nextActorOf, nextStatesFor, type RequestRole } from './transitions';

const PARTIES = { buyer: 'BUYER', coordination: 'COORDINATION', desk: 'DESK', consolidator: 'ASSOCIATION' } as const;

interface PageArguments {
  readonly filter?: MobilisationRequestFilter | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** Resolvers of mobilisation requests. */
export function mobilisationResolvers(localContacts: LocalContactService): Resolvers<NationalContext> {
  return {
    Query: {
      mobilisationRequest: (_: unknown, { id }: { id: string }, { mobilisation, caller }: NationalContext) =>
        mobilisation.find(id, caller),
      mobilisationRequests: (_: unknown, page: PageArguments, { mobilisation, caller }: NationalContext) =>
        mobilisation.list({ filter: page.filter, first: page.first, after: page.after }, caller),
      clauseSizing: (_: unknown, { input }: { input: ClauseSizingInput }) => sizingOf(input),
    },
    Mutation: mutations(),
    MobilisationRequest: requestFields(localContacts),
    MobilisationRequestConnection: {
      edges: (page: RequestConnection) => page.edges(),
      pageInfo: (page: RequestConnection) => page.pageInfo(),
      totalCount: (page: RequestConnection) => page.totalCount(),
      counts: (page: RequestConnection) => page.counts(),
    },
    MobilisationEvent: {
      at: ({ createdAt }: MobilisationEventEntity) => createdAt,
      by: ({ role }: MobilisationEventEntity) => PARTIES[role],
    },
    MobilisationMessage: {
      at: ({ createdAt }: MobilisationMessageEntity) => createdAt,
      by: ({ role }: MobilisationMessageEntity) => PARTIES[role],
      document: ({ documentName, mediaType, url }: MobilisationMessageEntity) =>
        documentName === null ? null : { name: documentName, mediaType, url },
    },
  };
}

function mutations() {
  const change = async (
    context: NationalContext,
    input: { readonly id: string | number; readonly version: number; readonly note?: string | null | undefined },
    decide: Decide,
  ) => {
    const target = { id: String(input.id), version: input.version, note: input.note };
    return resultOf(await context.mobilisation.change(target, actorOf(context.caller, context.subject), decide));
  };
  return {
    announceMobilisationRequest: async (
      _: unknown,
      { input }: { input: AnnounceMobilisationRequestInput },
      { mobilisation, caller, subject }: NationalContext,
    ) => resultOf(await mobilisation.announce(input, actorOf(caller, subject))),
    addressMobilisationRequest: (
      _: unknown,
      { input }: { input: AddressMobilisationRequestInput },
      context: NationalContext,
    ) => change(context, input, addressTo(input.desks.map(String))),
    moveMobilisationRequest: (
      _: unknown,
      { input }: { input: MoveMobilisationRequestInput },
      context: NationalContext,
    ) => change(context, input, moveTo(input.to)),
    sizeMobilisationRequest: (
      _: unknown,
      { input }: { input: SizeMobilisationRequestInput },
      context: NationalContext,
    ) => change(context, input, sizeAs(input.parameters ?? {}, input.hours ?? null, input.note?.trim() || null)),
    redirectMobilisationRequest: (
      _: unknown,
      { input }: { input: RedirectMobilisationRequestInput },
      context: NationalContext,
    ) => {
      requireAssociation(context.caller, 'Mutation.redirectMobilisationRequest');
      return change(context, input, redirectTo(input.region));
    },
    addMobilisationMessage: async (
      _: unknown,
      { input }: { input: AddMobilisationMessageInput },
      { mobilisation, caller, subject }: NationalContext,
    ) => resultOf(await mobilisation.addMessage({ ...input, id: String(input.id) }, actorOf(caller, subject))),
  };
}

function requestFields(localContacts: LocalContactService) {
  return {
    id: ({ publicId }: MobilisationRequestEntity) => publicId,
    announcedAt: ({ createdAt }: MobilisationRequestEntity) => createdAt,
    amount: ({ amount }: MobilisationRequestEntity) => Number(amount),
    region: ({ regionCode }: MobilisationRequestEntity) => ({ code: regionCode }),
    localContact: ({ commune }: MobilisationRequestEntity) =>
      commune === null ? null : localContacts.scatter(commune),
    nextActor: (request: MobilisationRequestEntity) => {
      const role = nextActorOf(request);
      return role === null ? null : PARTIES[role];
    },
    nextStates: ({ state }: MobilisationRequestEntity, _: unknown, { caller }: NationalContext) =>
      nextStatesFor(state, caller.role as RequestRole),
    isLate: ({ dueAt }: MobilisationRequestEntity, _: unknown, { mobilisation }: NationalContext) =>
      dueAt !== null && dueAt < mobilisation.now,
    history: ({ id }: MobilisationRequestEntity, _: unknown, { mobilisation }: NationalContext) =>
      mobilisation.eventsOf(id),
    messages: ({ id }: MobilisationRequestEntity, _: unknown, { mobilisation }: NationalContext) =>
      mobilisation.messagesOf(id),
    isDemonstration: ({ origin }: MobilisationRequestEntity) => origin === 'DEMONSTRATION',
  };
}

function resultOf(outcome: RequestOutcome) {
  switch (outcome.status) {
    case 'done':
      return { __typename: 'MobilisationRequestSuccess' as const, request: outcome.request };
    case 'not-found':
      return {
        __typename: 'MobilisationRequestNotFoundError' as const,
        code: 'MOBILISATION_REQUEST_UNKNOWN',
        message: 'There is no such mobilisation request, or it is not for this caller.',
      };
    case 'conflict':
      return {
        __typename: 'MobilisationConflictError' as const,
        code: 'MOBILISATION_CONFLICT',
        message: `The request was changed since it was read: it is ${outcome.current.state}, version ${outcome.current.version}. Look at it and decide again.`,
        current: outcome.current,
      };
    case 'refused':
      return { __typename: 'MobilisationStepError' as const, ...outcome };
    case 'invalid':
      return { __typename: 'InvalidInputError' as const, ...outcome };
  }
}
