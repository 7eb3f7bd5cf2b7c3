import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  collapseIdentical,
  createQuestion,
  LATER_ROUND_MILLISECONDS,
  NATIONAL_RESERVE_MILLISECONDS,
  NationalDataSource,
  type Outcome,
  type SubgraphAnswer,
} from '../../gateway/data-source';
import { createRequestBudget, UNLIMITED_BUDGET } from '../../gateway/request-budget';
import { createGatewayContext } from '../../gateway/request-context';
import { fakeSigner } from '../support/callers';
import { silentLogger } from '../support/gateway-servers';
import { answers, createGate, hangs, sourceAt, startCountingRegion, until } from '../support/gateway-sources';

let opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const { close } of opened) await close();
  opened = [];
});

describe('the time of a request', () => {
  it('runs down with its clock, beyond its end', () => {
    let now = 5_000;
    const budget = createRequestBudget(1_900, () => now);
    expect(budget.remainingMilliseconds()).toBe(1_900);
    now = 6_500;
    expect(budget.remainingMilliseconds()).toBe(400);
    now = 7_000;
    expect(budget.remainingMilliseconds()).toBe(-100);
    expect(UNLIMITED_BUDGET.remainingMilliseconds()).toBe(Infinity);
  });
});

describe('a region', () => {
  async function contextWith(milliseconds: number, behaviour = answers) {
    const region = await startCountingRegion(behaviour);
    const source = await sourceAt(region.url);
    opened.push({ close: () => source.sources.close() }, region);
    const budget = { remainingMilliseconds: () => milliseconds };
    return { region, source, context: createGatewayContext('request-1', budget) };
  }

  it('is not asked when only the reserve of the national level is left, and counts as too late', async () => {
    const { region, source, context } = await contextWith(NATIONAL_RESERVE_MILLISECONDS);
    expect((await source.ask({ context })).code).toBe('REGION_TIMEOUT');
    expect(context.failures.get('53')).toBe('TIMEOUT');
    expect(region.count()).toBe(0);
    expect(source.outcomes).toEqual([]);
  });

  it('is waited for no longer than the request allows, and is not held to be down for it', async () => {
    const { region, source } = await contextWith(0, hangs);
    for (let n = 0; n < 10; n += 1) {
      const budget = { remainingMilliseconds: () => NATIONAL_RESERVE_MILLISECONDS + 20 };
      const context = createGatewayContext('request-1', budget);
      expect((await source.ask({ n, context })).code).toBe('REGION_TIMEOUT');
    }
    await until(() => region.count() === 10);
    expect(source.breaker()).toBe('closed');
  });

  it('leaves time for each round of questions that comes after', async () => {
    const { region, source, context } = await contextWith(NATIONAL_RESERVE_MILLISECONDS + LATER_ROUND_MILLISECONDS);
    expect((await source.ask({ context, laterRounds: 1 })).code).toBe('REGION_TIMEOUT');
    expect(region.count()).toBe(0);
    expect((await source.ask({ context: createGatewayContext('request-2', context.budget) })).data).toBeDefined();
    expect(region.count()).toBe(1);
  });

  it('keeps its own deadline when the request has more time', async () => {
    const { source, context } = await contextWith(1_000_000);
    expect((await source.ask({ context })).data).toEqual({ ping: 'pong' });
  });
});

describe('the national level', () => {
  const success: Outcome<SubgraphAnswer> = {
    status: 'success',
    value: { data: { ping: 'pong' }, errors: [], isDemonstration: false },
  };
  const none = { remainingMilliseconds: () => 0 };

  function nationalThat(answer: () => Promise<Outcome<SubgraphAnswer>>) {
    let asked = 0;
    const client = collapseIdentical({
      ask: () => {
        asked += 1;
        return answer();
      },
    });
    const source = new NationalDataSource({
      client,
      signer: fakeSigner,
      logger: silentLogger,
      deadlineMilliseconds: 3_000,
    });
    const ask = (query: string) => {
      const options = { request: { query }, context: createGatewayContext('request-1', none) };
      return source.process(options as unknown as Parameters<typeof source.process>[0]);
    };
    return { ask, asked: () => asked };
  }

  it('is not asked once the time of the request is up', async () => {
    const { ask, asked } = nationalThat(async () => success);
    await expect(ask('{ ping }')).rejects.toMatchObject({ code: 'NATIONAL_UNAVAILABLE' });
    expect(asked()).toBe(0);
  });

  it('is always waited for when it changes something', async () => {
    const gate = createGate();
    const { ask, asked } = nationalThat(() => gate.opened.then(() => success));
    const answered = ask('mutation { ping }');
    await nextTurn();
    expect(asked()).toBe(1);
    gate.open();
    expect(await answered).toEqual({ data: { ping: 'pong' } });
  });
});

describe('a question', () => {
  it('is put into text once', () => {
    const question = createQuestion({
      query: '{ ping }',
      operationName: 'Ping',
      variables: { n: 1 },
      headers: {},
      identityKey: 'k',
    });
    expect(JSON.parse(question.body)).toEqual({ query: '{ ping }', operationName: 'Ping', variables: { n: 1 } });
  });
});
