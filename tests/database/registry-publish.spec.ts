import { regionalSchema } from '../../schema';
import { findRegion, type Region } from '../../subgraphs/kit/regions';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { startRegistry, type TestRegistry } from '../support/registry-server';

const PUBLISH = `mutation ($input: PublishSubgraphInput!) { publishSubgraph(input: $input) {
  __typename
  ... on PublishSubgraphSuccess { isUnchanged publication { number isServed } supergraph { number cause } }
  ... on ChecksFailedError { message publication { number isServable } report { conclusion checks { name status } } }
  ... on MemberNotFoundError { message }
  ... on MemberStateError { state }
  ... on InvalidInputError { field } } }`;
const STATE = `{ federation { supergraph { number checksum cause restoredFrom members { region { code } publication } }
  members { region { code name } state servedPublication schemaVersion } } }`;

function region(code: string): Region {
  const found = findRegion(code);
  if (found === undefined) throw new Error(`No region ${code}`);
  return found;
}

function inputOf(code: string, version = '2', port = 1) {
  const sdl = regionalSchema(region(code), version);
  return { region: code, sdl, schemaVersion: version, url: `http://127.0.0.1:${port}/graphql` };
}

describe('publishing to the registry', () => {
  let database: TestDatabase;
  let registry: TestRegistry;
  beforeEach(async () => {
    database = await createTestDatabase('registry');
    registry = await startRegistry(database.url);
  });
  afterEach(async () => {
    await registry.stop();
    await database.close();
  });

  const invite = (code: string) => registry.services.members.invite(code, [], 'test');
  const publish = async (input: object, credential?: string) =>
    (await registry.ask(PUBLISH, { input }, credential)).data?.['publishSubgraph'];
  const served = async () => (await registry.ask(STATE)).data?.['federation']?.['supergraph'] as unknown;

  it('serves what a region publishes under a new number, and changes nothing the second time', async () => {
    await invite('53');
    const credential = await registry.credential('REGION', '53');
    expect(await publish(inputOf('53'), credential)).toEqual({
      __typename: 'PublishSubgraphSuccess',
      isUnchanged: false,
      publication: { number: 1, isServed: true },
      supergraph: { number: 1, cause: 'PUBLISH' },
    });
    expect(await publish(inputOf('53'), credential)).toMatchObject({ isUnchanged: true, supergraph: { number: 1 } });
    expect(await publish(inputOf('53', '1'), credential)).toMatchObject({
      publication: { number: 2 },
      supergraph: { number: 2 },
    });
  });

  it('keeps what fails, and goes on serving what it served', async () => {
    await invite('53');
    await publish(inputOf('53'));
    const before = await served();
    const broken = { ...inputOf('53'), sdl: 'type Query { consolidation: Int }' };
    expect(await publish(broken)).toMatchObject({
      __typename: 'ChecksFailedError',
      publication: { number: 2, isServable: false },
      report: { conclusion: 'FAILED' },
    });
    expect(await served()).toEqual(before);
  });

  it('lets a region publish as nobody but itself, and only as a member', async () => {
    const credential = await registry.credential('REGION', '53');
    expect(await publish(inputOf('53'), credential)).toMatchObject({ __typename: 'MemberNotFoundError' });
    await invite('11');
    const answer = await registry.ask(PUBLISH, { input: inputOf('11') }, credential);
    expect(answer.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await served()).toBeNull();
  });

  it('serves both of two that are published at once, under numbers of their own', async () => {
    await Promise.all(['53', '11', '76'].map(invite));
    const second = await startRegistry(database.url);
    try {
      const twice = (code: string, by: TestRegistry) => by.ask(PUBLISH, { input: inputOf(code) });
      const answers = await Promise.all([twice('53', registry), twice('11', second), twice('76', registry)]);
      const numbers = answers.map(({ data }) => Number(data?.['publishSubgraph']?.['supergraph']?.['number']));
      expect(numbers.toSorted()).toEqual([1, 2, 3]);
      expect(await served()).toMatchObject({
        number: 3,
        members: [{ region: { code: '11' } }, { region: { code: '53' } }, { region: { code: '76' } }],
      });
    } finally {
      await second.stop();
    }
  });

  it('rolls a region back, and the whole, under new numbers with old content', async () => {
    await invite('53');
    await invite('11');
    await publish(inputOf('53', '1'));
    await publish(inputOf('53', '2'));
    await publish(inputOf('11'));
    const rollback = `mutation { rollbackSubgraph(input: {region: "53"}) { __typename
      ... on RollbackSubgraphSuccess { publication { number } supergraph { number cause } } } }`;
    expect((await registry.ask(rollback)).data).toEqual({
      rollbackSubgraph: {
        __typename: 'RollbackSubgraphSuccess',
        publication: { number: 1 },
        supergraph: { number: 4, cause: 'ROLLBACK_SUBGRAPH' },
      },
    });
    expect((await registry.ask(rollback)).data).toEqual({ rollbackSubgraph: { __typename: 'NothingToRestoreError' } });
    const whole = `mutation { rollbackSupergraph(input: {to: 2}) { ... on RollbackSupergraphSuccess {
      supergraph { number restoredFrom members { region { code } publication } } } } }`;
    expect((await registry.ask(whole)).data).toEqual({
      rollbackSupergraph: {
        supergraph: { number: 5, restoredFrom: 2, members: [{ region: { code: '53' }, publication: 2 }] },
      },
    });
    expect((await registry.ask(STATE)).data?.['federation']?.['members']).toEqual([
      expect.objectContaining({ region: expect.objectContaining({ code: '11' }), state: 'INVITED' }),
      expect.objectContaining({ region: { code: '53', name: 'Bretagne' }, state: 'CONNECTED', servedPublication: 2 }),
    ]);
  });

  it('takes a suspended region out of the graph, refuses what it publishes, and takes it in again', async () => {
    await invite('53');
    await invite('11');
    await publish(inputOf('53'));
    await publish(inputOf('11'));
    const suspend = `mutation { suspendMember(input: {region: "53", reason: "test"}) { ... on SuspendMemberSuccess {
      member { state suspendedAt } supergraph { number members { region { code } } } } } }`;
    expect((await registry.ask(suspend)).data).toMatchObject({
      suspendMember: {
        member: { state: 'SUSPENDED' },
        supergraph: { number: 3, members: [{ region: { code: '11' } }] },
      },
    });
    expect(await publish(inputOf('53', '1'))).toEqual({ __typename: 'MemberStateError', state: 'SUSPENDED' });
    const resume = `mutation { resumeMember(input: {region: "53"}) { ... on ResumeMemberSuccess {
      member { state } supergraph { number members { region { code } } } } } }`;
    expect((await registry.ask(resume)).data).toMatchObject({
      resumeMember: { member: { state: 'CONNECTED' }, supergraph: { number: 4 } },
    });
  });

  it('writes every change down, in the order in which they came', async () => {
    await invite('53');
    await publish(inputOf('53'));
    await registry.ask(`mutation { allowHost(input: {region: "53", host: "A.example.fr"}) { __typename } }`);
    await registry.ask(`mutation { declareMaintenance(input: {region: "53", from: "2030-01-01T00:00:00Z",
      to: "2030-01-02T00:00:00Z"}) { __typename } }`);
    const { data } = await registry.ask('{ federation { auditLog { edges { node { action region { code } } } } } }');
    const actions = (data?.['federation']?.['auditLog']?.['edges'] as unknown as { node: { action: string } }[]).map(
      ({ node }) => node.action,
    );
    expect(actions).toEqual(['MAINTENANCE', 'ALLOW_HOST', 'PUBLISH', 'INVITE', 'ISSUE_CREDENTIAL']);
  });

  it('sets up members once, and leaves alone what a region published by itself', async () => {
    const members = ['53', '11'].map((code) => ({
      region: region(code),
      url: 'http://127.0.0.1:9/graphql',
      schemaVersion: '2',
    }));
    expect(await registry.setUp(members)).toEqual({ supergraph: 1, published: ['53', '11'] });
    expect(await registry.setUp(members)).toEqual({ supergraph: 1, published: [] });
    await publish(inputOf('53', '1'));
    expect(await registry.setUp(members.map((member) => ({ ...member, url: 'http://127.0.0.1:8/graphql' })))).toEqual({
      supergraph: 3,
      published: ['11'],
    });
  });
});
