import type { SpanExporter } from '@opentelemetry/sdk-trace-node';
import type { Logger } from '../log';

/** What OpenTelemetry calls a delivery that succeeded; the constant is in a package that is not ours to import. */
const DELIVERED = 0;

/**
 * Says in the log when a collector stops taking traces and when it takes them again, once each: OpenTelemetry
 * itself loses them without a word.
 */
export function tellOfExports(inner: SpanExporter, logger: Logger): SpanExporter {
  let isTaking = true;
  return {
    export(spans, done) {
      inner.export(spans, (result) => {
        const isTaken = result.code === DELIVERED;
        if (isTaken !== isTaking) {
          isTaking = isTaken;
          if (isTaken) logger.info('traces are taken again');
          else logger.warn(reasonOf(result.error), 'traces are not taken by the collector and are lost');
        }
        done(result);
      });
    },
    forceFlush: () => inner.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => inner.shutdown(),
  };
}

/** Codes only: OpenTelemetry's errors quote the whole body that the collector answered. */
function reasonOf(error: Error | undefined): { failure?: string; code?: unknown } {
  if (error === undefined) return {};
  return { failure: error.name, code: 'code' in error ? error.code : undefined };
}
