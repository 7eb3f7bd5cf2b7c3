import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** One attempt to serve another supergraph or network. */
export interface SwapOutcome {
  readonly outcome: 'served' | 'refused';
  readonly milliseconds: number;
  /** Longest time for which the event loop served nobody meanwhile. */
  readonly blockedMilliseconds: number;
}

/** What is measured of the supergraphs that a gateway serves. */
export interface SwapMetrics {
  recordSwap(swap: SwapOutcome): void;
  /** Says what serves from now on, by a digest of supergraph and network. */
  recordServed(digest: string): void;
}

/** Milliseconds between two looks at the event loop: what is shorter is not seen. */
const LOOK_MILLISECONDS = 2;
const NANOSECONDS_PER_MILLISECOND = 1e6;

/** Measures how long the event loop is held up, until the function that it gives is called. */
export function watchBlocking(): () => number {
  const delay = monitorEventLoopDelay({ resolution: LOOK_MILLISECONDS });
  delay.enable();
  return () => {
    delay.disable();
    // Each value holds the pause between two looks.
    return Math.max(0, delay.max / NANOSECONDS_PER_MILLISECOND - LOOK_MILLISECONDS);
  };
}

/** Builds these metrics. Over several processes, the longest blocking counts and those that serve are added up. */
export function createSwapMetrics(registry: Registry): SwapMetrics {
  const registers = [registry];
  const total = new Counter({
    name: 'maillage_supergraph_swaps_total',
    help: 'Supergraphs and networks offered while the gateway ran, by what became of them',
    labelNames: ['outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'maillage_supergraph_swap_seconds',
    help: 'Time from a supergraph offered to its first request, plans included',
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const blocked = new Gauge({
    name: 'maillage_supergraph_swap_blocked_max_seconds',
    help: 'Longest time for which the event loop was held up during a swap',
    aggregator: 'max',
    registers,
  });
  const served = new Gauge({
    name: 'maillage_supergraph_served',
    help: 'Processes that serve a supergraph and network, by their digest',
    labelNames: ['digest'],
    registers,
  });
  let longest = 0;
  return {
    recordSwap({ outcome, milliseconds, blockedMilliseconds }) {
      total.inc({ outcome });
      if (outcome === 'served') seconds.observe(milliseconds / 1_000);
      longest = Math.max(longest, blockedMilliseconds);
      blocked.set(longest / 1_000);
    },
    recordServed(digest) {
      served.reset();
      served.set({ digest }, 1);
    },
  };
}
