import { request as forwardTo } from 'node:http';
import type { Gateway, GatewayConfig } from '../../gateway';
import { startNational, startRegion, supergraphOf } from '../support/gateway-network';
import {
  ask,
  impatience,
  networkOf,
  startGateway,
  startHttpServer,
  type TestServer,
  unusedUrl,
} from '../support/gateway-servers';

const CODES = ['53', '76'];
const FIGURES =
  '{ consolidation(period: { from: "2024-01", to: "2024-12" }) { total { hoursDone } coverage { answered expected } } }';
const NETWORKS = '{ regions { code network { coordinationName desks { id name } } } }';

describe('a gateway over two regions', () => {
  const supergraph = supergraphOf(CODES);
  let national: Awaited<ReturnType<typeof startNational>>;
  let bretagne: TestServer;
  const open: { stop?: () => Promise<void>; close?: () => Promise<void> }[] = [];

  beforeAll(async () => {
    national = await startNational(supergraph.nationalSdl, CODES);
    bretagne = await startRegion('53', 70_000, { 'maillage-demonstration': 'true' });
  });
  afterAll(() => Promise.all([national.close(), bretagne.close()]));
  beforeEach(() => {
    national.questions.length = 0;
  });
  afterEach(async () => {
    for (const opened of open.splice(0)) await (opened.stop ?? opened.close)?.();
  });

  async function gatewayWith(occitanieUrl: string, overrides: Partial<GatewayConfig> = {}): Promise<Gateway> {
    const network = networkOf(national.url, { '53': bretagne.url, '76': occitanieUrl });
    const gateway = await startGateway(supergraph.supergraphSdl, network, { ...impatience(2_000), ...overrides });
    open.push(gateway);
    return gateway;
  }
  async function regionOf(server: Promise<TestServer>): Promise<string> {
    open.unshift(await server);
    return (await server).url;
  }
  const statusesAtGather = () => JSON.parse(String(national.questions.at(-1)?.headers['maillage-region-status']));

  it('adds up both regions, and names the one that shows demonstration rows', async () => {
    const gateway = await gatewayWith(await regionOf(startRegion('76', 30_000)));
    const { data, errors, extensions } = await ask(gateway, FIGURES);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      consolidation: { total: { hoursDone: 1_000 }, coverage: { answered: 2, expected: 2 } },
    });
    expect(extensions).toEqual({ demonstration: { regions: ['53'], notice: 'Données de démonstration' } });
    expect(statusesAtGather()).toEqual({});
  });

  it.each<[string, string, string, () => Promise<string>]>([
    ['is down', 'REGION_UNREACHABLE', 'UNREACHABLE', unusedUrl],
    ['hangs', 'REGION_TIMEOUT', 'TIMEOUT', () => regionOf(startHttpServer(() => undefined))],
    [
      'answers nonsense',
      'REGION_INVALID',
      'INVALID',
      () => regionOf(startHttpServer((_request, response) => response.writeHead(500).end('at db.js:12 secret'))),
    ],
    [
      'refuses the hub',
      'REGION_REFUSED',
      'REFUSED',
      () => regionOf(startHttpServer((_request, response) => response.writeHead(403).end())),
    ],
  ])('keeps the figures of the other region when one %s', async (_how, code, status, start) => {
    const gateway = await gatewayWith(await start());
    const { data, errors } = await ask(gateway, FIGURES);
    expect(data).toEqual({ consolidation: { total: { hoursDone: 700 }, coverage: { answered: 1, expected: 2 } } });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({ code, region: '76', regionName: 'Occitanie' });
    expect(errors?.[0]?.message).toContain('Occitanie (76)');
    expect(JSON.stringify(errors)).not.toMatch(/secret|127\.0\.0\.1|shards|serviceName/);
    expect(statusesAtGather()).toEqual({ '76': status });
  });

  it('answers in the time of the request though a region may hang for longer', async () => {
    const url = await regionOf(startHttpServer(() => undefined));
    // Far beyond the time that this test has: only the time of the request can end the wait.
    const patient = { regionDeadlineMilliseconds: 600_000, regionHeadersMilliseconds: 600_000 };
    const gateway = await gatewayWith(url, { ...patient, requestDeadlineMilliseconds: 5_000 });
    const { data, errors } = await ask(gateway, FIGURES);
    expect(data).toEqual({ consolidation: { total: { hoursDone: 700 }, coverage: { answered: 1, expected: 2 } } });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['REGION_TIMEOUT']);
    expect(statusesAtGather()).toEqual({ '76': 'TIMEOUT' });
  });

  it('counts a region again once it is back', async () => {
    const clock = jest.spyOn(Date, 'now');
    const start = Date.now();
    let isDown = true;
    const occitanie = await startRegion('76', 30_000);
    open.unshift(occitanie);
    const proxy = startHttpServer((request, response) => {
      if (isDown) return response.writeHead(503).end();
      const forward = forwardTo(occitanie.url, { method: 'POST', headers: request.headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      return request.pipe(forward);
    });
    const gateway = await gatewayWith(await regionOf(proxy));
    const answered = async () =>
      ((await ask(gateway, FIGURES)).data as { consolidation: { coverage: { answered: number } } }).consolidation
        .coverage.answered;
    for (let n = 0; n < 7; n += 1) expect(await answered()).toBe(1);
    isDown = false;
    expect(await answered()).toBe(1);
    clock.mockImplementation(() => start + 3_600_000);
    expect(await answered()).toBe(2);
    clock.mockRestore();
  });

  it('keeps the network of the other region, and never shows an empty list for the one that is down', async () => {
    const gateway = await gatewayWith(await unusedUrl());
    const { data, errors } = await ask(gateway, NETWORKS);
    expect(data).toEqual({
      regions: [
        {
          code: '53',
          network: { coordinationName: 'Coordination 53', desks: [{ id: '53-1', name: 'Guichet 53' }] },
        },
        { code: '76', network: { coordinationName: null, desks: null } },
      ],
    });
    expect(errors?.map(({ extensions }) => [extensions['code'], extensions['region']])).toEqual([
      ['REGION_UNREACHABLE', '76'],
    ]);
  });

  it('rewrites the error of one field, and blames no other region in its path', async () => {
    const failing = startRegion('76', () => {
      throw new Error('relation "participants" does not exist');
    });
    const gateway = await gatewayWith(await regionOf(failing));
    const { errors } = await ask(gateway, NETWORKS);
    expect(errors).toEqual([
      {
        message: expect.stringContaining('Occitanie (76)'),
        path: ['regions', 1, 'network', 'coordinationName'],
        extensions: { code: 'REGION_ERROR', region: '76', regionName: 'Occitanie' },
      },
    ]);
  });

  it("passes the national level's own errors, and masks the others with the request to quote", async () => {
    const gateway = await gatewayWith(await unusedUrl());
    const { data, errors } = await ask(gateway, '{ nationalBuyer(siren: "1") { name } }');
    expect(data).toEqual({ nationalBuyer: null });
    expect(errors).toEqual([
      {
        message: 'The SIREN "1" has not nine digits.',
        path: ['nationalBuyer'],
        extensions: { code: 'SIREN_MALFORMED', siren: '1' },
      },
    ]);
    const masked = await ask(gateway, '{ nationalBuyers { name } }');
    expect(masked.errors?.[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(masked.errors?.[0]?.message).toContain(String(masked.errors?.[0]?.extensions['requestId']));
    expect(JSON.stringify(masked)).not.toContain('partnership');
  });

  it('says NATIONAL_UNAVAILABLE when the national level is down', async () => {
    const network = networkOf(await unusedUrl(), { '53': bretagne.url, '76': bretagne.url });
    const gateway = await startGateway(supergraph.supergraphSdl, network);
    open.push(gateway);
    const { data, errors } = await ask(gateway, FIGURES);
    expect(data).toBeNull();
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'NATIONAL_UNAVAILABLE' }]);
  });

  it('answers an alias of the name of a key rightly, where the stock engine has to refuse it', async () => {
    const gateway = await gatewayWith(await regionOf(startRegion('76', 30_000)));
    const query = '{ regions { code: name region: code network { coordinationName } } }';
    expect((await ask(gateway, query)).data).toEqual({
      regions: [
        { code: 'Bretagne', region: '53', network: { coordinationName: 'Coordination 53' } },
        { code: 'Occitanie', region: '76', network: { coordinationName: 'Coordination 76' } },
      ],
    });
    const network = networkOf(national.url, { '53': bretagne.url, '76': bretagne.url });
    const stock = await startGateway(supergraph.supergraphSdl, network, { engine: 'stock' });
    open.push(stock);
    const refused = await ask(stock, query);
    expect(refused.status).toBe(400);
    expect(refused.errors?.[0]?.extensions['code']).toBe('ALIAS_RESERVED');
  });

  it('does not start when the network gives no address for a region of the supergraph', async () => {
    const network = networkOf(national.url, { '53': bretagne.url });
    await expect(startGateway(supergraph.supergraphSdl, network)).rejects.toMatchObject({ code: 'NETWORK_MISMATCH' });
  });
});
