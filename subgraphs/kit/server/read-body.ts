import express, { type Request, type RequestHandler } from 'express';
import { checkContentDigest, CONTENT_DIGEST_HEADER, type QuestionVerifier, signatureRefused } from '../signatures';

/** How the body of a question is read. */
export interface BodyOptions {
  /** Largest body, decompressed, in bytes. */
  readonly bodyBytes: number;
  /** Asks of every question that the gateway has signed it with its body; undefined takes all. */
  readonly questions: QuestionVerifier | undefined;
}

const TYPE = 'application/json';

/** Reads JSON. Where signatures are asked for, nothing of a body is parsed before it is known to be the signed one. */
export function readBody({ bodyBytes, questions }: BodyOptions): RequestHandler[] {
  if (questions === undefined) return [express.json({ limit: bodyBytes, type: TYPE })];
  const digested = new WeakSet<object>();
  const checkDigest = (request: Request, body: Buffer): void => {
    const digest = request.get(CONTENT_DIGEST_HEADER);
    refusingAsPlainError(() => checkContentDigest(digest, body));
    digested.add(request);
  };
  return [
    async (request, _response, next) => {
      await questions.check({ method: request.method, target: request.originalUrl, headers: request.headers });
      next();
    },
    express.json({
      limit: bodyBytes,
      type: TYPE,
      // The digest is that of the body as sent.
      inflate: false,
      verify: (request, _response, body) => checkDigest(request as Request, body),
    }),
    (request, _response, next) => {
      // A body that was passed over, as one of another type, was held against nothing.
      if (!digested.has(request)) throw signatureRefused('The body is not one of JSON.');
      next();
    },
  ];
}

/** The parser writes a status onto what is thrown, which a HubError does not let it: it travels as the cause. */
function refusingAsPlainError(check: () => void): void {
  try {
    check();
  } catch (cause) {
    throw new Error('The body was refused', { cause });
  }
}
