import { performance } from 'node:perf_hooks';

/** Milliseconds that `work` takes, and what it gives. */
export async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - start, result };
}

/** The value below which that share of the values lies. */
export function percentile(values, share) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

export const median = (values) => percentile(values, 0.5);

export const round = (value, digits = 1) => Number(value.toFixed(digits));
