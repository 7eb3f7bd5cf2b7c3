import type { Request, RequestHandler } from 'express';
import { HubError } from '../../subgraphs/kit/errors';

/**
 * Headers of which one must come with a GET: a browser sends none of them for a foreign page without asking
 * the gateway first, and the gateway's answer then says no.
 */
export const PREFLIGHTED_HEADERS: readonly string[] = [
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'maillage-client',
];

/** Refuses what no GraphQL client sends: other methods, other kinds of bodies, what a foreign page could send. */
export const checkHttp: RequestHandler = (request, response, next) => {
  if (request.method !== 'GET' && request.method !== 'POST') {
    response.set('allow', 'GET, POST');
    throw methodNotAllowed(`The method ${request.method} has no meaning here. Send GraphQL by POST.`);
  }
  const contentType = request.get('content-type');
  if (request.method === 'GET') checkGet(request, contentType);
  if (contentType !== undefined && isOtherCharset(contentType)) {
    throw new HubError('BODY_MALFORMED', 'The charset of the body is not UTF-8. Send JSON in UTF-8.');
  }
  next();
};

/** The error for a method that the request may not use. */
export function methodNotAllowed(message: string): HubError {
  return new HubError('METHOD_NOT_ALLOWED', message);
}

function checkGet(request: Request, contentType: string | undefined): void {
  if (contentType !== undefined && !/^application\/json\s*(?:;|$)/i.test(contentType)) {
    throw new HubError(
      'CONTENT_TYPE_UNSUPPORTED',
      'A GET carries no body, and its content type is not application/json. Leave the header out.',
    );
  }
  if (contentType !== undefined || PREFLIGHTED_HEADERS.some((name) => (request.get(name) ?? '') !== '')) return;
  throw new HubError(
    'CSRF_REFUSED',
    `A page of another site could have sent this request. Send one of the headers ${PREFLIGHTED_HEADERS.join(', ')}, or use POST with "content-type: application/json".`,
  );
}

function isOtherCharset(contentType: string): boolean {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType)?.[1];
  return charset !== undefined && charset.toLowerCase() !== 'utf-8';
}
