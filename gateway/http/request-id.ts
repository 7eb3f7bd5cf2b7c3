import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const REQUEST_ID_HEADER = 'x-request-id';
/** What is taken over from a caller: nothing that could break a header or a line of the log. */
const WELL_FORMED = /^[A-Za-z0-9._-]{8,64}$/;

/** Gives every request an identifier, the caller's own when it is well formed, and quotes it in the response. */
export const identifyRequest: RequestHandler = (request, response, next) => {
  const given = request.get(REQUEST_ID_HEADER);
  response.set(REQUEST_ID_HEADER, given !== undefined && WELL_FORMED.test(given) ? given : randomUUID());
  next();
};

/** The identifier that `identifyRequest` gave. */
export function requestIdOf(response: Response): string {
  return response.get(REQUEST_ID_HEADER) ?? randomUUID();
}
