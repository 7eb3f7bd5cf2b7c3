import express, { type ErrorRequestHandler, type RequestHandler, type Response } from 'express';
import { HubError } from '../../subgraphs/kit/errors';
import type { Logger } from '../../subgraphs/kit/log';
import { maskedError } from '../data-source';
import { requestIdOf } from './request-id';

/** Reads JSON bodies up to a limit that counts inflated bytes; refuses any other kind of body. */
export function parseBody(limitBytes: number): RequestHandler[] {
  const refuseOthers: RequestHandler = (request, _response, next) => {
    if (request.method === 'POST' && !request.is('application/json')) {
      throw new HubError(
        'CONTENT_TYPE_UNSUPPORTED',
        'The request body is not application/json. Send GraphQL as JSON, with the header "content-type: application/json".',
      );
    }
    next();
  };
  return [refuseOthers, express.json({ limit: limitBytes })];
}

/** Answers what failed before GraphQL began, in the form of a GraphQL answer. */
export function answerHttpErrors(limitBytes: number, logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const hubError = error instanceof HubError ? error : hubErrorOf(error, limitBytes);
    if (hubError === undefined) logger.error({ requestId: requestIdOf(response), err: error }, 'masked an error');
    else if (hubError.isReportable && hubError.originalError !== undefined) {
      logger.warn({ requestId: requestIdOf(response), err: hubError.originalError }, hubError.message);
    }
    sendError(response, hubError ?? maskedError(requestIdOf(response)));
  };
}

/** Sends one error as a GraphQL answer without data. */
export function sendError(response: Response, error: HubError): void {
  const { message, extensions } = error;
  response.status(error.status).json({ errors: [{ message, extensions }] });
}

/** Errors of the body parser say their kind in `type` and an HTTP status in `status`. */
function hubErrorOf(error: unknown, limitBytes: number): HubError | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('type' in error && error.type === 'entity.too.large') {
    return new HubError(
      'BODY_TOO_LARGE',
      `The request body exceeds ${limitBytes} bytes. Shorten the query or send less in variables.`,
      { limitBytes },
    );
  }
  if ('status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500) {
    return new HubError(
      'BODY_MALFORMED',
      'The request body is not well-formed JSON in UTF-8. Send one GraphQL request as a JSON object.',
    );
  }
  return undefined;
}
