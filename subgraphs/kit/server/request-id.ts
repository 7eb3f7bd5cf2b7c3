import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Header that carries a request's identifier from the gateway down and back. */
export const REQUEST_ID_HEADER = 'x-request-id';

const FORM = /^[\w.:-]{1,64}$/;
/** Apollo's formatError is told nothing of the request, so its identifier travels beside the call. */
const current = new AsyncLocalStorage<string>();

/** Takes the caller's request identifier, or makes one, and sends it back. */
export const withRequestId: RequestHandler = (request, response, next) => {
  const given = request.get(REQUEST_ID_HEADER);
  const requestId = given !== undefined && FORM.test(given) ? given : randomUUID();
  response.setHeader(REQUEST_ID_HEADER, requestId);
  current.run(requestId, next);
};

/** Identifier of the request being served; a new one outside of any. */
export function currentRequestId(): string {
  return current.getStore() ?? randomUUID();
}
