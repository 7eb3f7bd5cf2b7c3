import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Header that carries a request's identifier from the gateway down and back. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** What a line of the log says of the request that it belongs to. */
export interface RequestNames {
  readonly requestId: string;
  /** Identifier of the trace that the request is part of, when there is one. */
  readonly traceId?: string;
}

const FORM = /^[\w.:-]{1,64}$/;
/** Apollo's formatError is told nothing of the request, so its identifiers travel beside the call. */
const current = new AsyncLocalStorage<RequestNames>();

/** Takes the caller's request identifier, or makes one, and sends it back. */
export const withRequestId: RequestHandler = (request, response, next) => {
  const given = request.get(REQUEST_ID_HEADER);
  const requestId = given !== undefined && FORM.test(given) ? given : randomUUID();
  response.setHeader(REQUEST_ID_HEADER, requestId);
  current.run({ requestId }, next);
};

/** Runs the rest of a request with the identifier of its trace known. */
export function withTraceId(traceId: string, next: () => void): void {
  current.run({ requestId: currentRequestId(), traceId }, next);
}

/** Identifier of the request being served; a new one outside of any. */
export function currentRequestId(): string {
  return currentNames().requestId;
}

/** Identifiers of the request being served, for a line of the log. */
export function currentNames(): RequestNames {
  return current.getStore() ?? { requestId: randomUUID() };
}
