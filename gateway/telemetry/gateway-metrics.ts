import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ObservedOutcome } from '../data-source';
import type { PlanResult } from './request-trace';
import { createSwapMetrics, type SwapMetrics } from './swap-metrics';

/** What became of one request of a client. */
export interface RequestOutcome {
  /** `answered` in whole or in part, `refused` as the client's fault, `failed` as the hub's or cut short. */
  readonly outcome: 'answered' | 'refused' | 'failed';
  readonly milliseconds: number;
}

/** The metrics of one gateway, in the names of Prometheus. Labels hold codes of the hub only, never what a client wrote. */
export interface GatewayMetrics extends SwapMetrics {
  recordRequest(request: RequestOutcome): void;
  /** Takes what the data sources observe: one outcome per question to a subgraph. */
  recordRegion(outcome: ObservedOutcome): void;
  /** Regions expected and counted in one consolidation that was answered. */
  recordCoverage(coverage: { readonly expected: number; readonly answered: number }): void;
  /** Takes whether the plan of one operation was in the cache, and how many plans are in it now. */
  recordPlan(result: PlanResult, size: number): void;
  readonly contentType: string;
  /** Everything measured so far, in the text format of Prometheus. */
  text(): Promise<string>;
  /** The same as objects of prom-client, to be added up over processes. */
  snapshot(): Promise<readonly object[]>;
  /** Forgets how the event loop lagged so far: a gateway that starts serves nobody yet. */
  forgetLag(): void;
  close(): void;
}

const BREAKER_VALUES = { closed: 0, 'half-open': 1, open: 2 } as const;
const LATENCY_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 5];
const LOOK_MILLISECONDS = 20;
const NANOSECONDS = 1e9;
const NANOSECONDS_PER_MILLISECOND = 1e6;

/** Builds the metrics of a gateway in a registry of their own, so that two gateways of one process stay apart. */
export function createGatewayMetrics(): GatewayMetrics {
  const registry = new Registry();
  const requests = requestMetrics(registry);
  const regions = regionMetrics(registry);
  const coverage = coverageMetrics(registry);
  const breakers = new Map<string, ObservedOutcome['breakerState']>();
  const plans = planMetrics(registry);
  const ofProcess = processMetrics(registry);
  return {
    ...createSwapMetrics(registry),
    recordRequest({ outcome, milliseconds }) {
      requests.total.inc({ outcome });
      requests.seconds.observe(milliseconds / 1_000);
    },
    recordRegion({ region, outcome, milliseconds, breakerState, wasAsked }) {
      regions.total.inc({ region, outcome });
      // A region that was spared the question says nothing of its latency.
      if (wasAsked) regions.seconds.observe({ region }, milliseconds / 1_000);
      if (breakers.get(region) === breakerState) return;
      breakers.set(region, breakerState);
      regions.breaker.set({ region }, BREAKER_VALUES[breakerState]);
    },
    recordCoverage({ expected, answered }) {
      coverage.expected.inc(expected);
      coverage.answered.inc(answered);
      if (answered < expected) coverage.incomplete.inc();
    },
    recordPlan(result, size) {
      plans.total.inc({ result });
      plans.size.set(size);
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
    snapshot: () => registry.getMetricsAsJSON(),
    forgetLag: ofProcess.forgetLag,
    close: ofProcess.close,
  };
}

function requestMetrics(registry: Registry) {
  const registers = [registry];
  return {
    total: new Counter({
      name: 'maillage_requests_total',
      help: 'Requests of clients by what became of them',
      labelNames: ['outcome'],
      registers,
    }),
    seconds: new Histogram({
      name: 'maillage_request_duration_seconds',
      help: 'Time from a request to the end of its answer',
      buckets: LATENCY_SECONDS,
      registers,
    }),
  };
}

function regionMetrics(registry: Registry) {
  const registers = [registry];
  return {
    total: new Counter({
      name: 'maillage_region_questions_total',
      help: 'Questions to a region by what became of them',
      labelNames: ['region', 'outcome'],
      registers,
    }),
    seconds: new Histogram({
      name: 'maillage_region_duration_seconds',
      help: 'Time that a region took, answers and failures alike',
      labelNames: ['region'],
      buckets: LATENCY_SECONDS,
      registers,
    }),
    breaker: new Gauge({
      name: 'maillage_region_breaker_state',
      help: 'Circuit breaker of a region: 0 closed, 1 half-open, 2 open',
      labelNames: ['region'],
      aggregator: 'max',
      registers,
    }),
  };
}

function planMetrics(registry: Registry) {
  const registers = [registry];
  return {
    total: new Counter({
      name: 'maillage_plan_cache_total',
      help: 'Operations by whether their plan was in the cache',
      labelNames: ['result'],
      registers,
    }),
    size: new Gauge({ name: 'maillage_plan_cache_size', help: 'Plans in the cache', registers }),
  };
}

function coverageMetrics(registry: Registry) {
  const counter = (name: string, help: string) => new Counter({ name, help, registers: [registry] });
  return {
    expected: counter('maillage_coverage_expected_total', 'Regions expected, over all consolidations answered'),
    answered: counter('maillage_coverage_answered_total', 'Regions counted, over all consolidations answered'),
    incomplete: counter('maillage_coverage_incomplete_total', 'Consolidations answered with a region missing'),
  };
}

/** The event loop's lag and the memory of the process. */
function processMetrics(registry: Registry): { forgetLag(): void; close(): void } {
  const delay = monitorEventLoopDelay({ resolution: LOOK_MILLISECONDS });
  delay.enable();
  const gauge = (name: string, help: string, aggregator: 'max' | 'sum', read: () => number) =>
    new Gauge({ name, help, aggregator, registers: [registry], collect: gaugeReader(read) });
  // Each value holds the pause between two looks.
  const lagSeconds = (nanoseconds: number) =>
    Math.max(0, nanoseconds - LOOK_MILLISECONDS * NANOSECONDS_PER_MILLISECOND) / NANOSECONDS;
  gauge(
    'maillage_event_loop_lag_p99_seconds',
    'Lag of the event loop since the metrics were read before, 99th percentile',
    'max',
    () => lagSeconds(delay.percentile(99)),
  );
  // Collected after the percentile, in the order of registration: the last reader begins anew, or a lag of the first
  // minute would hide every later one.
  gauge(
    'maillage_event_loop_lag_max_seconds',
    'Longest lag of the event loop since the metrics were read before',
    'max',
    () => {
      const longest = lagSeconds(delay.max);
      delay.reset();
      return longest;
    },
  );
  gauge('maillage_resident_memory_bytes', 'Memory of the gateway', 'sum', () => process.memoryUsage.rss());
  gauge('maillage_processes', 'Processes that serve', 'sum', () => 1);
  return { forgetLag: () => delay.reset(), close: () => void delay.disable() };
}

function gaugeReader(read: () => number) {
  return function (this: Gauge): void {
    const value = read();
    if (Number.isFinite(value)) this.set(value);
  };
}
