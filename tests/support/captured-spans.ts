import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { createTracing, type Tracing, type TracingDeps } from '../../subgraphs/kit/tracing';
import { silentLogger } from './gateway-servers';

/** The tracing of one process, whose spans a test reads. */
export interface CapturedTracing {
  readonly tracing: Tracing;
  /** Every span that has ended so far. */
  spans(): Promise<readonly ReadableSpan[]>;
  /** Forgets what has ended so far. */
  reset(): Promise<void>;
}

/** Traces into memory. */
export async function captureSpans(deps: Partial<TracingDeps> = {}, ratio = 1): Promise<CapturedTracing> {
  const exporter = new InMemorySpanExporter();
  const usual = { service: 'test', followsCaller: true, logger: silentLogger, exporter };
  const tracing = await createTracing({ endpoint: 'http://collector.invalid', ratio }, { ...usual, ...deps });
  if (tracing === null) throw new Error('tracing is on');
  return {
    tracing,
    async spans() {
      await tracing.flush();
      return exporter.getFinishedSpans();
    },
    async reset() {
      await tracing.flush();
      exporter.reset();
    },
  };
}

/** A span by what it says, as plain data. */
export function factsOf({ name, attributes, status }: ReadableSpan): Readonly<Record<string, unknown>> {
  return { name, status: status.code, ...attributes };
}
