import type { RequestHandler } from 'express';
import { readTraceparent, startRequestSpan, traceparentOf, type Tracing } from '../tracing';
import { withTraceId } from './request-id';

/**
 * Continues the trace of the caller: a span per request when the service traces, and in any case the trace's
 * identifier in the lines of the log.
 */
export function traceRequests(subgraph: string, tracing: Tracing | null): RequestHandler {
  return (request, response, next) => {
    const traceId = tracing === null ? readTraceparent(traceparentOf(request))?.traceId : spanOf(tracing).traceId;
    if (traceId === undefined) next();
    else withTraceId(traceId, next);

    function spanOf({ tracer }: Tracing) {
      const attributes = { 'maillage.subgraph': subgraph };
      return startRequestSpan(tracer, { request, response, name: 'subgraph request', attributes }).spanContext();
    }
  };
}
