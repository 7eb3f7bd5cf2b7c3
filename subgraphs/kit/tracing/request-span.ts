import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Attributes,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { readTraceparent, TRACEPARENT_HEADER } from './traceparent';

/** One request that a service answers. */
export interface ServedRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Name of the span. Codes of the hub only, here and in the attributes: never what a caller wrote. */
  readonly name: string;
  readonly attributes?: Attributes;
  /** Called before the span ends, for what is known by then. */
  readonly onEnd?: (span: Span) => void;
}

/**
 * Starts the span of a request, as a child of the caller's when the caller names one well, and ends it with the
 * response. A response of 5xx, or one that was cut short, counts as an error.
 */
export function startRequestSpan(tracer: Tracer, { request, response, name, attributes, onEnd }: ServedRequest): Span {
  const caller = readTraceparent(traceparentOf(request));
  const parent = caller === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, caller);
  const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
  response.once('close', () => {
    const { statusCode, writableFinished } = response;
    span.setAttribute('http.response.status_code', statusCode);
    if (statusCode >= 500 || !writableFinished) span.setStatus({ code: SpanStatusCode.ERROR });
    onEnd?.(span);
    span.end();
  });
  return span;
}

/** The header of the request; undefined when it was sent several times, since nobody can say which one is meant. */
export function traceparentOf({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
  const header = headers[TRACEPARENT_HEADER];
  return typeof header === 'string' ? header : undefined;
}
