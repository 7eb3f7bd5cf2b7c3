import type { RequestHandler, Response } from 'express';
import { type Caller, type HubTokenVerifier, PUBLIC_CALLER } from '../identity';

const CALLER = 'caller';

/** Lets a request in only with a token of the gateway, before its body is read. Throws HUB_TOKEN_REFUSED. */
export function authenticate(tokens: HubTokenVerifier): RequestHandler {
  return async (request, response, next) => {
    response.locals[CALLER] = await tokens.callerOf(request.get('authorization'));
    next();
  };
}

/** The caller that `authenticate` found. */
export function callerOf(response: Response): Caller {
  return (response.locals[CALLER] as Caller | undefined) ?? PUBLIC_CALLER;
}
