import {
  createQuestion,
  type FailureStatus,
  type Outcome,
  type SubgraphAnswer,
  withBreaker,
} from '../../gateway/data-source';
import { networkOf, unusedUrl } from '../support/gateway-servers';
import {
  answers,
  breaks,
  type CountingRegion,
  createGate,
  hangs,
  refuses,
  sourceAt,
  startCountingRegion,
  TEST_SCHEMA,
  type TestSource,
  until,
} from '../support/gateway-sources';

const FAILURES_TO_OPEN = 5;

/** The breaker reads the wall clock; the test moves it. */
let clock = Date.now();
const pass = (milliseconds: number) => (clock += milliseconds);

let opened: { close(): Promise<void> }[] = [];
beforeEach(() => {
  jest.spyOn(Date, 'now').mockImplementation(() => clock);
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const { close } of opened) await close();
  opened = [];
});

async function regionAndSource(
  behaviour: Parameters<typeof startCountingRegion>[0],
  config: Parameters<typeof sourceAt>[1] = {},
): Promise<{ region: CountingRegion; source: TestSource }> {
  const region = await startCountingRegion(behaviour);
  const source = await sourceAt(region.url, config);
  opened.push({ close: () => source.sources.close() }, region);
  return { region, source };
}

async function bringDown(source: TestSource): Promise<void> {
  for (let n = 0; n < FAILURES_TO_OPEN; n += 1) await source.ask({ n });
}

const askMany = (source: TestSource, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => source.ask({ n: 100 + index })));

describe('a region that is down', () => {
  it('is spared after five questions in a row without an answer, and its status is kept', async () => {
    const { region, source } = await regionAndSource(breaks);
    await bringDown(source);
    const asked = region.count();
    expect(asked).toBe(2 * FAILURES_TO_OPEN);
    const spared = await askMany(source, 30);
    expect(region.count()).toBe(asked);
    expect(source.breaker()).toBe('open');
    expect(new Set(spared.map(({ code }) => code))).toEqual(new Set(['REGION_UNREACHABLE']));
    expect(spared.every(({ context }) => context.failures.get('53') === 'UNREACHABLE')).toBe(true);
    expect(source.outcomes.slice(-30).every(({ wasAsked, breakerState }) => !wasAsked && breakerState === 'open')).toBe(
      true,
    );
  });

  it('is tried with one question a second, sent once', async () => {
    const { region, source } = await regionAndSource(breaks);
    await bringDown(source);
    for (let second = 1; second <= 3; second += 1) {
      const before = region.count();
      pass(999);
      await askMany(source, 5);
      expect(region.count()).toBe(before);
      pass(1);
      await askMany(source, 20);
      expect(region.count()).toBe(before + 1);
    }
  });

  it('is back with the first trial that it answers', async () => {
    const { region, source } = await regionAndSource(breaks);
    await bringDown(source);
    region.behave(answers);
    expect((await source.ask()).code).toBe('REGION_UNREACHABLE');
    pass(1_000);
    expect((await source.ask()).data).toEqual({ ping: 'pong' });
    expect(source.breaker()).toBe('closed');
    const all = await askMany(source, 10);
    expect(all.map(({ data }) => data)).toEqual(Array(10).fill({ ping: 'pong' }));
  });

  it('makes nobody wait for its trial', async () => {
    const { region, source } = await regionAndSource(breaks);
    await bringDown(source);
    const gate = createGate();
    region.behave((response, request, index) => void gate.opened.then(() => answers(response, request, index)));
    pass(1_000);
    const before = region.count();
    const trial = source.ask({ n: 1 });
    await until(() => region.count() === before + 1);
    expect(source.breaker()).toBe('half-open');
    const others = await askMany(source, 5);
    expect(others.map(({ code }) => code)).toEqual(Array(5).fill('REGION_UNREACHABLE'));
    gate.open();
    expect((await trial).data).toEqual({ ping: 'pong' });
    expect(source.breaker()).toBe('closed');
  });

  it('keeps the status TIMEOUT when it hung', async () => {
    const { region, source } = await regionAndSource(hangs, { regionDeadlineMilliseconds: 100 });
    await bringDown(source);
    const asked = region.count();
    expect((await source.ask()).code).toBe('REGION_TIMEOUT');
    expect(region.count()).toBe(asked);
  });

  it('is still down for a gateway that takes a new supergraph', async () => {
    const { source } = await regionAndSource(breaks);
    await bringDown(source);
    const next = source.sources.ofNetwork({ ...source.network, version: 2 }, TEST_SCHEMA);
    await source.served.release();
    expect(next.forSubgraph('region-53')).toBeDefined();
    expect(source.breaker()).toBe('open');
  });

  it('is not known to be down at another address', async () => {
    const { source } = await regionAndSource(breaks);
    await bringDown(source);
    source.sources.ofNetwork(networkOf(source.network.nationalUrl, { '53': await unusedUrl() }), TEST_SCHEMA);
    await source.served.release();
    expect(source.breaker()).toBe('closed');
  });
});

