import { createSubgraphTransport, type TransportConfig } from '../../gateway/data-source';
import { startTcpServer, unusedUrl } from '../support/gateway-servers';
import { answers, type Behaviour, breaks, hangs, refuses, startCountingRegion } from '../support/gateway-sources';

let opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const { close } of opened) await close();
  opened = [];
});

async function post(url: string, isRepeatable = true, config: Partial<TransportConfig> = {}) {
  const transport = createSubgraphTransport({
    url,
    deadlineMilliseconds: 20_000,
    bodyLimitBytes: 10_000,
    connections: 1,
    ...config,
  });
  opened.unshift(transport);
  const outcome = await transport.post({ body: '{}', headers: {}, isRepeatable });
  return outcome.status === 'success' ? 'SUCCESS' : `${outcome.failure}: ${outcome.reason}`;
}

async function regionThat(behaviour: Behaviour) {
  const region = await startCountingRegion(behaviour);
  opened.push(region);
  return region;
}

/** Does one thing with the first request and another with those that follow. */
const firstThen =
  (first: Behaviour, then: Behaviour): Behaviour =>
  (response, request, index) =>
    (index === 1 ? first : then)(response, request, index);

const halfAnswers: Behaviour = (response, request) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"data"', () => request.socket.destroy());
};

describe('a question that failed', () => {
  it.each<[string, Behaviour, boolean, string, number]>([
    ['is sent again when the connection broke before any answer', breaks, true, 'SUCCESS', 2],
    ["is sent again when the region's proxy says 502", refuses(502), true, 'SUCCESS', 2],
    ["is sent again when the region's proxy says 503", refuses(503), true, 'SUCCESS', 2],
    ["is sent again when the region's proxy says 504", refuses(504), true, 'SUCCESS', 2],
    ['is never sent again when it is a mutation whose connection broke', breaks, false, 'UNREACHABLE: ', 1],
    ['is never sent again when it is a mutation answered 503', refuses(503), false, 'UNREACHABLE: ', 1],
    ['is not sent again once an answer had begun', halfAnswers, true, 'UNREACHABLE: ', 1],
    ['is not sent again when the region failed', refuses(500), true, 'INVALID: ', 1],
    ['is not sent again when the region refused', refuses(403), true, 'REFUSED: ', 1],
  ])('%s', async (_what, first, isRepeatable, outcome, count) => {
    const region = await regionThat(firstThen(first, answers));
    expect(await post(region.url, isRepeatable)).toContain(outcome);
    expect(region.count()).toBe(count);
  });

  it('is sent twice at most', async () => {
    const region = await regionThat(breaks);
    expect(await post(region.url)).toContain('UNREACHABLE');
    expect(region.count()).toBe(2);
  });

  it('is not sent again when it timed out', async () => {
    const region = await regionThat(hangs);
    expect(await post(region.url, true, { deadlineMilliseconds: 150 })).toBe('TIMEOUT: no answer within 150 ms');
    expect(region.count()).toBe(1);
  });

  it('is bounded by one deadline for both times', async () => {
    const region = await regionThat(firstThen(breaks, hangs));
    expect(await post(region.url, true, { deadlineMilliseconds: 1_500 })).toBe('TIMEOUT: no answer within 1500 ms');
    expect(region.count()).toBe(2);
  });

  it('fails at once where nothing listens', async () => {
    expect(await post(await unusedUrl())).toBe('UNREACHABLE: ECONNREFUSED');
  });
});

describe('deadlines', () => {
  const sendsHeadOnly: Behaviour = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders();
  };

  it('a head that does not come ends the question before its whole deadline', async () => {
    const region = await regionThat(hangs);
    expect(await post(region.url, true, { headersMilliseconds: 100 })).toBe('TIMEOUT: UND_ERR_HEADERS_TIMEOUT');
    expect(region.count()).toBe(1);
  });

  it('a body that does not come ends it at its whole deadline', async () => {
    const region = await regionThat(sendsHeadOnly);
    const config = { headersMilliseconds: 5_000, deadlineMilliseconds: 400 };
    expect(await post(region.url, true, config)).toBe('TIMEOUT: no answer within 400 ms');
  });

  it('a connection that is not made, its greeting included, ends it early', async () => {
    const mute = await startTcpServer(() => undefined);
    opened.push(mute);
    const url = mute.url.replace('http:', 'https:');
    expect(await post(url, true, { connectMilliseconds: 100 })).toBe('TIMEOUT: UND_ERR_CONNECT_TIMEOUT');
  });
});

describe('a redirection', () => {
  it.each([301, 302, 303, 307, 308])('%s is not followed', async (status) => {
    const target = await regionThat(answers);
    const region = await regionThat((response) => response.writeHead(status, { location: target.url }).end());
    expect(await post(region.url)).toBe(`INVALID: HTTP status ${status}`);
    expect([region.count(), target.count()]).toEqual([1, 0]);
  });
});
