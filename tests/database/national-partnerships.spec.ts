import type { Caller } from '../../subgraphs/kit/identity';
import { ask, codesOf } from '../support/ask';
import { CONSOLIDATOR, speakingAs } from '../support/callers';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { startNational, unreachableNetwork } from '../support/national-server';
import { tellingTokens } from '../support/telling-tokens';

/** Invented, in the shape of a convention whose hours are worked in many regions by a buyer and its concessionaire. */
const CONVENTION = {
  siren: '552081317',
  buyerName: 'Acheteur inventé',
  title: 'Convention inventée',
  signedOn: '2023-07-11',
  endsOn: '2058-07-10',
  reportsDue: ['03-31'],
  members: [{ siren: '732829320', name: 'Concessionnaire inventé' }],
  documents: [{ name: 'Convention signée', url: 'https://exemple.invalid/convention.pdf' }],
  objectives: [
    { label: 'Travaux', hours: 400_000, deadline: '2029-12-31', sectors: ['BTP'] },
    { label: 'Autres prestations', hours: 150_000, deadline: '2029-12-31', regions: ['53', '11'] },
  ],
};

const PARTNERSHIP = `id version title endsOn members { siren } documents { url }
  objectives { label hours startsOn deadline sectors regions { code } } changes { note before after }`;
const RESULT = `__typename ... on PartnershipSuccess { partnership { ${PARTNERSHIP} } } ... on InvalidInputError { field message }
  ... on PartnershipConflictError { current { version } }`;
const SIGN = `mutation ($input: SignPartnershipInput!) { signPartnership(input: $input) { ${RESULT} } }`;
const AMEND = `mutation ($input: AmendPartnershipInput!) { amendPartnership(input: $input) { ${RESULT} } }`;

interface Result {
  readonly __typename: string;
  readonly field?: string;
  readonly current?: { readonly version: number };
  readonly partnership?: {
    readonly id: string;
    readonly version: number;
    readonly objectives: readonly object[];
    readonly changes: readonly {
      readonly note: string | null;
      readonly before: string | null;
      readonly after: string;
    }[];
  };
}

describe('partnerships with national buyers', () => {
  let database: TestDatabase;
  let national: Awaited<ReturnType<typeof startNational>>;
  beforeEach(async () => {
    database = await createTestDatabase('national');
    national = await startNational(database.url, unreachableNetwork(['11', '53']), tellingTokens);
  });
  afterEach(async () => {
    await national.stop();
    await database.close();
  });

  const asked = async <Data>(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    caller: Caller = CONSOLIDATOR,
  ) => {
    return ask<Data>(national.url, query, variables, { authorization: speakingAs(caller) });
  };
  const sign = async (partnership: object) =>
    (await asked<{ signPartnership: Result }>(SIGN, { input: { partnership } })).data.signPartnership;
  const amend = async (input: object) =>
    (await asked<{ amendPartnership: Result }>(AMEND, { input })).data.amendPartnership;

  it('are signed whole, with other legal units, documents and objectives by tranche', async () => {
    const { partnership } = await sign(CONVENTION);
    expect(partnership).toMatchObject({
      version: 1,
      members: [{ siren: '732829320' }],
      objectives: [
        { label: 'Travaux', hours: 400_000, startsOn: '2023-07-11', sectors: ['BTP'], regions: [] },
        { label: 'Autres prestations', hours: 150_000, sectors: [], regions: [{ code: '53' }, { code: '11' }] },
      ],
    });
    const { data } = await asked<{ nationalBuyer: { name: string; partnership: { title: string } } }>(
      '{ nationalBuyer(siren: "552081317") { name partnership { title } } }',
    );
    expect(data.nationalBuyer).toEqual({ name: 'Acheteur inventé', partnership: { title: 'Convention inventée' } });
  });

  it('keep an objective that was lowered afterwards in sight', async () => {
    const { partnership } = await sign(CONVENTION);
    const lowered = { ...CONVENTION, objectives: [{ ...CONVENTION.objectives[0], hours: 300_000 }] };
    const amended = await amend({ id: partnership?.id, version: 1, note: 'avenant n° 1', partnership: lowered });
    expect(amended.partnership).toMatchObject({ version: 2, objectives: [{ hours: 300_000 }] });
    const [change] = amended.partnership?.changes ?? [];
    const hoursOf = (text: string | null | undefined) =>
      (JSON.parse(text ?? 'null') as { objectives: { hours: number }[] }).objectives.map(({ hours }) => hours);
    expect(change?.note).toBe('avenant n° 1');
    expect([hoursOf(change?.before), hoursOf(change?.after)]).toEqual([[400_000, 150_000], [300_000]]);
  });

  it('of one buyer never hold at the same time', async () => {
    await sign(CONVENTION);
    expect(await sign({ ...CONVENTION, signedOn: '2024-01-01', endsOn: null })).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'signedOn',
    });
    expect((await sign({ ...CONVENTION, signedOn: '2058-07-11', endsOn: null })).__typename).toBe('PartnershipSuccess');
  });

  it('are amended from the version that was read, and by nobody else', async () => {
    const { partnership } = await sign(CONVENTION);
    const change = (version: number, id = partnership?.id) =>
      amend({ id, version, note: 'x', partnership: { ...CONVENTION, title: 'Autre' } });
    expect((await change(1)).__typename).toBe('PartnershipSuccess');
    expect(await change(1)).toMatchObject({ __typename: 'PartnershipConflictError', current: { version: 2 } });
    expect((await change(2, '00000000-0000-4000-8000-000000000000')).__typename).toBe('PartnershipNotFoundError');
    const buyer: Caller = { role: 'buyer', sirens: ['552081317'] };
    expect(codesOf(await asked(SIGN, { input: { partnership: CONVENTION } }, buyer))).toEqual(['FORBIDDEN']);
  });

  it.each([
    [
      'a sector of no list',
      { objectives: [{ ...CONVENTION.objectives[0], sectors: ['BATIMENT'] }] },
      'objectives.0.sectors.0',
    ],
    ['an end before the signature', { endsOn: '2020-01-01' }, 'endsOn'],
    ['the buyer among the others', { members: [{ siren: '552081317', name: 'x' }] }, 'members'],
    ['two objectives alike', { objectives: [CONVENTION.objectives[0], CONVENTION.objectives[0]] }, 'objectives'],
    ['a document that is not https', { documents: [{ name: 'x', url: 'file:///etc/passwd' }] }, 'documents.0.url'],
  ])('are refused with %s', async (_what, change, field) => {
    expect(await sign({ ...CONVENTION, ...change })).toMatchObject({ __typename: 'InvalidInputError', field });
  });

  it('show their progress as figures of the convention alone, and what is still to come', async () => {
    await sign(CONVENTION);
    const { data } = await asked<{
      nationalBuyer: { partnership: { objectives: { activity: object; remaining: object | null }[] } };
    }>(`{ nationalBuyer(siren: "552081317") { partnership { objectives {
        activity { period { from to } } remaining { period { to } } } } } }`);
    expect(data.nationalBuyer.partnership.objectives).toEqual([
      { activity: { period: { from: '2023-07', to: '2029-12' } }, remaining: { period: { to: '2029-12' } } },
      { activity: { period: { from: '2023-07', to: '2029-12' } }, remaining: { period: { to: '2029-12' } } },
    ]);
  });
});