describe('a region that is up', () => {
  it.each([
    ['fails', refuses(500), 'REGION_INVALID'],
    ['refuses the hub', refuses(403), 'REGION_REFUSED'],
  ])('is asked every time though it %s', async (_how, behaviour, code) => {
    const { region, source } = await regionAndSource(behaviour);
    for (let n = 0; n < 3 * FAILURES_TO_OPEN; n += 1) expect((await source.ask({ n })).code).toBe(code);
    expect(region.count()).toBe(3 * FAILURES_TO_OPEN);
    expect(source.breaker()).toBe('closed');
  });
});

describe('the breaker', () => {
  const QUESTION = createQuestion({
    query: '{ ping }',
    operationName: undefined,
    variables: {},
    headers: {},
    identityKey: '',
  });
  const success: Outcome<SubgraphAnswer> = {
    status: 'success',
    value: { data: null, errors: [], isDemonstration: false },
  };
  const failure = (status: FailureStatus): Outcome<SubgraphAnswer> => ({
    status: 'failure',
    failure: status,
    reason: 'scripted',
  });

  async function play(script: readonly Outcome<SubgraphAnswer>[]) {
    const states: string[] = [];
    let asked = 0;
    const inner = { ask: async () => script[asked++] ?? success };
    const config = { failuresToOpen: 3, halfOpenAfterMilliseconds: 1_000 };
    const breaker = withBreaker(inner, config, (state) => states.push(state));
    const ask = async () => {
      const outcome = await breaker.ask(QUESTION);
      return outcome.status === 'failure' ? outcome.failure : 'SUCCESS';
    };
    for (let index = 0; index < script.length; index += 1) await ask();
    return { breaker, states, ask, asked: () => asked };
  }

  it('counts failures in a row only', async () => {
    const silent = failure('TIMEOUT');
    const { breaker } = await play([silent, silent, success, silent, silent, failure('INVALID'), silent, silent]);
    expect(breaker.state()).toBe('closed');
  });

  it('gives the status of the last failure', async () => {
    const { ask } = await play([failure('UNREACHABLE'), failure('UNREACHABLE'), failure('TIMEOUT')]);
    expect(await ask()).toBe('TIMEOUT');
  });

  it('tells every change of its state', async () => {
    const silent = failure('UNREACHABLE');
    const { ask, states, asked } = await play([silent, silent, silent]);
    expect(await ask()).toBe('UNREACHABLE');
    expect(asked()).toBe(3);
    pass(1_000);
    expect(await ask()).toBe('SUCCESS');
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });

  it('takes an answer that is nonsense as a sign of life', async () => {
    const silent = failure('UNREACHABLE');
    const states: string[] = [];
    let outcome = silent;
    const inner = { ask: async () => outcome };
    const config = { failuresToOpen: 1, halfOpenAfterMilliseconds: 1_000 };
    const breaker = withBreaker(inner, config, (state) => states.push(state));
    await breaker.ask(QUESTION);
    outcome = failure('INVALID');
    pass(1_000);
    expect(await breaker.ask(QUESTION)).toMatchObject({ failure: 'INVALID' });
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });
});
