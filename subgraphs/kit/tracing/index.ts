export { createTracing, type Tracing, type TracingDeps } from './create-tracing';
export { tracingOf, tracingSettings, type TracingConfig } from './settings';
export { traceparentOf, startRequestSpan, type ServedRequest } from './request-span';
export { readTraceparent, TRACEPARENT_HEADER, writeTraceparent } from './traceparent';
