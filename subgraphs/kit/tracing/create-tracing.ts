import type { Tracer } from '@opentelemetry/api';
import type { Sampler, SpanExporter } from '@opentelemetry/sdk-trace-node';
import type { Logger } from '../log';
import type { TracingConfig } from './settings';
import { tellOfExports } from './tell-of-exports';

/** Milliseconds that one delivery to the collector may take, and that a stopping process waits for the last. */
const EXPORT_MILLISECONDS = 3_000;
/** Spans kept while the collector does not take them: a collector that is down costs memory, but little. */
const MOST_SPANS = 4_096;

/** Who traces. */
export interface TracingDeps {
  /** Name of the process in traces: `maillage-gateway`. */
  readonly service: string;
  /** Whether a caller's wish to be traced, or not, is followed: true inside the hub, false where clients call. */
  readonly followsCaller: boolean;
  readonly logger: Logger;
  /** Where spans go. Absent: to the collector of the configuration. */
  readonly exporter?: SpanExporter;
}

/** Traces of one process. Nothing is registered globally, so that several may live in one process. */
export interface Tracing {
  readonly tracer: Tracer;
  /** Delivers what is finished. Never rejects. */
  flush(): Promise<void>;
  /** Delivers what is finished and ends, within a few seconds even when the collector is away. Never rejects. */
  stop(): Promise<void>;
}

/** Starts to trace, in batches. Null when tracing is off: then not even its libraries are loaded (17 MB of memory). */
export async function createTracing(config: TracingConfig | null, deps: TracingDeps): Promise<Tracing | null> {
  if (config === null) return null;
  const { service, followsCaller, logger } = deps;
  const [{ BatchSpanProcessor, NodeTracerProvider }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = deps.exporter ?? (await exporterTo(config.endpoint));
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: await samplerOf(config.ratio, followsCaller),
    spanProcessors: [
      new BatchSpanProcessor(tellOfExports(exporter, logger), {
        maxQueueSize: MOST_SPANS,
        exportTimeoutMillis: EXPORT_MILLISECONDS,
      }),
    ],
  });
  let stopped: Promise<void> | undefined;
  return {
    tracer: provider.getTracer('maillage'),
    flush: () => withinTime(provider.forceFlush()),
    stop: () => (stopped ??= withinTime(provider.shutdown())),
  };
}

async function exporterTo(endpoint: string): Promise<SpanExporter> {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  return new OTLPTraceExporter({ url, timeoutMillis: EXPORT_MILLISECONDS });
}

/** One trace is kept or left out as a whole: the gateway decides, everything behind it follows. */
async function samplerOf(ratio: number, followsCaller: boolean): Promise<Sampler> {
  const { ParentBasedSampler, TraceIdRatioBasedSampler } = await import('@opentelemetry/sdk-trace-node');
  const root = new TraceIdRatioBasedSampler(ratio);
  if (followsCaller) return new ParentBasedSampler({ root });
  return new ParentBasedSampler({ root, remoteParentSampled: root, remoteParentNotSampled: root });
}

async function withinTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, EXPORT_MILLISECONDS);
  });
  // What could not be delivered has been said by `tellOfExports`.
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
}
