import { createUsagePush } from '../../gateway/usage';
import { createLogger } from '../../subgraphs/kit/log';
import { findRegion } from '../../subgraphs/kit/regions';
import { fakeSigner, trusting } from '../support/callers';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { startRegistry, type TestRegistry } from '../support/registry-server';

const TODAY = new Date().toISOString().slice(0, 10);
const batchOf = (day: string, count: number) => ({
  day,
  operations: [{ id: 'a1', hash: 'f00', name: 'Hours', coordinates: ['Query.consolidation', 'Figures.hoursDone'] }],
  counts: [{ operation: 'a1', client: 'dashboard', version: '1.0', count }],
  overflow: 0,
});

describe('what is used of the schema', () => {
  let database: TestDatabase;
  let registry: TestRegistry;
  beforeAll(async () => {
    database = await createTestDatabase('registry');
    registry = await startRegistry(database.url, {}, { usageTokens: trusting() });
    const region = findRegion('53');
    if (region !== undefined) await registry.setUp([{ region, url: 'http://127.0.0.1:9/graphql', schemaVersion: '2' }]);
  });
  afterAll(async () => {
    await registry.stop();
    await database.close();
  });

  const records = () => registry.services.usage.records();

  it('adds up what gateways hand in, counts a batch once, and forgets what is older than thirty days', async () => {
    const push = createUsagePush({ url: registry.origin, signer: fakeSigner, logger: createLogger('test', 'silent') });
    await push.push(JSON.stringify(batchOf(TODAY, 3)));
    await push.push(JSON.stringify(batchOf(TODAY, 4)));
    await push.push(JSON.stringify(batchOf('2020-01-01', 100)));
    const twice = { batch: 'the-same-batch', ...batchOf(TODAY, 5) };
    expect(await registry.services.usage.take(twice)).toEqual({ taken: true });
    expect(await registry.services.usage.take(twice)).toEqual({ taken: false });
    expect(await records()).toEqual(
      ['Figures.hoursDone', 'Query.consolidation'].map((coordinate) => ({
        coordinate,
        operationHash: 'f00',
        operationName: 'Hours',
        client: 'dashboard',
        count: 12,
        lastSeen: TODAY,
      })),
    );
  });

  it('counts operations that are registered as used, all of them or none', async () => {
    const push = (document: string) =>
      registry.ask(
        `mutation ($document: String!) { pushOperations(input: {client: "mobile", operations: [{document: $document}]}) {
          __typename ... on InvalidOperationsError { problems } } }`,
        { document },
      );
    expect((await push('query Codes { codeLists { code } }')).data).toEqual({
      pushOperations: { __typename: 'PushOperationsSuccess' },
    });
    expect((await push('query Wrong { nothing }')).data).toEqual({
      pushOperations: {
        __typename: 'InvalidOperationsError',
        problems: ['operation 1: Cannot query field "nothing" on type "Query".'],
      },
    });
    const registered = (await records()).filter(({ client }) => client === 'mobile');
    expect(registered.map(({ coordinate, count, lastSeen }) => [coordinate, count, lastSeen])).toEqual([
      ['CodeList.code', 0, null],
      ['Query.codeLists', 0, null],
    ]);
  });

  it('does not hold a gateway up while the registry is away', async () => {
    const push = createUsagePush({
      url: 'http://127.0.0.1:1',
      signer: fakeSigner,
      logger: createLogger('test', 'silent'),
    });
    await expect(push.push(JSON.stringify(batchOf(TODAY, 1)))).resolves.toBeUndefined();
  });
});
