import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import type { Gateway } from '../../gateway';
import type { SubgraphServer } from '../../subgraphs/kit/server';
import { captureLog } from '../support/captured-log';
import { captureSpans, type CapturedTracing, factsOf } from '../support/captured-spans';
import { startNational, supergraphOf } from '../support/gateway-network';
import { ask, networkOf, startGateway, unusedUrl } from '../support/gateway-servers';
import { startKitRegion } from '../support/kit-region';

const CODES = ['11', '53'];
const TOTAL = '{ consolidation(period: {from: "2024-01", to: "2024-12"}) { total { hoursDone } } }';
const CLIENT_TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CLIENT_SPAN = '00f067aa0ba902b7';
const CLIENT = `00-${CLIENT_TRACE}-${CLIENT_SPAN}-01`;

const supergraph = supergraphOf(CODES);
let national: Awaited<ReturnType<typeof startNational>>;
let region: SubgraphServer;
let gateway: Gateway;
let atGateway: CapturedTracing;
let atRegion: CapturedTracing;
let hoursDone: () => number | Promise<number> = () => 100;
const regionLog = captureLog();
const gatewayLog = captureLog();

beforeAll(async () => {
  [atGateway, atRegion] = await Promise.all([captureSpans({ followsCaller: false }), captureSpans()]);
  national = await startNational(supergraph.nationalSdl, CODES);
  region = await startKitRegion('11', () => hoursDone(), { tracing: atRegion.tracing, logger: regionLog.logger });
  const network = networkOf(national.url, { '11': region.url, '53': await unusedUrl() });
  const { tracing } = atGateway;
  gateway = await startGateway(supergraph.supergraphSdl, network, {}, undefined, {
    tracing,
    logger: gatewayLog.logger,
  });
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([national.close(), region.stop(), atRegion.tracing.stop()]);
});
beforeEach(async () => {
  hoursDone = () => 100;
  national.questions.length = 0;
  await Promise.all([atGateway.reset(), atRegion.reset()]);
});

