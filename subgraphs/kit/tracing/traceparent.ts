import { isSpanContextValid, type SpanContext, TraceFlags } from '@opentelemetry/api';

/** Header that carries a trace from caller to callee (W3C Trace Context). */
export const TRACEPARENT_HEADER = 'traceparent';

/** Version, trace, span and flags; a version to come may add more behind them. */
const FORM = /^(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-[\x21-\x7e]*)?$/;
/** Longest header looked at. */
const MOST_CHARACTERS = 200;

/**
 * The span that a header names, undefined unless it is well formed. Only identifiers and the one flag that is known
 * are taken over: nothing else of what the caller wrote goes on.
 */
export function readTraceparent(header: string | undefined): SpanContext | undefined {
  if (header === undefined || header.length > MOST_CHARACTERS) return undefined;
  const [, version, traceId, spanId, flags, more] = FORM.exec(header) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  if (version === '00' && more !== undefined) return undefined;
  const traceFlags = parseInt(flags, 16) & TraceFlags.SAMPLED;
  const context: SpanContext = { traceId, spanId, traceFlags, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
}

/** The header that names a span. */
export function writeTraceparent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-0${traceFlags & TraceFlags.SAMPLED}`;
}
