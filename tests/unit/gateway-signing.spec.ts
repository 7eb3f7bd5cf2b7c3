import type { IncomingMessage } from 'node:http';
import { loadGatewayConfig } from '../../gateway';
import { parseNetwork } from '../../subgraphs/kit/network';
import { loadAllRegionsConfig, loadRegionalConfig } from '../../subgraphs/regional/config';
import { createGatewayContext } from '../../gateway/request-context';
import { checkContentDigest, createQuestionSigner } from '../../subgraphs/kit/signatures';
import { region as regionOfCode } from '../support/gateway-servers';
import {
  TEST_SCHEMA,
  answers,
  breaks,
  createGate,
  sourceAt,
  startCountingRegion,
  type TestSource,
  until,
} from '../support/gateway-sources';
import { createHubOfTest, type HubOfTest } from '../support/signed-questions';

/** What the gateway adds to a signed question. */
const OF_SIGNATURES = ['content-digest', 'signature', 'signature-input'];

let hub: HubOfTest;
let received: { readonly headers: IncomingMessage['headers']; readonly body: string }[];
const opened: TestSource[] = [];
const regions: Awaited<ReturnType<typeof startCountingRegion>>[] = [];

beforeAll(async () => {
  hub = await createHubOfTest();
});
beforeEach(() => {
  received = [];
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ sources }) => sources.close()));
  await Promise.all(regions.splice(0).map((region) => region.close()));
});

async function startRegion(gate: Promise<void> = Promise.resolve()) {
  const region = await startCountingRegion((response, request, index) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      void gate.then(() => answers(response, request, index));
    });
  });
  regions.push(region);
  return region;
}
async function source(url: string, signsBodies: boolean, signer = createQuestionSigner(hub.signing)) {
  const made = await sourceAt(url, {}, { questionSigner: signer }, { signsBodies });
  opened.push(made);
  return made;
}
const isSigned = (index: number) => OF_SIGNATURES.map((name) => received[index]?.headers[name] !== undefined);

describe('a region whose questions are signed', () => {
  it('gets each with a signature and a digest that fit it', async () => {
    const region = await startRegion();
    expect((await (await source(region.url, true)).ask()).data).toEqual({ ping: 'pong' });
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    checkContentDigest(String(headers['content-digest']), Buffer.from(body));
    await hub.questions().check({ method: 'POST', target: '/graphql', headers });
  });

  it('gets identical questions under way once, though no two signatures are alike', async () => {
    const gate = createGate();
    const region = await startRegion(gate.opened);
    const { ask } = await source(region.url, true);
    const all = Promise.all([ask(), ask(), ask()]);
    await until(() => region.count() > 0);
    gate.open();
    expect((await all).map(({ data }) => data)).toEqual([{ ping: 'pong' }, { ping: 'pong' }, { ping: 'pong' }]);
    expect(region.count()).toBe(1);
  });

  it('gets a question that is sent again with the signature of the first time', async () => {
    const region = await startRegion();
    let first: IncomingMessage['headers'] = {};
    region.behave((response, request, index) => {
      if (index === 1) {
        first = request.headers;
        return breaks(response, request, index);
      }
      received.push({ headers: request.headers, body: '' });
      return answers(response, request, index);
    });
    expect((await (await source(region.url, true)).ask()).data).toEqual({ ping: 'pong' });
    expect(first['signature']).toBeDefined();
    expect(received.map(({ headers }) => headers['signature'])).toEqual([first['signature']]);
  });

  it('gets nothing that could not be signed', async () => {
    const region = await startRegion();
    const { ask } = await source(region.url, true, { sign: () => Promise.reject(new Error('no key')) });
    expect((await ask()).code).toBe('REGION_UNREACHABLE');
    expect(region.count()).toBe(0);
  });
});

it('a region that does not want signatures gets none, and costs none', async () => {
  const region = await startRegion();
  const signer = { sign: jest.fn() };
  expect((await (await source(region.url, false, signer)).ask()).data).toEqual({ ping: 'pong' });
  expect(isSigned(0)).toEqual([false, false, false]);
  expect(signer.sign).not.toHaveBeenCalled();
});

it('a region that starts to want them gets them with the next network, at the same address', async () => {
  const region = await startRegion();
  const { sources, network, ask } = await source(region.url, false);
  const members = network.members.map((member) => ({ ...member, signsBodies: true }));
  const next = sources.ofNetwork({ ...network, version: 2, members }, TEST_SCHEMA);
  await ask();
  const question = { request: { query: '{ ping }' }, context: createGatewayContext('request-2') };
  const later = next.forSubgraph(regionOfCode('53').subgraph);
  expect(await later.process(question as unknown as Parameters<typeof later.process>[0])).toEqual({
    data: { ping: 'pong' },
  });
  await next.release();
  expect([isSigned(0), isSigned(1)]).toEqual([
    [false, false, false],
    [true, true, true],
  ]);
});

it('a region that the gateway is told to sign for gets signatures, whatever the network says', async () => {
  const region = await startRegion();
  const deps = { questionSigner: createQuestionSigner(hub.signing) };
  for (const signedRegions of [['53'], ['76']]) {
    const made = await sourceAt(region.url, { signedRegions }, deps);
    opened.push(made);
    await made.ask();
  }
  expect([isSigned(0), isSigned(1)]).toEqual([
    [true, true, true],
    [false, false, false],
  ]);
});

describe('the settings of signatures', () => {
  const networkWith = (signsBodies: unknown) => {
    const member = { code: '53', url: 'https://region.example.org/graphql', schemaVersion: '2', signsBodies };
    return JSON.stringify({ version: 1, nationalUrl: 'http://national:4001/graphql', members: [member] });
  };
  const region = { REGION: '53', DATABASE_URL: 'postgres://region', HUB_KEYS_FILE: 'hub-keys.json' };

  it('of the network are yes or no, and no unless said', () => {
    expect(parseNetwork(networkWith(true)).members.map(({ signsBodies }) => signsBodies)).toEqual([true]);
    expect(parseNetwork(networkWith(undefined)).members.map(({ signsBodies = false }) => signsBodies)).toEqual([false]);
    expect(() => parseNetwork(networkWith('yes'))).toThrow('signsBodies');
  });

  it('of a region are off unless said', () => {
    expect(loadRegionalConfig(region)).toMatchObject({ requiresSignedBodies: false, publicUrl: undefined });
    const publicUrl = 'https://region.example.org/graphql';
    const strict = loadRegionalConfig({ ...region, REQUIRE_SIGNED_BODIES: 'true', REGION_PUBLIC_URL: publicUrl });
    expect(strict).toMatchObject({ requiresSignedBodies: true, publicUrl });
    const all = { HUB_KEYS_FILE: 'hub-keys.json', REGIONS_FILE: 'regions.json', NETWORK_FILE: 'network.json' };
    expect(loadAllRegionsConfig({ ...all, REQUIRE_SIGNED_BODIES: 'true' }).requiresSignedBodies).toBe(true);
  });

  it('of the gateway name regions of the law', () => {
    const gateway = { NETWORK_FILE: 'a', SUPERGRAPH_FILE: 'b', HUB_SIGNING_KEY_FILE: 'c' };
    expect(loadGatewayConfig({ ...gateway, SIGNED_REGIONS: '53, 01' }).signedRegions).toEqual(['53', '01']);
    expect(loadGatewayConfig(gateway).signedRegions).toEqual([]);
    expect(() => loadGatewayConfig({ ...gateway, SIGNED_REGIONS: '54' })).toThrow('SIGNED_REGIONS');
  });
});