/** Spans of the gateway and of the region once the request has ended on both sides. */
async function spansOf(requests = 1): Promise<readonly ReadableSpan[]> {
  for (;;) {
    const spans = await atGateway.spans();
    const ended = spans.filter(({ name }) => name === 'graphql request').length;
    if (ended >= requests) return [...spans, ...(await atRegion.spans())];
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
const idOf = (span: ReadableSpan | undefined) => span?.spanContext().spanId;

it('one trace goes from the client through the gateway to a region and the national level', async () => {
  await ask(gateway, TOTAL, {}, { traceparent: CLIENT });
  const spans = await spansOf();
  expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([CLIENT_TRACE]));
  const named = (name: string) => spans.filter((span) => span.name === name);
  const [server] = named('graphql request');
  expect(server?.parentSpanContext?.spanId).toBe(CLIENT_SPAN);
  for (const child of [...named('plan'), ...named('fetch')]) expect(child.parentSpanContext?.spanId).toBe(idOf(server));
  const atRegionSpan = named('subgraph request')[0];
  const fetch = named('fetch').find(({ attributes }) => attributes['maillage.region'] === '11');
  expect(atRegionSpan?.parentSpanContext?.spanId).toBe(idOf(fetch));
  expect(atRegionSpan?.attributes).toEqual({ 'maillage.subgraph': 'region-11', 'http.response.status_code': 200 });
  const nationalFetches = named('fetch').filter(({ attributes }) => attributes['maillage.subgraph'] === 'national');
  expect(national.questions.map(({ headers }) => headers['traceparent'])).toEqual(
    nationalFetches.map((span) => `00-${CLIENT_TRACE}-${idOf(span)}-01`),
  );
});

it('spans say which region gave what, whether the plan was known, and what was asked by its hash only', async () => {
  await ask(gateway, TOTAL);
  await ask(gateway, TOTAL);
  const facts = (await spansOf(2)).map(factsOf);
  expect(facts).toContainEqual({
    name: 'graphql request',
    status: 0,
    'http.request.method': 'POST',
    'http.response.status_code': 200,
    'graphql.operation.type': 'query',
    'maillage.document.hash': expect.stringMatching(/^[0-9a-f]{64}$/),
    'maillage.cost': expect.any(Number),
  });
  expect(facts.filter(({ name }) => name === 'plan').map((fact) => fact['maillage.plan.cache'])).toEqual(
    expect.arrayContaining(['hit']),
  );
  const fetch = { name: 'fetch', 'maillage.collapsed': false, 'maillage.spared': false };
  const [paris, bretagne] = ['region-11', 'region-53'];
  const success = { status: 0, 'maillage.outcome': 'SUCCESS' };
  expect(facts).toContainEqual({ ...fetch, ...success, 'maillage.subgraph': paris, 'maillage.region': '11' });
  const failure = { status: 2, 'maillage.outcome': 'UNREACHABLE' };
  expect(facts).toContainEqual({ ...fetch, ...failure, 'maillage.subgraph': bretagne, 'maillage.region': '53' });
  expect(facts).toContainEqual({ ...fetch, ...success, 'maillage.subgraph': 'national' });
});

it('a plan that is made says miss once, and the metrics say the same', async () => {
  const query = '{ regions { code name } }';
  await ask(gateway, query);
  await ask(gateway, query);
  const plans = (await spansOf(2)).filter(({ name }) => name === 'plan');
  expect(plans.map(({ attributes }) => attributes['maillage.plan.cache']).sort()).toEqual(['hit', 'miss']);
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
  expect(metrics).toMatch(/maillage_plan_cache_total\{result="hit"\} [1-9]/);
  expect(metrics).toMatch(/maillage_plan_cache_total\{result="miss"\} [1-9]/);
  expect(metrics).toMatch(/maillage_plan_cache_size [1-9]/);
});

it.each([
  ['no header', {}],
  ['text', { traceparent: 'canary-7f3a91' }],
  ['an identifier of zeros', { traceparent: `00-${'0'.repeat(32)}-${CLIENT_SPAN}-01` }],
  ['upper case', { traceparent: CLIENT.toUpperCase() }],
  ['more than the version has', { traceparent: `${CLIENT}-canary` }],
  ['the forbidden version', { traceparent: `ff${CLIENT.slice(2)}` }],
])('%s begins a trace of its own', async (_what, headers) => {
  await ask(gateway, TOTAL, {}, headers);
  const spans = await spansOf();
  const traces = new Set(spans.map((span) => span.spanContext().traceId));
  expect(traces.size).toBe(1);
  expect(traces).not.toContain(CLIENT_TRACE);
  expect(spans.find(({ name }) => name === 'graphql request')?.parentSpanContext).toBeUndefined();
  expect(JSON.stringify(national.questions.map((question) => question.headers))).not.toMatch(/canary|4bf92f35/i);
});

it('nothing but the identifiers of a client goes on: no baggage, no tracestate, no flag but the known one', async () => {
  const headers = { traceparent: `${CLIENT.slice(0, -2)}ff`, tracestate: 'vendor=canary', baggage: 'user=canary' };
  await ask(gateway, TOTAL, {}, headers);
  for (const { headers: received } of national.questions) {
    expect(Object.keys(received)).not.toContain('baggage');
    expect(Object.keys(received)).not.toContain('tracestate');
    expect(received['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  }
  const spans = await spansOf();
  expect(spans.every((span) => span.spanContext().traceState === undefined)).toBe(true);
});

it('the lines of the log name the trace beside the request', async () => {
  hoursDone = () => {
    throw new Error('the database is away');
  };
  await ask(gateway, TOTAL, {}, { traceparent: CLIENT, 'x-request-id': 'request-0001' });
  const names = { requestId: 'request-0001', traceId: CLIENT_TRACE };
  expect(regionLog.lines()).toContainEqual(expect.objectContaining({ ...names, msg: 'Unexpected error' }));
  expect(gatewayLog.lines()).toContainEqual(
    expect.objectContaining({ ...names, region: '11', msg: 'a region answered errors' }),
  );
});

describe('a gateway outside of the sample', () => {
  it('records nothing, whatever the client wants, and regions follow it', async () => {
    const none = await captureSpans({ followsCaller: false }, 0);
    const network = networkOf(national.url, { '11': region.url, '53': await unusedUrl() });
    const other = await startGateway(supergraph.supergraphSdl, network, {}, undefined, { tracing: none.tracing });
    await ask(other, TOTAL, {}, { traceparent: CLIENT });
    expect(national.questions.at(-1)?.headers['traceparent']).toMatch(new RegExp(`^00-${CLIENT_TRACE}-\\w{16}-00$`));
    expect([...(await none.spans()), ...(await atRegion.spans())]).toEqual([]);
    await other.stop();
  });
});

describe('a gateway that does not trace', () => {
  it('passes no trace on', async () => {
    const network = networkOf(national.url, { '11': region.url, '53': await unusedUrl() });
    const other = await startGateway(supergraph.supergraphSdl, network);
    await ask(other, TOTAL, {}, { traceparent: CLIENT });
    expect(national.questions.length).toBeGreaterThan(0);
    expect(national.questions.every(({ headers }) => headers['traceparent'] === undefined)).toBe(true);
    await other.stop();
  });
});
