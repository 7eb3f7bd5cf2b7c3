import type { Request, RequestHandler, Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import { HubError } from '../../subgraphs/kit/errors';
import type { Authorization } from '../authorization';
import { type Identify, identifyRequest, identityOf, refuseUnidentified } from '../identity';
import { addressKey, admitClient } from './admit-client';
import { checkDocument, type MeasuredDocument, type MeasuredOperation } from './check-document';
import { checkValues } from './check-values';
import { crossOrigin } from './cross-origin';
import { createDocumentCache } from './document-cache';
import { checkHttp, methodNotAllowed } from './http-rules';
import type { GatewayLimits } from './limits-config';
import { readRequest, type ReceivedRequest } from './read-request';
import type { RegisteredOperations } from './registered-operations';

/** A request that passed every limit. */
export interface AdmittedOperation {
  readonly received: ReceivedRequest;
  readonly document: MeasuredDocument;
  readonly operation: MeasuredOperation;
  readonly cost: number;
}

/** What the limits are applied with. */
export interface GuardDeps {
  /** The supergraph in use. */
  readonly schema: () => GraphQLSchema;
  /** Who may ask what of it. */
  readonly authorization: () => Pick<Authorization, 'check'>;
  readonly registered: RegisteredOperations;
  readonly identify: Identify;
  readonly mayIntrospect: (response: Response) => boolean;
}

/** The limits, as steps of an HTTP route. */
export interface Guard {
  /** Before the body is read: method, headers, rate. */
  readonly beforeBody: readonly RequestHandler[];
  /** Before anything is read that is no GraphQL and open to anybody: the rate. */
  readonly beforeReading: readonly RequestHandler[];
  /** Once it is read, before GraphQL begins: form, values, document, permissions, cost. */
  readonly afterBody: RequestHandler;
  /** What was admitted, for those who count and log. Undefined for a request that was refused. */
  admitted(response: Response): AdmittedOperation | undefined;
}

/** Builds the one place where every request of a client is held against the limits. */
export function createGuard(limits: GatewayLimits, deps: GuardDeps): Guard {
  const admitted = new WeakMap<Response, AdmittedOperation>();
  const cache = createDocumentCache();
  let schema: GraphQLSchema | undefined;

  function measured(text: string): MeasuredDocument {
    // Costs depend on the schema: another supergraph starts anew.
    if (schema !== deps.schema()) cache.clear();
    schema = deps.schema();
    const known = cache.get(text);
    if (known !== undefined) return known;
    const found = checkDocument(text, schema, limits.document);
    cache.set(text, found);
    return found;
  }

  const afterBody: RequestHandler = (request, response, next) => {
    const received = readRequest(request);
    // Answered by what comes after: automatic persisted queries are not taken.
    if (received.query === undefined && received.extensions['persistedQuery'] !== undefined) return next();
    const isAnonymous = identityOf(response).subject === undefined;
    const text = textOf(received, limits, { registered: deps.registered, isAnonymous });
    checkValues(received.variables, 'The variables', limits.document);
    checkValues(received.operationName, 'The name of the operation', limits.document);
    const document = measured(text);
    const operation = operationOf(document, received.operationName);
    checkKind(request, response, operation);
    if (document.introspects && !deps.mayIntrospect(response)) {
      throw new HubError('INTROSPECTION_REFUSED', 'The schema is not shown by introspection here. Read its file.');
    }
    checkAccess(deps.authorization(), document, operation, response);
    const cost = operation.costOf(received.variables);
    if (cost > limits.document.cost) throw tooCostly(cost, limits.document.cost);
    admitted.set(response, { received, document, operation, cost });
    if (received.query === undefined) putText(request, text);
    next();
  };

  const admit = admitClient(limits, clientKey);
  return {
    beforeReading: [admit],
    beforeBody: [
      ...crossOrigin(limits.allowedOrigins),
      checkHttp,
      identifyRequest(deps.identify),
      admit,
      refuseUnidentified,
    ],
    afterBody,
    admitted: (response) => admitted.get(response),
  };
}

/** Whom a request is counted for: its identity where there is one, else its address. */
function clientKey(request: Request, response: Response): string {
  const { subject } = identityOf(response);
  return subject === undefined ? addressKey(request.ip) : `identity:${subject}`;
}

/** The text of the request's document. Throws REQUEST_MALFORMED and OPERATION_NOT_REGISTERED. */
function textOf(
  { query, documentId }: ReceivedRequest,
  { publicOperations }: GatewayLimits,
  { registered, isAnonymous }: { readonly registered: RegisteredOperations; readonly isAnonymous: boolean },
): string {
  const text = documentId === undefined ? query : registered.textOf(documentId);
  if (documentId !== undefined && text === undefined) {
    throw new HubError('OPERATION_NOT_REGISTERED', 'No document is registered under this "documentId".');
  }
  if (text === undefined) {
    throw new HubError('REQUEST_MALFORMED', 'The request holds no document. Send one in "query".');
  }
  const isFree = publicOperations === 'any' || !isAnonymous || documentId !== undefined;
  if (!isFree && !registered.hasText(text)) {
    throw new HubError(
      'OPERATION_NOT_REGISTERED',
      'Anonymous callers may send registered documents only. Sign in, or have the document registered.',
    );
  }
  return text;
}

function operationOf({ operations }: MeasuredDocument, name: string | undefined): MeasuredOperation {
  const [first, second] = operations;
  const found = name === undefined ? first : operations.find((operation) => operation.name === name);
  if (name === undefined && second !== undefined) {
    throw new HubError(
      'OPERATION_NAME_REQUIRED',
      'The document holds several operations and the request does not say which one to execute. Set "operationName".',
    );
  }
  if (found === undefined) {
    throw new HubError('OPERATION_NAME_REQUIRED', 'The document holds no operation of the name in "operationName".');
  }
  return found;
}

/** Refuses what the caller may not ask, the whole request for any part of it. */
function checkAccess(
  authorization: Pick<Authorization, 'check'>,
  { document }: MeasuredDocument,
  { node }: MeasuredOperation,
  response: Response,
): void {
  try {
    authorization.check(document, node, identityOf(response).caller);
  } catch (error) {
    if (error instanceof HubError && error.status === 401) response.set('www-authenticate', 'Bearer');
    throw error;
  }
}

function checkKind(request: Request, response: Response, { node }: MeasuredOperation): void {
  if (node.operation === 'subscription') {
    throw new HubError('OPERATION_NOT_SUPPORTED', 'The gateway executes no subscriptions. Ask again by a query.');
  }
  if (request.method === 'GET' && node.operation !== 'query') {
    response.set('allow', 'POST');
    throw methodNotAllowed(`A GET may only read: a ${node.operation} is sent by POST.`);
  }
}

/** Puts a registered text where the rest of the gateway looks for the document. */
function putText(request: Request, query: string): void {
  if (request.method === 'POST') {
    request.body = { ...(request.body as object), query };
    return;
  }
  const url = new URL(request.originalUrl, 'http://gateway.invalid');
  url.searchParams.set('query', query);
  request.url = `${request.url.split('?')[0]}${url.search}`;
}

function tooCostly(cost: number, limit: number): HubError {
  return new HubError(
    'QUERY_TOO_COSTLY',
    `The request is estimated at ${cost} objects; ${limit} are allowed. Ask for smaller pages, fewer lists, or split it.`,
    { limit, found: cost },
  );
}
