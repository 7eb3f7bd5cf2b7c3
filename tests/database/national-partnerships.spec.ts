import { withLuhnKey } from '../../subgraphs/kit/identifiers';
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

/** An establishment of a buyer that the association does not support. */
const LA_POSTE = withLuhnKey('3560000000001');

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

  describe('the establishments of a buyer', () => {
    const OWN: Caller = { role: 'buyer', sirens: [CONVENTION.siren] };
    const OTHER: Caller = { role: 'buyer', sirens: ['732829320'] };
    const [FIRST, SECOND] = ['0001', '0002'].map((number) => withLuhnKey(`${CONVENTION.siren}${number}`));
    const RESULT_OF = `__typename ... on InvalidInputError { field message }
      ... on BuyerEstablishmentsSuccess { buyer { establishments { siret name communeCode departement region { code } } } }`;
    const change = async (field: 'save' | 'remove', input: object, caller: Caller = OWN) => {
      const name = `${field}BuyerEstablishments`;
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      const query = `mutation ($input: ${type}) { result: ${name}(input: $input) { ${RESULT_OF} } }`;
      return asked<{ result: { __typename: string; field?: string; buyer?: { establishments: object[] } } }>(
        query,
        { input: { siren: CONVENTION.siren, ...input } },
        caller,
      );
    };
    const saved = async (...establishments: object[]) => (await change('save', { establishments })).data.result;

    it('are kept by itself, by SIRET: the same again changes nothing, another name is its name', async () => {
      await sign(CONVENTION);
      const brest = { siret: FIRST, name: 'Direction Brest', communeCode: '29019' };
      await saved(brest);
      expect((await saved(brest, { siret: SECOND, name: 'Siège' })).buyer?.establishments).toEqual([
        { ...brest, departement: '29', region: { code: '53' } },
        { siret: SECOND, name: 'Siège', communeCode: null, departement: null, region: null },
      ]);
      const renamed = await saved({ ...brest, name: 'Agence Brest' });
      expect(renamed.buyer?.establishments).toMatchObject([{ name: 'Agence Brest' }, { name: 'Siège' }]);
      const left = await change('remove', { sirets: [SECOND, withLuhnKey(`${CONVENTION.siren}0009`)] }, CONSOLIDATOR);
      expect(left.data.result.buyer?.establishments).toMatchObject([{ siret: FIRST }]);
    });

    it.each([
      ['a SIRET of another SIREN', [{ siret: withLuhnKey('7328293200001'), name: 'x' }], 'establishments.0.siret'],
      ['a SIRET without its key', [{ siret: `${CONVENTION.siren}00001`, name: 'x' }], 'establishments.0.siret'],
      [
        'one twice',
        [
          { siret: FIRST, name: 'x' },
          { siret: FIRST, name: 'y' },
        ],
        'establishments.1.siret',
      ],
      ['a commune that is none', [{ siret: FIRST, name: 'x', communeCode: '29999' }], 'establishments.0.communeCode'],
      ['no name', [{ siret: FIRST, name: ' ' }], 'establishments.0.name'],
      ['nothing', [], 'establishments'],
    ])('are refused with %s, and none is saved', async (_what, establishments, field) => {
      await sign(CONVENTION);
      const good = { siret: SECOND, name: 'Siège' };
      const result = await saved(...establishments, ...(establishments.length === 0 ? [] : [good]));
      expect(result).toMatchObject({ __typename: 'InvalidInputError', field });
      const { data } = await asked(`{ nationalBuyer(siren: "${CONVENTION.siren}") { establishments { siret } } }`);
      expect(data).toEqual({ nationalBuyer: { establishments: [] } });
    });

    it('are nobody else\u2019s: another buyer is told what it is told of one that is not there', async () => {
      await sign(CONVENTION);
      const establishments = [{ siret: FIRST, name: 'x' }];
      await change('save', { establishments });
      const foreign = await change('save', { establishments }, OTHER);
      const unknown = await change(
        'save',
        { siren: '356000000', establishments: [{ siret: LA_POSTE, name: 'x' }] },
        OTHER,
      );
      expect(foreign.data).toEqual({ result: { __typename: 'NationalBuyerNotFoundError' } });
      expect(unknown.data).toEqual(foreign.data);
      expect((await change('remove', { sirets: [FIRST] }, OTHER)).data).toEqual(foreign.data);
      // A party of its convention sees the buyer, and not what is the buyer's own.
      const party: Caller = { role: 'buyer', sirens: ['732829320'], convention: [CONVENTION.siren] };
      const question = `{ nationalBuyer(siren: "${CONVENTION.siren}") { name establishments { siret } } }`;
      expect((await asked(question, {}, party)).data).toEqual({
        nationalBuyer: { name: CONVENTION.buyerName, establishments: [] },
      });
      const desk: Caller = { role: 'desk', region: '53', desk: '53-1' };
      expect(codesOf(await change('save', { establishments }, desk))).toEqual(['FORBIDDEN']);
    });
  });
});
