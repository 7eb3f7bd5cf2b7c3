import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gateway } from '../../gateway';
import type { Caller } from '../../subgraphs/kit/identity';
import { speakingAs, spokenIdentity } from '../support/callers';
import { startNational, startRegion, supergraphOf } from '../support/gateway-network';
import { ask, networkOf, sendJson, startGateway, startHttpServer } from '../support/gateway-servers';
import { createGate, until } from '../support/gateway-sources';

const QUERY = `query($from: Month = "2024-01") {
  consolidation(period: { from: $from, to: "2024-12" }) { total { hoursDone } coverage { expected answered } } }`;
const CONSOLIDATOR: Caller = { role: 'consolidator' };

let cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  cleanups = [];
});

/** A gateway over two regions, behind a national level that answers once the gate is open. */
async function gatedHub(overrides: Parameters<typeof startGateway>[2] = {}) {
  const gate = createGate();
  const regions = { '53': await startRegion('53', 100), '76': await startRegion('76', 1_000) };
  const { supergraphSdl, nationalSdl } = supergraphOf(['53', '76']);
  const national = await startNational(nationalSdl, ['53', '76']);
  let asked = 0;
  const door = await startHttpServer((request, response) => {
    asked += 1;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void gate.opened
        .then(() =>
          fetch(national.url, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: Buffer.concat(chunks),
          }),
        )
        .then(async (answer) => sendJson(response, await answer.json()));
    });
  });
  const network = networkOf(door.url, { '53': regions['53'].url, '76': regions['76'].url });
  const gateway = await startGateway(supergraphSdl, network, overrides, spokenIdentity);
  cleanups.push(regions['53'].close, regions['76'].close, national.close, door.close, () => gateway.stop());
  return { gate, gateway, network, supergraphSdl, asked: () => asked };
}

const askAs = (gateway: Gateway, caller: Caller, variables = {}, headers = {}) =>
  ask(gateway, QUERY, variables, { authorization: speakingAs(caller), ...headers });

const ANSWER = { consolidation: { total: { hoursDone: 11 }, coverage: { expected: 2, answered: 2 } } };
/** A consolidation asks the national level twice. */
const QUESTIONS = 2;

describe('identical queries of callers who are alike', () => {
  it('share one answer while it is made', async () => {
    const { gate, gateway, asked } = await gatedHub();
    const answers = Array.from({ length: 8 }, () => askAs(gateway, CONSOLIDATOR));
    await until(() => asked() === 1);
    gate.open();
    for (const { status, data } of await Promise.all(answers))
      expect({ status, data }).toEqual({ status: 200, data: ANSWER });
    expect(asked()).toBe(QUESTIONS);
  });

  it('share it a moment longer where that is set, and never after', async () => {
    const { gate, gateway, asked } = await gatedHub({ sharedAnswerMilliseconds: 400 });
    gate.open();
    expect((await askAs(gateway, CONSOLIDATOR)).data).toEqual(ANSWER);
    expect((await askAs(gateway, CONSOLIDATOR)).data).toEqual(ANSWER);
    expect(asked()).toBe(QUESTIONS);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await askAs(gateway, CONSOLIDATOR)).data).toEqual(ANSWER);
    expect(asked()).toBe(2 * QUESTIONS);
  });

  it('keep their own identifier of the request', async () => {
    const { gate, gateway } = await gatedHub({ sharedAnswerMilliseconds: 1_000 });
    gate.open();
    for (const id of ['request-of-one', 'request-of-two']) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-request-id': id,
          authorization: speakingAs(CONSOLIDATOR),
        },
        body: JSON.stringify({ query: QUERY }),
      });
      expect(response.headers.get('x-request-id')).toBe(id);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      expect(await response.json()).toMatchObject({ data: ANSWER });
    }
  });

  it('are each counted: in the metrics, and in the usage of each client', async () => {
    const usageDirectory = await mkdtemp(join(tmpdir(), 'maillage-usage-'));
    cleanups.push(() => rm(usageDirectory, { recursive: true }));
    const { gate, gateway } = await gatedHub({ sharedAnswerMilliseconds: 1_000, usageDirectory });
    gate.open();
    for (const client of ['dashboard/1.2', 'dashboard/1.2', 'report']) {
      await askAs(gateway, CONSOLIDATOR, {}, { 'maillage-client': client });
    }
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toContain('maillage_requests_total{outcome="answered"} 3');
    expect(metrics).toContain('maillage_coverage_expected_total 6');
    await gateway.stop();
    const [file = ''] = await readdir(usageDirectory);
    const text = await readFile(join(usageDirectory, file), 'utf8');
    expect(text).toMatch(/"dashboard"/);
    expect(text).toMatch(/"report"/);
  });
});

describe('no answer is shared', () => {
  const DIFFERENT: readonly [string, Caller, object][] = [
    ['between roles', { role: 'approver' }, {}],
    ['between regions', { role: 'coordination', region: '53' }, {}],
    ['between variables', CONSOLIDATOR, { from: '2024-02' }],
  ];
  it.each(DIFFERENT)('%s', async (_, caller, variables) => {
    const { gate, gateway, asked } = await gatedHub({ sharedAnswerMilliseconds: 1_000 });
    const answers = [
      askAs(gateway, CONSOLIDATOR),
      askAs(gateway, { role: 'coordination', region: '76' }),
      askAs(gateway, caller, variables),
    ];
    // Each asks the national level on its own, before any is answered.
    await until(() => asked() === 3);
    gate.open();
    for (const { data } of await Promise.all(answers)) expect(data).toEqual(ANSWER);
  });

  it('between forms of the answer', async () => {
    const { gate, gateway } = await gatedHub({ sharedAnswerMilliseconds: 1_000 });
    gate.open();
    const forms = ['application/json', 'application/graphql-response+json'];
    for (const accept of forms) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept, authorization: speakingAs(CONSOLIDATOR) },
        body: JSON.stringify({ query: QUERY }),
      });
      expect(response.headers.get('content-type')).toContain(accept);
    }
  });

  it('with a caller who may not ask, whoever asked before', async () => {
    const { gate, gateway } = await gatedHub({ sharedAnswerMilliseconds: 1_000 });
    gate.open();
    expect((await askAs(gateway, CONSOLIDATOR)).data).toEqual(ANSWER);
    const refused = await ask(gateway, QUERY);
    expect([refused.status, refused.data]).toEqual([401, undefined]);
  });

  it('from one supergraph to the next', async () => {
    const { gate, gateway, network, supergraphSdl, asked } = await gatedHub({ sharedAnswerMilliseconds: 1_000 });
    gate.open();
    await askAs(gateway, CONSOLIDATOR);
    await gateway.serve({ supergraphSdl, network, digest: 'another' });
    expect((await askAs(gateway, CONSOLIDATOR)).data).toEqual(ANSWER);
    expect(asked()).toBe(2 * QUESTIONS);
  });
});
