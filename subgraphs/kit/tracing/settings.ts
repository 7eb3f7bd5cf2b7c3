import { z } from 'zod';

/** Environment variables of tracing, in the names of OpenTelemetry. */
export const tracingSettings = {
  /** Address of a collector that takes OTLP over HTTP, without `/v1/traces`. Absent: nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Share of requests that are traced, from 0 to 1; decided by the trace's identifier. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};

/** Where traces go, and how many. */
export interface TracingConfig {
  readonly endpoint: string;
  readonly ratio: number;
}

/** The tracing that settings describe; null when it is off. */
export function tracingOf(settings: z.infer<z.ZodObject<typeof tracingSettings>>): TracingConfig | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: ratio } = settings;
  return endpoint === undefined ? null : { endpoint, ratio };
}
