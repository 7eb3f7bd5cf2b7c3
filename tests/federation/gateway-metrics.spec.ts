import type { Gateway } from '../../gateway';
import { startNational, startRegion, supergraphOf } from '../support/gateway-network';
import { ask, networkOf, startGateway, type TestServer, unusedUrl } from '../support/gateway-servers';

const CODES = ['11', '53'];
const CANARY = 'canary-7f3a91';

let servers: TestServer[] = [];
let gateway: Gateway | undefined;

beforeAll(async () => {
  const { supergraphSdl, nationalSdl } = await supergraphOf(CODES);
  const [national, region] = await Promise.all([startNational(nationalSdl, CODES), startRegion('11', 1_000)]);
  servers = [national, region];
  gateway = await startGateway(supergraphSdl, networkOf(national.url, { '11': region.url, '53': await unusedUrl() }), {
    regionDeadlineMilliseconds: 10_000,
  });
});
afterAll(async () => {
  await gateway?.stop();
  await Promise.all(servers.map((server) => server.close()));
});

it('the metrics tell requests, regions, coverage and the event loop, and nothing that a client wrote', async () => {
  const at = gateway as Gateway;
  await ask(at, '{ consolidation(period: {from: "2024-01", to: "2024-12"}) { c: coverage { expected answered } } }');
  await ask(
    at,
    `query ${CANARY.replace('-', '_')} { consolidation(period: {from: "${CANARY}", to: "x"}) { nothing } }`,
  );
  const response = await fetch(`${at.url}/metrics`, { headers: { authorization: `Bearer ${CANARY}` } });
  const text = await response.text();
  expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
  const lines = text.split('\n');
  for (const line of [
    'maillage_requests_total{outcome="answered"} 1',
    'maillage_requests_total{outcome="refused"} 1',
    'maillage_region_questions_total{region="11",outcome="SUCCESS"} 1',
    'maillage_region_questions_total{region="53",outcome="UNREACHABLE"} 1',
    'maillage_coverage_expected_total 2',
    'maillage_coverage_answered_total 1',
    'maillage_coverage_incomplete_total 1',
  ]) {
    expect(lines).toContain(line);
  }
  expect(text).toMatch(/maillage_region_duration_seconds_count\{region="11"\} 1/);
  expect(text).toMatch(/maillage_event_loop_lag_p99_seconds /);
  expect(text).not.toContain('canary');
});
