import { collapseIdentical, createQuestion, type Outcome, type SubgraphAnswer } from '../../gateway/data-source';
import { createRequestBudget } from '../../gateway/request-budget';
import { createGatewayContext } from '../../gateway/request-context';
import { sendJson } from '../support/gateway-servers';
import { createGate, sourceAt, startCountingRegion, type TestQuestion, until } from '../support/gateway-sources';

let opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const { close } of opened) await close();
  opened = [];
});

/** A region that answers, or fails, once the test opens the gate. */
async function gatedSource(status = 200) {
  const gate = createGate();
  const region = await startCountingRegion((response) => {
    void gate.opened.then(() => {
      if (status === 200) sendJson(response, { data: { ping: 'pong' } }, { 'maillage-demonstration': 'true' });
      else response.writeHead(status).end();
    });
  });
  const source = await sourceAt(region.url);
  opened.push({ close: () => source.sources.close() }, region);
  return { gate, region, source };
}

async function askTogether(questions: readonly TestQuestion[], expected: number, status = 200) {
  const { gate, region, source } = await gatedSource(status);
  const asked = questions.map((question) => source.ask(question));
  await until(() => region.count() === expected);
  gate.open();
  return { received: await Promise.all(asked), region, source };
}

const times = (count: number, question: (index: number) => TestQuestion) =>
  Array.from({ length: count }, (_, index) => question(index));

describe('questions asked at the same time', () => {
  it('are one request when they and their identity are the same, and every one learns everything', async () => {
    const { received, region, source } = await askTogether(
      times(12, () => ({ identityKey: 'buyer:552081317' })),
      1,
    );
    expect(region.count()).toBe(1);
    expect(received.map(({ data }) => data)).toEqual(Array(12).fill({ ping: 'pong' }));
    expect(received.every(({ context }) => context.demonstrationRegions.has('53'))).toBe(true);
    expect(source.outcomes).toHaveLength(1);
    await source.ask({ identityKey: 'buyer:552081317' });
    expect(region.count()).toBe(2);
  });

  it('share no object, so that nobody can change what another reads', async () => {
    const { received } = await askTogether(
      times(3, () => ({})),
      1,
    );
    expect(new Set(received.map(({ data }) => data)).size).toBe(3);
  });

  it('are one request for each identity', async () => {
    const { received, region } = await askTogether(
      times(6, (index) => ({ identityKey: `buyer:${index}` })),
      6,
    );
    expect(region.count()).toBe(6);
    expect(received.every(({ data }) => data !== undefined)).toBe(true);
  });

  it('are one request for each set of variables', async () => {
    const { region } = await askTogether(
      times(6, (index) => ({ n: index % 3 })),
      3,
    );
    expect(region.count()).toBe(3);
  });

  it('are one request for each query', async () => {
    const { region } = await askTogether([{}, { query: 'query($n: Int) { ping(n: $n) __typename }' }], 2);
    expect(region.count()).toBe(2);
  });

  it('fail together, and every request records it', async () => {
    const { received, region } = await askTogether(
      times(5, () => ({})),
      1,
      500,
    );
    expect(region.count()).toBe(1);
    expect(received.map(({ code }) => code)).toEqual(Array(5).fill('REGION_INVALID'));
    expect(received.every(({ context }) => context.failures.get('53') === 'INVALID')).toBe(true);
  });

  it('are not given up by all when one gives up', async () => {
    const { gate, region, source } = await gatedSource();
    const hurried = createGatewayContext('hurried', createRequestBudget(300));
    const first = source.ask({ context: hurried });
    const second = source.ask();
    expect((await first).code).toBe('REGION_TIMEOUT');
    expect(hurried.failures.get('53')).toBe('TIMEOUT');
    gate.open();
    expect((await second).data).toEqual({ ping: 'pong' });
    expect(region.count()).toBe(1);
    expect(source.breaker()).toBe('closed');
  });
});

describe('what tells questions apart', () => {
  const answer: Outcome<SubgraphAnswer> = {
    status: 'success',
    value: { data: { ping: 'pong' }, errors: [], isDemonstration: false },
  };

  function countingClient() {
    const gate = createGate();
    let asked = 0;
    const client = collapseIdentical({
      ask: async () => {
        asked += 1;
        await gate.opened;
        return answer;
      },
    });
    return { gate, client, asked: () => asked };
  }

  const question = (headers: Readonly<Record<string, string>>, query = '{ ping }') =>
    createQuestion({ query, operationName: undefined, variables: {}, headers, identityKey: 'k' });

  it.each([
    [
      'the reasons of absent regions',
      { 'maillage-region-status': '{}' },
      { 'maillage-region-status': '{"53":"TIMEOUT"}' },
      2,
    ],
    ['the token of the caller', { authorization: 'a' }, { authorization: 'b' }, 2],
    ['a header that one of them lacks', { authorization: 'a' }, {}, 2],
    ['nothing but the name of the request', { 'x-request-id': 'a' }, { 'x-request-id': 'b' }, 1],
    ['nothing but the trace', { traceparent: 'a' }, { traceparent: 'b' }, 1],
  ])('%s', async (_what, left, right, count) => {
    const { gate, client, asked } = countingClient();
    const both = [client.ask(question(left)), client.ask(question(right))];
    gate.open();
    await Promise.all(both);
    expect(asked()).toBe(count);
  });

  it('a mutation is always sent, and no query joins one from before it', async () => {
    const { gate, client, asked } = countingClient();
    const mutation = 'mutation { ping }';
    const before = [client.ask(question({})), client.ask(question({}, mutation)), client.ask(question({}, mutation))];
    expect(asked()).toBe(3);
    gate.open();
    await Promise.all(before);

    const second = createGate();
    let queries = 0;
    const slow = collapseIdentical({
      ask: async ({ query }) => {
        if (query === mutation) return answer;
        queries += 1;
        await second.opened;
        return answer;
      },
    });
    const old = slow.ask(question({}));
    await slow.ask(question({}, mutation));
    const fresh = slow.ask(question({}));
    expect(queries).toBe(2);
    second.open();
    await Promise.all([old, fresh]);
  });

  it('a bug in the client reaches every request, and is not kept', async () => {
    let asked = 0;
    const client = collapseIdentical({
      ask: async () => {
        asked += 1;
        throw new Error('bug');
      },
    });
    const both = await Promise.allSettled([client.ask(question({})), client.ask(question({}))]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(client.ask(question({}))).rejects.toThrow('bug');
    expect(asked).toBe(2);
  });
});
