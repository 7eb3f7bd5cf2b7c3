import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestHandler } from 'express';
import type { GatewayContext } from '../request-context';
import type { GatewayMetrics, RequestOutcome } from './gateway-metrics';

/** Answers `/metrics`. */
export function answerMetrics(metrics: GatewayMetrics): RequestHandler {
  return async (_request, response) => {
    const text = await metrics.text();
    response.set('cache-control', 'no-store').set('content-type', metrics.contentType).send(text);
  };
}

/** Counts and times the requests of clients, refused ones included. */
export function observeRequests(metrics: GatewayMetrics): RequestHandler {
  return (_request, response, next) => {
    const startedAt = performance.now();
    response.once('close', () => {
      const outcome = outcomeOf(response.statusCode, response.writableFinished);
      metrics.recordRequest({ outcome, milliseconds: performance.now() - startedAt });
    });
    next();
  };
}

/** Looks for coverage in answers, wherever the client asked for it and under whatever alias. */
export function observeCoveragePlugin(metrics: GatewayMetrics): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body }, contextValue }) {
          if (body.kind !== 'single' || body.singleResult.data == null) return;
          const found = Object.values(body.singleResult.data).flatMap((root) =>
            (Array.isArray(root) ? root : [root]).flatMap(coveragesOf),
          );
          const record = () => found.forEach((coverage) => metrics.recordCoverage(coverage));
          record();
          contextValue.repeats.push(record);
        },
      };
    },
  };
}

type CoverageCounts = Parameters<GatewayMetrics['recordCoverage']>[0];

function coveragesOf(place: unknown): CoverageCounts[] {
  if (typeof place !== 'object' || place === null) return [];
  return Object.values(place).flatMap((value: unknown): CoverageCounts[] => {
    if (typeof value !== 'object' || value === null || !('expected' in value) || !('answered' in value)) return [];
    const { expected, answered } = value;
    return typeof expected === 'number' && typeof answered === 'number' ? [{ expected, answered }] : [];
  });
}

function outcomeOf(status: number, isFinished: boolean): RequestOutcome['outcome'] {
  if (!isFinished || status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'answered';
}
