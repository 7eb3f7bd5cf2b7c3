import { Agent, get, type ServerResponse } from 'node:http';
import type { Gateway } from '../../gateway';
import {
  ask,
  composeOne,
  type GraphQLAnswer,
  networkOf,
  sendJson,
  startGateway,
  startHttpServer,
  type TestServer,
  unusedUrl,
} from '../support/gateway-servers';

const SUPERGRAPH = composeOne('national', 'type Query { greeting(name: String): String count: Int }');

let held: ServerResponse[] = [];
let whenHeld: (() => void) | undefined;
let national: TestServer;
let gateway: Gateway;

beforeAll(async () => {
  national = await startHttpServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (body.includes('greeting')) {
        held.push(response);
        whenHeld?.();
      } else if (body.includes('count')) sendJson(response, { data: { count: 1e30 } });
      else sendJson(response, { data: { __typename: 'Query' } });
    });
  });
});
afterAll(() => national.close());
beforeEach(async () => {
  held = [];
  gateway = await startGateway(SUPERGRAPH, networkOf(national.url, {}));
});
afterEach(() => gateway.stop());

const post = (body: string, headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' }) =>
  fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
const codeOf = async (response: Response) => ((await response.json()) as GraphQLAnswer).errors?.[0]?.extensions['code'];

/** Asks over a connection of the agent. */
function getReady(at: Gateway, agent: Agent) {
  return new Promise<{ status?: number; connection?: string; isReused: boolean }>((resolve, reject) => {
    const request = get(`${at.url}/health/ready`, { agent }, (response) => {
      const { statusCode: status, headers } = response;
      response.resume().on('end', () => {
        resolve({ status, connection: headers.connection, isReused: request.reusedSocket });
      });
    });
    request.on('error', reject);
  });
}

describe('the health of a gateway', () => {
  it('is live and ready while the national level answers', async () => {
    const live = await fetch(`${gateway.url}/health/live`);
    const ready = await fetch(`${gateway.url}/health/ready`);
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', supergraph: 'loaded', national: 'reachable' },
    ]);
  });

  it('is live but not ready while the national level is down', async () => {
    const alone = await startGateway(SUPERGRAPH, networkOf(await unusedUrl(), {}));
    const [live, ready] = await Promise.all([fetch(`${alone.url}/health/live`), fetch(`${alone.url}/health/ready`)]);
    expect([live.status, ready.status]).toEqual([200, 503]);
    expect(await ready.json()).toMatchObject({ national: 'unreachable' });
    await alone.stop();
  });
});

describe('what a gateway refuses before GraphQL begins', () => {
  it('is a body over the limit', async () => {
    const response = await post(JSON.stringify({ query: `{ __typename } #${'x'.repeat(20_000)}` }));
    expect([response.status, await codeOf(response)]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it.each([
    ['no JSON', '{ "query": '],
    ['no object', '"text"'],
  ])('is a body that is %s', async (_what, body) => {
    const response = await post(body);
    expect([response.status, await codeOf(response)]).toEqual([400, 'BODY_MALFORMED']);
  });

  it('is a body that is not declared as JSON', async () => {
    const response = await post('{"query":"{ __typename }"}', { 'content-type': 'text/plain' });
    expect([response.status, await codeOf(response)]).toEqual([415, 'CONTENT_TYPE_UNSUPPORTED']);
  });

  it('is an unknown charset or encoding', async () => {
    const response = await post('{}', { 'content-type': 'application/json; charset=koi8-r' });
    expect([response.status, await codeOf(response)]).toEqual([400, 'BODY_MALFORMED']);
  });

  it('is a batch, and a GET that a foreign page could send', async () => {
    const batch = await post('[{"query":"{ __typename }"}]');
    const get = await fetch(`${gateway.url}/graphql?query={__typename}`);
    expect([batch.status, get.status]).toEqual([400, 400]);
  });

  it('is a path it does not have, and it sends no page', async () => {
    const response = await fetch(`${gateway.url}/`, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/json');
  });
});

describe('the identifier of a request', () => {
  it('is the one of the caller when it is well formed, else a new one', async () => {
    const kept = await fetch(`${gateway.url}/health/live`, { headers: { 'x-request-id': 'call-0001' } });
    const replaced = await fetch(`${gateway.url}/health/live`, { headers: { 'x-request-id': 'a b' } });
    expect(kept.headers.get('x-request-id')).toBe('call-0001');
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('hostile names in a question', () => {
  it('leave Object.prototype as it was', async () => {
    const body = '{"query":"query($name: String) { greeting(name: $name) }","variables":{"__proto__":{"polluted":1}}}';
    whenHeld = () => sendJson(held[0] as ServerResponse, { data: { greeting: 'x' } });
    expect((await post(body)).status).toBe(200);
    expect((await ask(gateway, '{ __proto__: count }')).errors?.[0]?.extensions['code']).toBe('ALIAS_RESERVED');
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('a value that the schema does not allow', () => {
  it('is excluded and said, never a silent null', async () => {
    const { data, errors } = await ask(gateway, '{ count }');
    expect(data).toEqual({ count: null });
    expect(errors?.[0]?.extensions['code']).toBe('NATIONAL_UNAVAILABLE');
  });
});

describe('a gateway that stops', () => {
  it('answers the request under way, closes its connection and takes no more', async () => {
    const isHeld = new Promise<void>((resolve) => (whenHeld = resolve));
    const underWay = post('{"query":"{ greeting }"}');
    await isHeld;
    const stopped = gateway.stop();
    sendJson(held[0] as ServerResponse, { data: { greeting: 'bonjour' } });
    const response = await underWay;
    expect(response.headers.get('connection')).toBe('close');
    expect(await response.json()).toEqual({ data: { greeting: 'bonjour' } });
    await stopped;
    await expect(fetch(`${gateway.url}/health/live`)).rejects.toThrow();
  });

  it('does not cut a kept connection before it has told the client', async () => {
    const draining = await startGateway(SUPERGRAPH, networkOf(national.url, {}), { drainMilliseconds: 1_000 });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const first = await getReady(draining, agent);
    const retired = draining.retire();
    const second = await getReady(draining, agent);
    await retired;
    expect([first.connection, second.connection]).toEqual(['keep-alive', 'close']);
    expect(second.isReused).toBe(true);
    // Others serve the port: nothing is to turn away from it.
    expect([first.status, second.status]).toEqual([200, 200]);
    await expect(getReady(draining, agent)).rejects.toThrow('ECONNREFUSED');
    agent.destroy();
  });

  it('closes kept connections that nobody uses', async () => {
    const draining = await startGateway(SUPERGRAPH, networkOf(national.url, {}), { drainMilliseconds: 50 });
    const agent = new Agent({ keepAlive: true });
    await getReady(draining, agent);
    await draining.stop();
    await expect(getReady(draining, new Agent())).rejects.toThrow('ECONNREFUSED');
    agent.destroy();
  });

  it('is not ready any more while it drains', async () => {
    const draining = await startGateway(SUPERGRAPH, networkOf(national.url, {}), { drainMilliseconds: 400 });
    const stopped = draining.stop();
    const ready = await fetch(`${draining.url}/health/ready`);
    expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
    expect((await ask(draining, '{ __typename }')).data).toEqual({ __typename: 'Query' });
    await stopped;
  });
});
