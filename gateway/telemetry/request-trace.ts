import type { Request, RequestHandler, Response } from 'express';
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { ErrorCode } from '../../subgraphs/kit/errors';
import { readTraceparent, startRequestSpan, type Tracing, writeTraceparent } from '../../subgraphs/kit/tracing';
import type { Outcome } from '../data-source';
import type { AdmittedOperation } from '../limits';

/** Whether the plan of an operation was in the cache. */
export type PlanResult = 'hit' | 'miss';

/** One question to a subgraph, in the trace of the request that asks it. */
export interface FetchTrace {
  /** Header by which the subgraph continues the trace. */
  readonly traceparent: string;
  /** Says that the question joined one that another request, of this header, was asking already. */
  readonly joined: (leader: string | undefined) => void;
  /** Ends it with what became of it; undefined when the hub itself failed. */
  end(outcome: Outcome<unknown> | undefined): void;
}

/** The trace of one request of a client. Holds codes of the hub only: no text of a client or of a region. */
export interface RequestTrace {
  readonly traceId: string;
  /** Starts the part in which the operation is planned; the function that it gives ends it. */
  startPlan(): (result: PlanResult, failure?: ErrorCode) => void;
  /** Says that the request was given the answer of an identical one. */
  shareAnswer(): void;
  /** Starts a question to a subgraph; a region is named by its INSEE code. */
  startFetch(subgraph: string, region?: string): FetchTrace;
}

/** The traces of the requests of a gateway. */
export interface RequestTraces {
  /** Steps of the route that come first; none when nothing is traced. */
  readonly handlers: readonly RequestHandler[];
  of(response: Response): RequestTrace | undefined;
}

/** What the trace says of the request's operation: told when it ends. */
export type AdmittedOf = (response: Response) => AdmittedOperation | undefined;

const NO_TRACES: RequestTraces = { handlers: [], of: () => undefined };

/** Traces requests from the client's span on; null traces nothing. */
export function createRequestTraces(tracing: Tracing | null, admitted: AdmittedOf): RequestTraces {
  if (tracing === null) return NO_TRACES;
  const traces = new WeakMap<Response, RequestTrace>();
  const start = (request: Request, response: Response) => {
    const onEnd = (span: Span) => span.setAttributes(attributesOf(admitted(response)));
    const attributes = { 'http.request.method': request.method };
    const span = startRequestSpan(tracing.tracer, { request, response, name: 'graphql request', attributes, onEnd });
    return span.isRecording() ? recordingTrace(tracing, span) : silentTrace(span);
  };
  return {
    handlers: [
      (request, response, next) => {
        traces.set(response, start(request, response));
        next();
      },
    ],
    of: (response) => traces.get(response),
  };
}

/** The document's hash stands for its text, which may hold values, and for its name, which a client chose. */
function attributesOf(admitted: AdmittedOperation | undefined): Attributes {
  if (admitted === undefined) return {};
  const { document, operation, cost } = admitted;
  return {
    'graphql.operation.type': operation.node.operation,
    'maillage.document.hash': document.hash,
    'maillage.cost': cost,
  };
}

/** A request outside of the sample: its trace goes on, unrecorded, and no span is made. */
function silentTrace(span: Span): RequestTrace {
  const fetch: FetchTrace = {
    traceparent: writeTraceparent(span.spanContext()),
    joined: () => undefined,
    end: () => undefined,
  };
  return {
    traceId: span.spanContext().traceId,
    startPlan: () => () => undefined,
    shareAnswer: () => undefined,
    startFetch: () => fetch,
  };
}

function recordingTrace(tracing: Tracing, request: Span): RequestTrace {
  const parent = trace.setSpan(ROOT_CONTEXT, request);
  return {
    traceId: request.spanContext().traceId,
    startPlan() {
      const span = tracing.tracer.startSpan('plan', undefined, parent);
      return (result, failure) => {
        span.setAttribute('maillage.plan.cache', result);
        if (failure !== undefined) fail(span, failure);
        span.end();
      };
    },
    shareAnswer: () => void request.setAttribute('maillage.shared', true),
    startFetch: (subgraph, region) => recordingFetch(tracing, parent, { subgraph, region }),
  };
}

interface Asked {
  readonly subgraph: string;
  readonly region: string | undefined;
}

function recordingFetch({ tracer }: Tracing, parent: Context, { subgraph, region }: Asked): FetchTrace {
  const attributes: Attributes = { 'maillage.subgraph': subgraph, 'maillage.collapsed': false };
  if (region !== undefined) attributes['maillage.region'] = region;
  const span = tracer.startSpan('fetch', { kind: SpanKind.CLIENT, attributes }, parent);
  return {
    traceparent: writeTraceparent(span.spanContext()),
    joined(leader) {
      span.setAttribute('maillage.collapsed', true);
      const context = readTraceparent(leader);
      // What the subgraph did is in the trace of the request that asked.
      if (context !== undefined) span.addLink({ context });
    },
    end(outcome) {
      span.setAttribute('maillage.spared', outcome?.status === 'failure' && outcome.wasAsked === false);
      const status = outcome?.status === 'failure' ? outcome.failure : outcome === undefined ? 'FAILED' : 'SUCCESS';
      span.setAttribute('maillage.outcome', status);
      if (outcome?.status !== 'success') span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

function fail(span: Span, code: ErrorCode): void {
  span.setAttribute('maillage.error.code', code);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
