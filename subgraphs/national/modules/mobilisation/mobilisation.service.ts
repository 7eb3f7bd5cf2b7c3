import { type DataSource, In } from 'typeorm';
import type { Caller } from '../../../kit/identity';
import DataLoader from 'dataloader';
import { announceRequest } from './announce-request';
import { changeRequest, type ChangeTarget, type Decide, findRequest } from './change-request';
import type { OperationInput } from './check-operation';
import { MobilisationEventEntity, MobilisationMessageEntity } from './mobilisation-history.entity';
import type { MobilisationRequestEntity } from './mobilisation-request.entity';
import { partyOf, type RequestActor } from './request-caller';
import { invalid, type RequestOutcome } from './request-outcome';
import { listRequests, type RequestConnection, type RequestPage } from './request-list';

const MAX_MESSAGE = 10_000;

/** A message, or a reference to a document. */
export interface MessageInput {
  readonly id: string;
  readonly text: string;
  readonly document?:
    { readonly name: string; readonly mediaType?: string | null; readonly url?: string | null } | null | undefined;
}

/** Mobilisation requests, for one request of the hub. */
export interface MobilisationService {
  readonly now: Date;
  find(id: string, caller: Caller): Promise<MobilisationRequestEntity | null>;
  list(page: RequestPage, caller: Caller): RequestConnection;
  announce(input: OperationInput, actor: RequestActor): Promise<RequestOutcome>;
  change(target: ChangeTarget, actor: RequestActor, decide: Decide): Promise<RequestOutcome>;
  addMessage(input: MessageInput, actor: RequestActor): Promise<RequestOutcome>;
  /** Oldest first. */
  eventsOf(requestId: string): Promise<readonly MobilisationEventEntity[]>;
  messagesOf(requestId: string): Promise<readonly MobilisationMessageEntity[]>;
}

/** Builds the service. */
export function createMobilisationService(dataSource: DataSource, now: Date): MobilisationService {
  const events = historyLoader(dataSource, MobilisationEventEntity, 'eventsByRequest');
  const messages = historyLoader(dataSource, MobilisationMessageEntity, 'messagesByRequest');
  return {
    now,
    find: (id, caller) => findRequest(dataSource.manager, id, caller),
    list: (page, caller) => listRequests(dataSource, page, caller, now),
    announce: (input, actor) => dataSource.transaction((manager) => announceRequest(manager, input, actor, now)),
    change: async (target, actor, decide) => {
      const outcome = await changeRequest(dataSource, target, actor, now, decide);
      if (outcome.status === 'done') events.clear(outcome.request.id);
      return outcome;
    },
    addMessage: async (input, actor) => {
      const outcome = await addMessage(dataSource, input, actor, now);
      if (outcome.status === 'done') messages.clear(outcome.request.id);
      return outcome;
    },
    eventsOf: (id) => events.load(id),
    messagesOf: (id) => messages.load(id),
  };
}

async function addMessage(
  dataSource: DataSource,
  input: MessageInput,
  actor: RequestActor,
  now: Date,
): Promise<RequestOutcome> {
  const text = input.text.trim();
  const { name, mediaType = null, url = null } = input.document ?? {};
  if (text === '' || text.length > MAX_MESSAGE) {
    return invalid('text', `A message has 1 to ${MAX_MESSAGE} characters.`);
  }
  if (name !== undefined && (name.trim() === '' || name.length > 200)) {
    return invalid('document', 'A document has a name of 1 to 200 characters.');
  }
  if (mediaType !== null && !/^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(mediaType)) {
    return invalid('document', 'A media type is written as in "application/pdf".');
  }
  if (url !== null && (url.length > 2_000 || !/^https?:\/\//.test(url) || !URL.canParse(url))) {
    return invalid('document', 'The address of a document is an http or https URL of at most 2000 characters.');
  }
  const request = await findRequest(dataSource.manager, input.id, actor.caller);
  if (request === null) return { status: 'not-found' };
  await dataSource.getRepository(MobilisationMessageEntity).insert({
    origin: 'ENTERED',
    request: { id: request.id },
    actor: actor.subject,
    role: actor.role,
    party: partyOf(actor, request.siren),
    text,
    documentName: name?.trim() ?? null,
    mediaType,
    url,
    createdAt: now,
  });
  return { status: 'done', request };
}

function historyLoader<Row extends MobilisationEventEntity | MobilisationMessageEntity>(
  dataSource: DataSource,
  entity: new () => Row,
  name: string,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(
    async (ids: readonly string[]) => {
      const rows = await dataSource
        .createQueryBuilder(entity, 'row')
        .innerJoinAndSelect('row.request', 'request')
        .where({ request: { id: In([...ids]) } })
        .orderBy('row.id', 'ASC')
        .getMany();
      return ids.map((id) => rows.filter(({ request }) => request.id === id));
    },
    { name, maxBatchSize: 100 },
  );
}
