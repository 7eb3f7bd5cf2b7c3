import { type Caller, ROLES, type Role, scopesOf } from '../../subgraphs/kit/identity';
import { type Answer, type AnswerError, ask, codesOf } from '../support/ask';
import { speakingAs, spokenIdentity } from '../support/callers';
import { startNational, supergraphOf } from '../support/gateway-network';
import { networkOf, startGateway } from '../support/gateway-servers';
import { scopesOfRootFields } from '../support/root-fields';
import { createTestFederation, type TestFederation } from '../support/test-federation';

const PERIOD = 'period: { from: "2021-01", to: "2021-12" }';
/** Buyer of national scale of the demonstration, with contracts in every region. */
const OWN = '552081317';
/** A valid SIREN that no book holds. */
const NOBODYS = '999999998';

const CALLERS: Readonly<Record<Role, Caller>> = {
  public: { role: 'public' },
  desk: { role: 'desk', region: '53', desk: '53-1' },
  coordination: { role: 'coordination', region: '53' },
  consolidator: { role: 'consolidator' },
  approver: { role: 'approver' },
  buyer: { role: 'buyer', sirens: [OWN] },
  administrator: { role: 'administrator' },
  auditor: { role: 'auditor' },
};

/** One question for every field at the root. */
const QUESTIONS: Readonly<Record<string, string>> = {
  consolidation: `{ answer: consolidation(${PERIOD}) { total { hoursDone } } }`,
  consolidations: '{ answer: consolidations(periods: [{ from: "2021-01", to: "2021-12" }]) { coverage { answered } } }',
  contracts: '{ answer: contracts(first: 1) { edges { node { id } } } }',
  contract: '{ answer: contract(id: "53-1") { status } }',
  nationalBuyer: `{ answer: nationalBuyer(siren: "${OWN}") { name partnership { signedOn objectives { hours } } } }`,
  nationalBuyers: '{ answer: nationalBuyers { siren } }',
  regions:
    '{ answer: regions { code status correspondents { name } network { desks { name facilitators { name } } } } }',
  localContact: '{ answer: localContact(commune: "29232") { status desk { name } coordinator { name } } }',
  codeLists: '{ answer: codeLists { code } }',
  apiKeys: '{ answer: apiKeys { id } }',
  mobilisationRequests: '{ answer: mobilisationRequests { totalCount edges { node { id } } } }',
  // There is none: whoever may ask is told so.
  mobilisationRequest: '{ answer: __typename mobilisationRequest(id: "none") { id } }',
  trainings: '{ answer: trainings { totalCount nodes { id } } }',
  training: '{ answer: __typename training(id: "none") { id } }',
  sharedResources: '{ answer: sharedResources(filter: { search: "insertion" }) { totalCount nodes { id } } }',
  sharedResource: '{ answer: __typename sharedResource(id: "none") { id } }',
  deskCurrencies: '{ answer: deskCurrencies { desk } }',
  place: '{ answer: place(text: "Brest") { __typename } }',
  places: '{ answer: places(texts: ["Brest", "nulle part"]) { __typename } }',
  areaContact: '{ answer: areaContact(code: "29") { coverage { answered } desks { desk { name } } whitePopulation } }',
  nationalCorrespondents: '{ answer: nationalCorrespondents { name } }',
  correspondentPosts: '{ answer: correspondentPosts { id } }',
  clauseSizing: '{ answer: clauseSizing(input: { kind: WORKS, amount: 1000000 }) { hours } }',
};

/** An answer as text, without what names the one request. */
function plain({ status, data, errors, extensions }: Answer<unknown>): string {
  return JSON.stringify({ status, data, errors, extensions }).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'REQUEST');
}

/** Whether an error refuses the reference at that place. */
const isRefusalOf =
  (index: number) =>
  ({ path, extensions }: AnswerError): boolean =>
    path?.[1] === index && extensions?.['code'] === 'FORBIDDEN';

interface Listed {
  readonly contracts: {
    readonly restrictedTo: string[] | null;
    readonly totalCount: number;
    readonly coverage: { expected: number; answered: number };
    readonly edges: { cursor: string; node: { id: string; buyer: { siren: string } } }[];
    readonly pageInfo: { endCursor: string | null };
  };
}

