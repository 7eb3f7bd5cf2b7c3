import type { RequestHandler } from 'express';

/** Whether the gateway can serve, and what is missing when it cannot. */
export interface Readiness {
  readonly isStopping: boolean;
  readonly hasSupergraph: boolean;
  readonly isNationalReachable: boolean;
}

/** Milliseconds for which one look at the national subgraph stands, so that probes cannot become a load on it. */
const FRESH_MILLISECONDS = 1_000;

/** Answers 200 as long as the process lives. */
export const answerLive: RequestHandler = (_request, response) => {
  response.set('cache-control', 'no-store').json({ status: 'live' });
};

/** Answers 200 when the gateway can serve, else 503, and says which part is missing. */
export function answerReady(readiness: () => Promise<Readiness>): RequestHandler {
  return async (_request, response) => {
    const { isStopping, hasSupergraph, isNationalReachable } = await readiness();
    const isReady = !isStopping && hasSupergraph && isNationalReachable;
    response
      .set('cache-control', 'no-store')
      .status(isReady ? 200 : 503)
      .json({
        status: isStopping ? 'stopping' : isReady ? 'ready' : 'not ready',
        supergraph: hasSupergraph ? 'loaded' : 'absent',
        national: isNationalReachable ? 'reachable' : 'unreachable',
      });
  };
}

/** Keeps the last result of a probe for a second and never runs two at once. */
export function rememberBriefly(probe: () => Promise<boolean>): () => Promise<boolean> {
  let current: { readonly result: Promise<boolean>; readonly startedAt: number } | undefined;
  return () => {
    if (current === undefined || performance.now() - current.startedAt > FRESH_MILLISECONDS) {
      current = { result: probe(), startedAt: performance.now() };
    }
    return current.result;
  };
}
