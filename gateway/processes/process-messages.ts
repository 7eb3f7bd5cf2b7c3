import type { ServiceMessage } from '../../subgraphs/kit/process';
import type { KnownOperation } from '../engine';

/** Metrics of one process, as objects of prom-client. */
export type MetricsSnapshot = readonly object[];

/** What the primary process tells a worker. */
export type ToWorker =
  /** Others serve the port: end without losing a request. */
  | { readonly kind: 'retire' }
  | { readonly kind: 'measure' }
  | { readonly kind: 'say-operations' }
  /** What clients ask most of another worker. */
  | { readonly kind: 'operations'; readonly operations: readonly KnownOperation[] }
  /** The metrics of all workers; without a text when they could not be had. */
  | { readonly kind: 'metrics'; readonly question: number; readonly text: string | undefined };

/** What a worker tells the primary process: what a service tells its launcher, and its metrics. */
export type FromWorker =
  | ServiceMessage
  | { readonly kind: 'measured'; readonly snapshot: MetricsSnapshot }
  | { readonly kind: 'metrics-wanted'; readonly question: number }
  | { readonly kind: 'operations-wanted' }
  | { readonly kind: 'operations'; readonly operations: readonly KnownOperation[] };
