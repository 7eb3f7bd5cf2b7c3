import type { Gateway } from '../../gateway';
import type { ServedNetwork } from '../../gateway/supergraph-source';
import { composeNetwork, publicationsOf } from '../../schema';
import { startNational, startRegion, supergraphOf } from '../support/gateway-network';
import {
  ask,
  networkOf,
  region,
  sendJson,
  startGateway,
  startHttpServer,
  type TestServer,
} from '../support/gateway-servers';
import { createGate, until } from '../support/gateway-sources';

const QUERY =
  '{ consolidation(period: { from: "2024-01", to: "2024-12" }) { total { hoursDone } coverage { answered } } }';
const NAMES = '{ regions { code network { coordinationName } } }';

let gateway: Gateway;
let opened: TestServer[] = [];
afterEach(async () => {
  await gateway.stop();
  await Promise.all(opened.map((server) => server.close()));
  opened = [];
});

async function open<Server extends TestServer>(starting: Promise<Server>): Promise<Server> {
  const server = await starting;
  opened.push(server);
  return server;
}

/** A national level that knows these regions, and what a gateway is to serve with it. */
async function networkWith(urls: Readonly<Record<string, string>>): Promise<ServedNetwork> {
  const codes = Object.keys(urls).sort();
  const { supergraphSdl, nationalSdl } = supergraphOf(codes);
  const national = await open(startNational(nationalSdl, codes));
  return { supergraphSdl, network: networkOf(national.url, urls), digest: codes.join() };
}

const start = ({ supergraphSdl, network }: ServedNetwork, engine: 'maillage' | 'stock' = 'maillage') =>
  startGateway(supergraphSdl, network, { engine });
const hoursOf = async () => (await ask(gateway, QUERY)).data as unknown;
const consolidated = (hoursDone: number, answered: number) => ({
  consolidation: { total: { hoursDone }, coverage: { answered } },
});

describe('a gateway that is given another supergraph and network', () => {
  it('asks a new member, asks a member at its new address, and asks no member that left', async () => {
    const [bretagne, moved, occitanie] = [
      await open(startRegion('53', 100)),
      await open(startRegion('53', 700)),
      await open(startRegion('76', 1_000)),
    ];
    gateway = await start(await networkWith({ '53': bretagne.url }));
    expect(await hoursOf()).toEqual(consolidated(1, 1));
    const both = await networkWith({ '53': bretagne.url, '76': occitanie.url });
    await gateway.serve(both);
    expect(await hoursOf()).toEqual(consolidated(11, 2));
    await gateway.serve({
      ...both,
      network: networkOf(both.network.nationalUrl, { '53': moved.url, '76': occitanie.url }),
    });
    expect(await hoursOf()).toEqual(consolidated(17, 2));
    await gateway.serve(await networkWith({ '76': occitanie.url }));
    expect(await hoursOf()).toEqual(consolidated(10, 1));
  });

  it('answers ten swaps long without a failure, over connections that are kept', async () => {
    const served = await networkWith({
      '53': (await open(startRegion('53', 100))).url,
      '76': (await open(startRegion('76', 1_000))).url,
    });
    const older = composeNetwork(
      publicationsOf(['53', '76'].map((code) => ({ region: region(code), schemaVersion: code === '53' ? '1' : '2' }))),
    );
    gateway = await start(served);
    let isOver = false;
    const answers: unknown[] = [];
    const clients = Array.from({ length: 4 }, async () => {
      while (!isOver) answers.push(await ask(gateway, QUERY));
    });
    for (let swap = 0; swap < 10; swap += 1) {
      await gateway.serve(swap % 2 === 0 ? { ...served, supergraphSdl: older.supergraphSdl } : served);
    }
    isOver = true;
    await Promise.all(clients);
    expect(answers.length).toBeGreaterThan(10);
    const wrong = answers.filter(
      (answer) => JSON.stringify(answer) !== JSON.stringify({ status: 200, data: consolidated(11, 2) }),
    );
    expect(wrong).toEqual([]);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toContain('maillage_supergraph_swaps_total{outcome="served"} 10');
    expect(metrics).toContain('maillage_supergraph_served{digest="53,76"} 1');
  });

  it('ends a request under way on the supergraph and the addresses that it began with', async () => {
    const gate = createGate();
    let isAsked = false;
    const slow = await open(
      startHttpServer((request, response) => {
        request.resume();
        isAsked = true;
        const shard = { __typename: 'BretagneNetwork', coordinationName: 'the old address' };
        void gate.opened.then(() => sendJson(response, { data: { _entities: [shard] } }));
      }),
    );
    gateway = await start(await networkWith({ '53': slow.url }));
    const underWay = ask(gateway, NAMES);
    await until(() => isAsked);
    await gateway.serve(await networkWith({ '76': (await open(startRegion('76', 1_000))).url }));
    const after = await ask(gateway, NAMES);
    gate.open();
    expect((await underWay).data).toEqual({
      regions: [{ code: '53', network: { coordinationName: 'the old address' } }],
    });
    expect(after.data).toEqual({ regions: [{ code: '76', network: { coordinationName: 'Coordination 76' } }] });
  });

  it.each([
    ['no GraphQL', 'SUPERGRAPH_INVALID', () => 'type {'],
    ['not composed', 'SUPERGRAPH_INVALID', () => 'type Query { hello: String }'],
    ['of other members than the network', 'NETWORK_MISMATCH', () => supergraphOf(['53', '76']).supergraphSdl],
    ['of fewer members than the network', 'NETWORK_MISMATCH', () => supergraphOf([]).supergraphSdl],
  ])('goes on as before when the supergraph is %s', async (_what, code, supergraphSdl) => {
    const served = await networkWith({ '53': (await open(startRegion('53', 100))).url });
    gateway = await start(served);
    const refused = gateway.serve({ ...served, supergraphSdl: supergraphSdl(), digest: 'other' });
    await expect(refused).rejects.toMatchObject({ code });
    expect(await hoursOf()).toEqual(consolidated(1, 1));
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toContain('maillage_supergraph_swaps_total{outcome="refused"} 1');
    expect(metrics).not.toContain('digest="other"');
  });

  it('has to be restarted when its engine is the stock one, and says so', async () => {
    const served = await networkWith({ '53': (await open(startRegion('53', 100))).url });
    gateway = await start(served, 'stock');
    await expect(gateway.serve(served)).rejects.toMatchObject({ code: 'SWAP_UNSUPPORTED' });
    expect(await hoursOf()).toEqual(consolidated(1, 1));
  });
});
