import { createConventionLookUp, createConventionReader } from '../../gateway/identity/convention-identity';
import type { Caller } from '../../subgraphs/kit/identity';
import { codesOf } from '../support/ask';
import { CONSOLIDATOR, fakeSigner, spokenIdentity } from '../support/callers';
import { unusedUrl } from '../support/gateway-servers';
import { tellingTokens } from '../support/telling-tokens';
import { createTestFederation, type TestFederation, withClient } from '../support/test-federation';

const MEMBER = '732829320';
const STRANGER = '356000000';
const PERIOD = 'period: { from: "2018-01", to: "2025-12" }';

describe('the parties of a convention', () => {
  let federation: TestFederation;
  /** The buyer with most contracts, and its hours of eight years by the books' own SQL, in hundredths. */
  let principal: { siren: string; contracts: number; hours: number };
  let convention: { id: string; version: number };
  const clock = { now: Date.now() };
  let isNationalThere = true;
  let lookUp: ReturnType<typeof createConventionLookUp>;

  beforeAll(async () => {
    const nowhere = createConventionLookUp(await unusedUrl(), fakeSigner);
    const reader = createConventionReader(
      (sirens) => (isNationalThere ? lookUp : nowhere).lookUp(sirens),
      () => clock.now,
    );
    const gateway = {
      ...spokenIdentity,
      identify: async (shown: { authorization: string | undefined }) => reader(await spokenIdentity.identify(shown)),
      close: async () => {
        await Promise.all([lookUp.close(), nowhere.close()]);
      },
    };
    federation = await createTestFederation(
      { '53': { schemaVersion: '3' }, '94': { schemaVersion: '2' } },
      {},
      { gateway, nationalTokens: tellingTokens },
    );
    lookUp = createConventionLookUp(federation.nationalUrl, fakeSigner);
    principal = await largestBuyer();
    // The convention of the demonstration ends before the one of this test begins.
    await withClient(federation.nationalDatabaseUrl, (client) =>
      client.query(`UPDATE partnership SET signed_on = '2010-01-01', ends_on = '2019-12-31'`),
    );
    const { data } = await federation.ask<{ signPartnership: { partnership: typeof convention } }>(
      `mutation ($input: SignPartnershipInput!) { signPartnership(input: $input) {
         __typename ... on PartnershipSuccess { partnership { id version } } ... on InvalidInputError { field message } } }`,
      { input: { partnership: conventionOf(principal.siren, null) } },
    );
    convention = data.signPartnership.partnership;
  });
  afterAll(() => federation.close());
  beforeEach(() => {
    // Every test begins when nothing is remembered any more.
    clock.now += 60_000;
    isNationalThere = true;
  });

  async function largestBuyer() {
    const sums = new Map<string, { contracts: number; hours: number }>();
    const rows = await federation.inEveryMember<{ siren: string; contracts: string; hours: string }>(
      `SELECT b.siren, count(DISTINCT c.id) AS contracts,
              coalesce(sum(h.hours) FILTER (WHERE h.state = 'VALIDATED' AND h.month BETWEEN '2018-01-01' AND '2025-12-01') * 100, 0)::bigint AS hours
         FROM contract c JOIN buyer b ON b.id = c.buyer_id JOIN lot l ON l.contract_id = c.id
         LEFT JOIN work_contract w ON w.lot_id = l.id LEFT JOIN hour_entry h ON h.work_contract_id = w.id GROUP BY b.siren`,
    );
    for (const { siren, contracts, hours } of rows) {
      const known = sums.get(siren) ?? { contracts: 0, hours: 0 };
      sums.set(siren, { contracts: known.contracts + Number(contracts), hours: known.hours + Number(hours) });
    }
    const [first] = [...sums].sort(([, left], [, right]) => right.contracts - left.contracts);
    if (first === undefined) throw new Error('no buyer');
    return { siren: first[0], ...first[1] };
  }
  const conventionOf = (
    siren: string,
    endsOn: string | null,
    members = [{ siren: MEMBER, name: 'Concessionnaire' }],
  ) => ({
    siren,
    buyerName: 'Acheteur de test',
    title: 'Convention de test',
    signedOn: '2020-01-15',
    endsOn,
    members,
    objectives: [{ label: 'Travaux', hours: 1_000, deadline: '2022-12-31' }],
  });
  const amend = async (endsOn: string | null, members?: { siren: string; name: string }[]) => {
    const { data } = await federation.ask<{ amendPartnership: { partnership: typeof convention } }>(
      `mutation ($input: AmendPartnershipInput!) { amendPartnership(input: $input) {
         __typename ... on PartnershipSuccess { partnership { id version } } ... on InvalidInputError { field message } } }`,
      { input: { ...convention, note: 'avenant', partnership: conventionOf(principal.siren, endsOn, members) } },
    );
    convention = data.amendPartnership.partnership;
  };
  const as = (siren: string): Caller => ({ role: 'buyer', sirens: [siren] });
  const seenBy = async (siren: string) => {
    const { data, errors } = await federation.askAs<{
      contracts: { totalCount: number; edges: { node: { buyer: { siren: string } } }[] };
      consolidation: { total: { hoursDone: number | null }; restrictedTo: string[] };
      nationalBuyers: { siren: string; partnerships: { title: string | null }[] }[];
    }>(
      as(siren),
      `{ contracts(filter: { regions: ["53", "94"] }, first: 5) { totalCount edges { node { buyer { siren } } } }
         consolidation(${PERIOD}) { restrictedTo total { hoursDone } }
         nationalBuyers { siren partnerships { title } } }`,
    );
    expect(errors).toEqual([]);
    return data;
  };

  it('all see its contracts and their hours: the sum over the books', async () => {
    for (const siren of [principal.siren, MEMBER]) {
      const { contracts, consolidation, nationalBuyers } = await seenBy(siren);
      expect(contracts.totalCount).toBe(principal.contracts);
      expect(contracts.edges.every(({ node }) => node.buyer.siren === principal.siren)).toBe(true);
      expect(consolidation).toEqual({
        restrictedTo: [principal.siren, MEMBER].sort(),
        total: { hoursDone: principal.hours / 100 },
      });
      // Of the buyer's other conventions the member is no party.
      const former = siren === MEMBER ? [] : [{ title: null }];
      expect(nationalBuyers).toEqual([
        { siren: principal.siren, partnerships: [{ title: 'Convention de test' }, ...former] },
      ]);
    }
  });

  it('see none of it as strangers do', async () => {
    expect(await seenBy(STRANGER)).toMatchObject({
      contracts: { totalCount: 0, edges: [] },
      consolidation: { restrictedTo: [STRANGER] },
      nationalBuyers: [],
    });
  });

  it('do nothing in the name of each other, and do not see the requests of each other', async () => {
    const announce = (caller: Caller) =>
      federation.askAs<{ announceMobilisationRequest: object }>(
        caller,
        `mutation ($input: AnnounceMobilisationRequestInput!) { announceMobilisationRequest(input: $input) {
           __typename ... on InvalidInputError { field } } }`,
        {
          input: {
            siren: principal.siren,
            title: 'Essai',
            kind: 'WORKS',
            amount: 1_000_000,
            commune: '29232',
          },
        },
      );
    expect((await announce(as(principal.siren))).data.announceMobilisationRequest).toMatchObject({
      __typename: 'MobilisationRequestSuccess',
    });
    expect((await announce(as(MEMBER))).data.announceMobilisationRequest).toMatchObject({ field: 'siren' });
    const count = '{ mobilisationRequests { totalCount edges { node { siren } } } }';
    const own = await federation.askAs<{ mobilisationRequests: { edges: { node: { siren: string } }[] } }>(
      as(principal.siren),
      count,
    );
    const sirens = own.data.mobilisationRequests.edges.map(({ node }) => node.siren);
    expect([sirens.length > 0, new Set(sirens)]).toEqual([true, new Set([principal.siren])]);
    expect((await federation.askAs(as(MEMBER), count)).data).toEqual({
      mobilisationRequests: { totalCount: 0, edges: [] },
    });
  });

  it('are parties of today: whoever left, or whose convention ended, sees nothing of it half a minute later', async () => {
    await amend(null, []);
    clock.now += 30_001;
    expect(await seenBy(MEMBER)).toMatchObject({ contracts: { totalCount: 0 }, nationalBuyers: [] });
    await amend(null);
    clock.now += 30_001;
    expect((await seenBy(MEMBER)).contracts.totalCount).toBe(principal.contracts);
    await amend('2024-12-31');
    clock.now += 30_001;
    expect(await seenBy(MEMBER)).toMatchObject({ contracts: { totalCount: 0 }, nationalBuyers: [] });
    expect((await seenBy(principal.siren)).contracts.totalCount).toBe(principal.contracts);
  });

  it('are not answered at all while nobody can tell who they are parties with', async () => {
    isNationalThere = false;
    const answer = await federation.askAs(as(MEMBER), '{ contracts { totalCount } }');
    expect([answer.status, answer.data]).toEqual([503, undefined]);
    expect(codesOf(answer)).toEqual(['IDENTITY_UNAVAILABLE']);
    expect((await federation.askAs(CONSOLIDATOR, '{ contracts { totalCount } }')).errors).toEqual([]);
  });
});
