import type { RequestHandler, Response } from 'express';
import { type Caller, type HubTokenBearer, type HubTokenVerifier, PUBLIC_CALLER } from '../identity';

const BEARER = 'bearer';

/** Lets a request in only with a token of the gateway, before its body is read. Throws HUB_TOKEN_REFUSED. */
export function authenticate(tokens: HubTokenVerifier): RequestHandler {
  return async (request, response, next) => {
    response.locals[BEARER] = await tokens.bearerOf(request.get('authorization'));
    next();
  };
}

/** The caller that `authenticate` found. */
export function callerOf(response: Response): Caller {
  return bearerOf(response)?.caller ?? PUBLIC_CALLER;
}

/** Who the caller is, where the gateway said so. */
export function subjectOf(response: Response): string | undefined {
  return bearerOf(response)?.subject;
}

function bearerOf(response: Response): HubTokenBearer | undefined {
  return response.locals[BEARER] as HubTokenBearer | undefined;
}