const LIST = `query ($filter: ContractFilter, $after: String) { contracts(filter: $filter, after: $after, first: 5) {
  restrictedTo totalCount coverage { expected answered } pageInfo { endCursor }
  edges { cursor node { id title buyer { siren name } } } } }`;
const FIGURES = `query ($filter: FigureFilter) { consolidation(${PERIOD}, filter: $filter, by: [REGION, BUYER_KIND]) {
  restrictedTo total { hoursDone hoursPlanned participants contracts operations buyers companies }
  coverage { expected answered } breakdown { keys { value } figures { hoursDone } } } }`;
const LOOKUP = 'query ($id: ID!) { contract(id: $id) { status contract { id title buyer { siren } } } }';

describe('who may ask what, through the gateway, the national level and two regions', () => {
  let federation: TestFederation;
  /** A contract of region 53 of the buyer, one of another buyer, and that other buyer. */
  let ownId: string;
  let otherId: string;
  let otherSiren: string;

  beforeAll(async () => {
    federation = await createTestFederation({ '53': { schemaVersion: '2' }, '94': { schemaVersion: '2' } });
    const contracts = await federation.inEveryMember<{ id: string; siren: string; code: string }>(
      `SELECT c.id::text AS id, b.siren, current_database() AS code FROM contract c JOIN buyer b ON b.id = c.buyer_id
        ORDER BY c.id`,
    );
    const [first] = contracts;
    const ofBretagne = contracts.filter(({ code }) => code === first?.code);
    const own = ofBretagne.find(({ siren }) => siren === OWN);
    const other = ofBretagne.find(({ siren }) => siren !== OWN);
    if (own === undefined || other === undefined) throw new Error('The demonstration lacks a buyer');
    ownId = `53-${own.id}`;
    otherId = `53-${other.id}`;
    otherSiren = other.siren;
  }, 120_000);
  afterAll(() => federation.close());

  const as = <Data>(role: Role, query: string, variables: Readonly<Record<string, unknown>> = {}) =>
    federation.askAs<Data>(CALLERS[role], query, variables);

  describe('every role at every field of the root', () => {
    const needed = scopesOfRootFields();

    it('is tried', () => {
      expect(Object.keys(QUESTIONS).sort()).toEqual([...needed.keys()].sort());
    });

    const matrix = [...needed].flatMap(([field, scopes]) =>
      ROLES.map((role) => ({
        field,
        role,
        mayAsk: scopes.every((scope) => scopesOf(role).some((one) => one === scope)),
      })),
    );
    it.each(matrix)('$role at $field: $mayAsk', async ({ field, role, mayAsk }) => {
      const answer = await as<{ answer: unknown }>(role, QUESTIONS[field] ?? '');
      if (mayAsk) {
        expect(answer.errors).toEqual([]);
        expect(answer.data.answer).not.toBeNull();
        return;
      }
      const [status, code] = role === 'public' ? [401, 'UNAUTHENTICATED'] : [403, 'FORBIDDEN'];
      expect([answer.status, codesOf(answer), answer.data]).toEqual([status, [code], undefined]);
      expect(answer.errors[0]?.extensions?.['coordinate']).toBe(`Query.${field}`);
      expect(answer.headers.get('www-authenticate')).toBe(role === 'public' ? 'Bearer' : null);
    });

    it('refuses the whole request for one part of it, however that is written', async () => {
      for (const query of [
        `{ codeLists { code } figures: consolidation(${PERIOD}) { period { from } } }`,
        `query ($no: Boolean = false) { codeLists { code } consolidation(${PERIOD}) @include(if: $no) { period { from } } }`,
        `{ codeLists { code } ...F } fragment F on Query { ... { consolidation(${PERIOD}) { __typename } } }`,
      ]) {
        const answer = await as('public', query);
        expect([answer.status, codesOf(answer), answer.data]).toEqual([401, ['UNAUTHENTICATED'], undefined]);
      }
    });

    it('names nothing hidden to somebody who guesses it', async () => {
      const guess = (field: string) => as('consolidator', `{ consolidation(${PERIOD}) { ${field} } }`);
      const [hidden, absent] = await Promise.all([guess('shards { __typename }'), guess('chards { __typename }')]);
      expect(plain(hidden).replaceAll('shards', 'chards')).toBe(plain(absent));
      expect(codesOf(hidden)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    });
  });

  describe('a buyer', () => {
    it('lists its own contracts of every region, and is told that it is restricted', async () => {
      const { data, errors } = await as<Listed>('buyer', LIST);
      expect(errors).toEqual([]);
      expect(data.contracts).toMatchObject({ restrictedTo: [OWN], coverage: { expected: 18, answered: 2 } });
      const sirens = data.contracts.edges.map(({ node }) => node.buyer.siren);
      expect(sirens.length).toBeGreaterThan(0);
      expect(new Set(sirens)).toEqual(new Set([OWN]));
      const everything = await as<Listed>('consolidator', LIST);
      expect(everything.data.contracts.restrictedTo).toBeNull();
    });

    it('counts its own figures only, the same by its SIREN and without a filter', async () => {
      const [free, own, all, filtered] = await Promise.all([
        as<{ consolidation: Record<string, unknown> }>('buyer', FIGURES),
        as<{ consolidation: Record<string, unknown> }>('buyer', FIGURES, { filter: { buyers: [otherSiren, OWN] } }),
        as<{ consolidation: Record<string, unknown> }>('consolidator', FIGURES),
        as<{ consolidation: Record<string, unknown> }>('consolidator', FIGURES, { filter: { buyers: [OWN] } }),
      ]);
      expect(free.data.consolidation['restrictedTo']).toEqual([OWN]);
      expect(own.data).toEqual(free.data);
      expect(all.data.consolidation['restrictedTo']).toBeNull();
      // Counts of persons, and hours with them, are masked for the buyer; what it counts shows in the others.
      const { buyers, companies, contracts, operations, hoursPlanned } = filtered.data.consolidation['total'] as Record<
        string,
        unknown
      >;
      expect(free.data.consolidation['total']).toMatchObject({
        buyers,
        companies,
        contracts,
        operations,
        hoursPlanned,
      });
      expect(free.data.consolidation['total']).not.toEqual(all.data.consolidation['total']);
      expect(free.data.consolidation['total']).toMatchObject({ buyers: 1 });
    });

    it('finds its own contract by its identifier', async () => {
      const { data, errors } = await as('buyer', LOOKUP, { id: ownId });
      expect(errors).toEqual([]);
      expect(data).toMatchObject({ contract: { status: 'LIVE', contract: { id: ownId, buyer: { siren: OWN } } } });
    });

    it('sees its own partnership, and no other buyer of the association', async () => {
      const { data } = await as('buyer', '{ nationalBuyers { siren } }');
      expect(data).toEqual({ nationalBuyers: [{ siren: OWN }] });
      const stranger: Caller = { role: 'buyer', sirens: [NOBODYS] };
      const other = await federation.askAs(
        stranger,
        `{ nationalBuyer(siren: "${OWN}") { name partnership { signedOn } } nationalBuyers { siren } }`,
      );
      expect([other.data, other.errors]).toEqual([{ nationalBuyer: null, nationalBuyers: [] }, []]);
    });
  });

  describe("another buyer's and nobody's, asked for by a buyer, answer the same to the byte", () => {
    it.each<[string, string, (siren: string) => Readonly<Record<string, unknown>>]>([
      ['the list of contracts', LIST, (siren) => ({ filter: { buyer: siren } })],
      ['the list of one region', LIST, (siren) => ({ filter: { buyer: siren, regions: ['53'] } })],
      ['figures', FIGURES, (siren) => ({ filter: { buyers: [siren] } })],
      ['figures of two buyers', FIGURES, (siren) => ({ filter: { buyers: [siren, '732829320'] } })],
    ])('by the filter of %s', async (_, query, variables) => {
      const [others, nobodys] = await Promise.all([
        as('buyer', query, variables(otherSiren)),
        as('buyer', query, variables(NOBODYS)),
      ]);
      expect(plain(others)).toBe(plain(nobodys));
      expect(others.errors).toEqual([]);
      expect(plain(others)).not.toContain(otherSiren);
    });

    it.each<[string, (siren: string) => string]>([
      ['an alias', (siren) => `{ edges: contracts(filter: { buyer: "${siren}" }) { id: totalCount } }`],
      [
        'a fragment',
        (
          siren,
        ) => `{ ...F } fragment F on Query { contracts(filter: { buyer: "${siren}" }) { ... on ContractConnection {
          totalCount edges { node { ... on BretagneContract { title } ...T } } } } }
          fragment T on Contract { buyer { siren } }`,
      ],
      [
        'the count',
        (siren) => `{ contracts(filter: { buyer: "${siren}" }, first: 1) { totalCount coverage { answered } } }`,
      ],
      [
        'the partnership',
        (siren) => `{ nationalBuyer(siren: "${siren}") { name activity(${PERIOD}) { total { hoursDone } } } }`,
      ],
      ['a refused page', (siren) => `{ contracts(filter: { buyer: "${siren}" }, first: 1000) { totalCount } }`],
      [
        'a refused period',
        (siren) =>
          `{ consolidation(period: { from: "2021-12", to: "2021-01" }, filter: { buyers: ["${siren}"] }) { total { hoursDone } } }`,
      ],
    ])('by %s', async (_, query) => {
      const [others, nobodys] = await Promise.all([as('buyer', query(otherSiren)), as('buyer', query(NOBODYS))]);
      expect(plain(others)).toBe(plain(nobodys));
    });

    it('by the cursor of its own list', async () => {
      const own = await as<Listed>('buyer', LIST, { filter: { regions: ['53'] } });
      const after = own.data.contracts.edges[0]?.cursor;
      expect(after).toBeDefined();
      const [others, nobodys] = await Promise.all(
        [otherSiren, NOBODYS].map((buyer) => as('buyer', LIST, { filter: { regions: ['53'], buyer }, after })),
      );
      expect(plain(others as Answer<unknown>)).toBe(plain(nobodys as Answer<unknown>));
    });

    it('by the cursor of somebody who sees everything', async () => {
      const all = await as<Listed>('consolidator', LIST, { filter: { buyer: otherSiren } });
      const after = all.data.contracts.edges[0]?.cursor;
      const [others, nobodys] = await Promise.all(
        [otherSiren, NOBODYS].map((buyer) => as('buyer', LIST, { filter: { buyer }, after })),
      );
      expect(codesOf(others as Answer<unknown>)).toEqual(['CURSOR_OF_ANOTHER_QUERY']);
      expect(plain(others as Answer<unknown>)).toBe(plain(nobodys as Answer<unknown>));
    });

    it('by the identifier of the contract, under any name', async () => {
      const named = '{ c: contract(id: "ID") { s: status c: contract { ...on BretagneContract { t: title } } } }';
      for (const query of [LOOKUP, named]) {
        const [others, nobodys] = await Promise.all(
          [otherId, '53-999999999'].map((id) => as('buyer', query.replace('ID"', `${id}"`), { id })),
        );
        expect(plain(others as Answer<unknown>)).toBe(plain(nobodys as Answer<unknown>));
        expect(others?.errors).toEqual([]);
      }
      expect((await as('buyer', LOOKUP, { id: otherId })).data).toEqual({
        contract: { status: 'LIVE', contract: null },
      });
    });
  });

  describe('a region asked without the gateway, by a token of the hub', () => {
    const QUERY = `query ($references: [_Any!]!) { _entities(representations: $references) {
      ... on BretagneFigures { hoursDone } ... on BretagneContractPage { totalCount }
      ... on BretagneContract { title } ... on BretagneBuyer { name } ... on BretagneNetwork { coordinationName } } }`;
    const references = (scope: string) => [
      { __typename: 'BretagneFigures', region: '53', scope },
      { __typename: 'BretagneContractPage', region: '53', scope },
      { __typename: 'BretagneContract', id: ownId },
      { __typename: 'BretagneBuyer', id: '53-1' },
      { __typename: 'BretagneNetwork', region: '53' },
    ];
    it.each(ROLES)('gives %s no more than its scopes', async (role) => {
      const url = federation.member('53').forwarder.url;
      const headers = { authorization: speakingAs(CALLERS[role]) };
      const answer = await ask<{ _entities: unknown[] }>(url, QUERY, { references: references('unreadable') }, headers);
      const refused = [0, 1, 2, 3].filter((index) => answer.errors.some(isRefusalOf(index)));
      const scopes = scopesOf(role);
      expect(refused).toEqual([
        ...(scopes.includes('figures') ? [] : [0]),
        ...(scopes.includes('contracts') ? [] : [1, 2, 3]),
      ]);
      expect(answer.data._entities[4]).toEqual({ coordinationName: expect.any(String) });
    });
  });

  describe('a contract by its identifier', () => {
    it.each(['99-1', 'nonsense', '', '53-', '53-1; DROP', `53-${'9'.repeat(100)}`])('"%s" is none', async (id) => {
      const { data, errors } = await as('consolidator', LOOKUP, { id });
      expect([data, errors]).toEqual([{ contract: { status: null, contract: null } }, []]);
    });

    it('of a region that takes no part is said to be so', async () => {
      expect((await as('consolidator', LOOKUP, { id: '11-1' })).data).toEqual({
        contract: { status: 'NOT_CONNECTED', contract: null },
      });
    });

    it('of a region that is down is an error that names the region, not a contract that does not exist', async () => {
      federation.member('53').forwarder.intervene(() => 'CUT');
      const { data, errors } = await as('consolidator', LOOKUP, { id: otherId });
      federation.restore();
      expect(data).toEqual({ contract: { status: 'UNREACHABLE', contract: null } });
      expect(errors[0]?.extensions).toMatchObject({ code: 'REGION_UNREACHABLE', region: '53' });
    });
  });

  describe.each(['desk', 'coordination'] as const)('a %s', (role) => {
    it('lists the contracts of its own region, and the coverage expects no other', async () => {
      const { data, errors } = await as<Listed>(role, LIST);
      expect(errors).toEqual([]);
      expect(data.contracts.coverage).toEqual({ expected: 1, answered: 1 });
      expect(data.contracts.edges.every(({ node }) => node.id.startsWith('53-'))).toBe(true);
    });

    it('is refused the lists of others, and finds no contract of them', async () => {
      expect(codesOf(await as(role, LIST, { filter: { regions: ['94'] } }))).toEqual(['FORBIDDEN']);
      const [existing] = (await as<Listed>('consolidator', LIST, { filter: { regions: ['94'] } })).data.contracts.edges;
      expect(existing?.node.id).toMatch(/^94-/);
      const asked = await Promise.all([existing?.node.id, '94-999999999'].map((id) => as(role, LOOKUP, { id })));
      expect(plain(asked[0] as Answer<unknown>)).toBe(plain(asked[1] as Answer<unknown>));
      expect(asked[0]?.data).toEqual({ contract: { status: null, contract: null } });
    });
  });
});

describe.each(['maillage', 'stock'] as const)('a gateway on the engine "%s"', (engine) => {
  it('refuses an anonymous caller before it asks anybody, and serves it what is public', async () => {
    const { supergraphSdl, nationalSdl } = await supergraphOf(['53']);
    const national = await startNational(nationalSdl, ['53']);
    const network = networkOf(national.url, { '53': national.url });
    const gateway = await startGateway(supergraphSdl, network, { engine }, spokenIdentity);
    const url = `${gateway.url}/graphql`;
    const refused = await ask(url, QUESTIONS['consolidation'] ?? '');
    expect([refused.status, codesOf(refused), national.questions]).toEqual([401, ['UNAUTHENTICATED'], []]);
    const open = await ask(url, '{ regions { code } }');
    expect([open.errors, open.data]).toEqual([[], { regions: [{ code: '53' }] }]);
    await gateway.stop();
    await national.close();
  });
});
