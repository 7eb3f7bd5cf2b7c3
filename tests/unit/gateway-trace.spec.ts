import { EventEmitter } from 'node:events';
import { UNLIMITED_BUDGET } from '../../gateway/request-budget';
import { createGatewayContext, type GatewayContext } from '../../gateway/request-context';
import { createRequestTraces, type RequestTrace } from '../../gateway/telemetry';
import { createTracing, readTraceparent, writeTraceparent } from '../../subgraphs/kit/tracing';
import { captureLog } from '../support/captured-log';
import { captureSpans, type CapturedTracing, factsOf } from '../support/captured-spans';
import { silentLogger, startHttpServer } from '../support/gateway-servers';
import { answers, breaks, createGate, sourceAt, startCountingRegion } from '../support/gateway-sources';

const HEADER = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

/** The trace of a request that came over HTTP, and the end of its response. */
function requestTrace(tracing: CapturedTracing['tracing'] | null): { trace: RequestTrace | undefined; end(): void } {
  const traces = createRequestTraces(tracing, () => undefined);
  const request = { method: 'POST', headers: {} };
  const response = Object.assign(new EventEmitter(), { statusCode: 200, writableFinished: true });
  for (const handle of traces.handlers) void handle(request as never, response as never, () => undefined);
  return { trace: traces.of(response as never), end: () => response.emit('close') };
}

function contextOf(trace: RequestTrace | undefined): GatewayContext {
  return createGatewayContext('request-1', UNLIMITED_BUDGET, undefined, trace);
}

describe('the questions of traced requests', () => {
  it('are asked once when they are identical: the one that joined says so and names the one that asked', async () => {
    const gate = createGate();
    const headers: unknown[] = [];
    const region = await startCountingRegion((response, request, index) => {
      headers.push(request.headers['traceparent']);
      void gate.opened.then(() => answers(response, request, index));
    });
    const source = await sourceAt(region.url);
    const captured = await captureSpans();
    const requests = [requestTrace(captured.tracing), requestTrace(captured.tracing)];
    const both = requests.map(({ trace }) => source.ask({ context: contextOf(trace) }));
    gate.open();
    await Promise.all(both);
    requests.forEach(({ end }) => end());
    expect(region.count()).toBe(1);
    const fetches = (await captured.spans()).filter(({ name }) => name === 'fetch');
    const asked = fetches.find(({ attributes }) => attributes['maillage.collapsed'] === false);
    const joined = fetches.find(({ attributes }) => attributes['maillage.collapsed'] === true);
    expect(headers).toEqual([asked && writeTraceparent(asked.spanContext())]);
    expect(joined?.spanContext().traceId).not.toBe(asked?.spanContext().traceId);
    expect(joined?.links.map(({ context: { spanId } }) => spanId)).toEqual([asked?.spanContext().spanId]);
    expect(asked?.links).toEqual([]);
    await Promise.all([source.sources.close(), region.close(), captured.tracing.stop()]);
  });

  it('say that a region was spared: because it is down, or failed earlier in the request', async () => {
    const region = await startCountingRegion(breaks);
    const breaker = { failuresToOpen: 1, halfOpenAfterMilliseconds: 600_000 };
    const source = await sourceAt(region.url, {}, { breaker });
    const captured = await captureSpans();
    const { trace, end } = requestTrace(captured.tracing);
    await source.ask({ context: contextOf(trace), n: 1 });
    const context = contextOf(trace);
    await source.ask({ context, n: 2 });
    await source.ask({ context, n: 3 });
    end();
    const fetches = (await captured.spans()).filter(({ name }) => name === 'fetch').map(factsOf);
    expect(fetches.map((fact) => [fact['maillage.outcome'], fact['maillage.spared']])).toEqual([
      ['UNREACHABLE', false],
      ['UNREACHABLE', true],
      ['UNREACHABLE', true],
    ]);
    await Promise.all([source.sources.close(), region.close(), captured.tracing.stop()]);
  });
});

describe('the header of a trace', () => {
  it('is read when it is well formed, also of a version to come, and written with the known flag only', () => {
    expect(writeTraceparent(readTraceparent(HEADER) as never)).toBe(HEADER);
    const later = `cc${HEADER.slice(2, -2)}03-what-comes.then`;
    expect(writeTraceparent(readTraceparent(later) as never)).toBe(HEADER);
  });

  it.each([undefined, '', `${HEADER} `, `${HEADER}, ${HEADER}`, `cc${HEADER.slice(2)}${'-x'.repeat(100)}`])(
    'is not read from "%s"',
    (header) => expect(readTraceparent(header)).toBeUndefined(),
  );
});

describe('tracing that is off', () => {
  it('does not exist', async () => {
    const deps = { service: 'test', followsCaller: true, logger: silentLogger };
    expect(await createTracing(null, deps)).toBeNull();
    expect(createRequestTraces(null, () => undefined).handlers).toEqual([]);
    expect(requestTrace(null).trace).toBeUndefined();
  });
});

describe('a process that stops', () => {
  it('delivers its last spans by OTLP over HTTP', async () => {
    const received: string[] = [];
    const collector = await startHttpServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        received.push(`${request.method} ${request.url} ${body}`);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    const deps = { service: 'maillage-test', followsCaller: true, logger: silentLogger };
    const endpoint = `${new URL(collector.url).origin}/`;
    const tracing = await createTracing({ endpoint, ratio: 1 }, deps);
    tracing?.tracer.startSpan('the last').end();
    await tracing?.stop();
    await collector.close();
    expect(received).toHaveLength(1);
    expect(received[0]).toMatch(/^POST \/v1\/traces /);
    expect(received[0]).toContain('maillage-test');
    expect(received[0]).toContain('the last');
  });

  it('ends when the collector refuses, and says once that traces are lost', async () => {
    const collector = await startHttpServer((_request, response) => response.writeHead(400).end('canary'));
    const log = captureLog();
    const deps = { service: 'test', followsCaller: true, logger: log.logger };
    const tracing = await createTracing({ endpoint: new URL(collector.url).origin, ratio: 1 }, deps);
    tracing?.tracer.startSpan('first').end();
    await tracing?.flush();
    tracing?.tracer.startSpan('second').end();
    await tracing?.stop();
    await collector.close();
    expect(log.lines().map(({ msg }) => msg)).toEqual(['traces are not taken by the collector and are lost']);
    expect(log.text()).not.toContain('canary');
  });
});
