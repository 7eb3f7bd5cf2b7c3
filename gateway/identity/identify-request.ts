import type { RequestHandler, Response } from 'express';
import { HubError } from '../../subgraphs/kit/errors';
import { ANONYMOUS, type Identify, type Identity } from '../../subgraphs/kit/sign-in';

const IDENTITY = 'identity';
const FAILURE = 'identityFailure';

/**
 * Finds out who sends the request. A refusal waits for `refuseUnidentified`, so that requests with a wrong token are
 * counted by address like any other.
 */
export function identifyRequest(identify: Identify): RequestHandler {
  return async (request, response, next) => {
    try {
      response.locals[IDENTITY] = await identify({ authorization: request.get('authorization') });
    } catch (error) {
      response.locals[FAILURE] = error;
    }
    next();
  };
}

/** Seconds after which it is worth asking again when an identity could not be checked. */
const RETRY_SECONDS = '5';

/** Refuses a request whose token was not believed. Throws TOKEN_REFUSED or IDENTITY_UNAVAILABLE. */
export const refuseUnidentified: RequestHandler = (_request, response, next) => {
  const failure: unknown = response.locals[FAILURE];
  if (failure instanceof HubError && failure.status === 401) response.set('www-authenticate', 'Bearer');
  if (failure instanceof HubError && failure.status === 503) response.set('retry-after', RETRY_SECONDS);
  next(failure);
};

/** Who sent the request, as `identifyRequest` found; anonymous until it did. */
export function identityOf(response: Response): Identity {
  return (response.locals[IDENTITY] as Identity | undefined) ?? ANONYMOUS;
}
