import type { Caller } from '../../subgraphs/kit/identity';
import { type Answer, ask } from '../support/ask';
import { speakingAs } from '../support/callers';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { startNational, unreachableNetwork } from '../support/national-server';
import { tellingTokens } from '../support/telling-tokens';
import { withClient } from '../support/test-federation';

const SIREN = '552081317';
const BUYER: Caller = { role: 'buyer', sirens: [SIREN] };
const OTHER: Caller = { role: 'buyer', sirens: ['732829320'] };

const ANNOUNCE = `mutation ($input: AnnounceMobilisationRequestInput!) { announceMobilisationRequest(input: $input) {
  __typename ... on MobilisationRequestSuccess { request { id } } ... on InvalidInputError { field message } } }`;
const OPEN = `mutation ($input: OpenMobilisationProgrammeInput!) { openMobilisationProgramme(input: $input) {
  __typename ... on MobilisationProgrammeSuccess { programme { id lineCount } } ... on InvalidInputError { field } } }`;
const ADD = `mutation ($input: AddMobilisationProgrammeLinesInput!) { addMobilisationProgrammeLines(input: $input) {
  __typename ... on MobilisationProgrammeSuccess { programme { lineCount } }
  ... on MobilisationProgrammeLinesError { code problemCount problems { line field } }
  ... on MobilisationProgrammeNotFoundError { code } ... on InvalidInputError { field } } }`;
const LAUNCH = `mutation ($input: AnnounceMobilisationProgrammeInput!) { announceMobilisationProgramme(input: $input) {
  __typename ... on MobilisationProgrammeSuccess { programme { lineCount announcedAt } } ... on InvalidInputError { field } } }`;

const HEAD = 'Intitulé;Nature;CPV;Montant HT;Commune;Région;Début;Fin';
const lineOf = (index: number) =>
  `"Opération ${index}";travaux;45000000-7;"1 250 000,50";${index % 2 === 0 ? '29232;' : ';53'};01/03/2027;2028-02-29`;
const csvOf = (from: number, to: number) =>
  [HEAD, ...Array.from({ length: to - from }, (_, index) => lineOf(from + index))].join('\n');

type Data = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

let database: TestDatabase;
let national: Awaited<ReturnType<typeof startNational>>;
const clock = { now: new Date('2026-11-02T09:00:00Z') };
beforeAll(async () => {
  database = await createTestDatabase('national');
  national = await startNational(database.url, unreachableNetwork(['53']), tellingTokens, { now: () => clock.now });
});
afterAll(async () => {
  await national.stop();
  await database.close();
});

const askAs = <Given = Data>(caller: Caller, query: string, variables: object = {}): Promise<Answer<Given>> =>
  ask<Given>(national.url, query, { ...variables }, { authorization: speakingAs(caller) });
const changeAs = async (caller: Caller, query: string, input: object) => {
  const answer = await askAs(caller, query, { input });
  const [result] = Object.values(answer.data ?? {});
  if (result === undefined) throw new Error(JSON.stringify(answer.errors));
  return result;
};

describe('announcing an operation', () => {
  const operation = { siren: SIREN, title: 'Gymnase', kind: 'WORKS', amount: 500_000, commune: '29232' };
  it.each([
    ['no title', { title: '  ' }, 'title'],
    ['no amount', { amount: 0 }, 'amount'],
    ['two places', { region: '53' }, 'commune'],
    ['no place', { commune: null }, 'commune'],
    ['a commune of nowhere', { commune: '99999' }, 'commune'],
    ['a CPV code that is none', { cpv: '4' }, 'cpv'],
    ['an end before its start', { startsOn: '2027-02-01', endsOn: '2027-01-31' }, 'endsOn'],
    ['two lots of one number', { lots: [1, 1].map((number) => ({ number: `${number}`, title: 'Lot' })) }, 'lots'],
    ['somebody else’s SIREN', { siren: '732829320' }, 'siren'],
  ])('is refused with %s, by field', async (_, more, field) => {
    expect(await changeAs(BUYER, ANNOUNCE, { ...operation, ...more })).toMatchObject({
      __typename: 'InvalidInputError',
      field,
    });
  });

  it('sizes lots one by one when each has an amount, and shows every parameter with its source', async () => {
    const query = `query ($input: ClauseSizingInput!) { clauseSizing(input: $input) {
      hours formula parameters { name value isDefault source } parts { lot hours labourShare } } }`;
    const lots = [
      { number: '1', title: 'Gros œuvre', amount: 600_000 },
      { number: '2', title: 'Peinture', cpv: '45442110-1', amount: 300_000 },
    ];
    const input = { kind: 'WORKS', cpv: '45000000', amount: 900_000, lots, parameters: { hourlyCost: 25 } };
    const { data } = await askAs<{ clauseSizing: { parameters: { source: string }[] } }>(BUYER, query, { input });
    expect(data?.clauseSizing).toMatchObject({
      // 600,000 × 0.5 ÷ 25 × 0.05 and 300,000 × 0.7 ÷ 25 × 0.05
      hours: 1_020,
      parts: [
        { lot: '1', hours: 600, labourShare: 0.5 },
        { lot: '2', hours: 420, labourShare: 0.7 },
      ],
      parameters: [
        { name: 'labourShare', value: 0.5, isDefault: true },
        { name: 'labourShare', value: 0.7, isDefault: true },
        { name: 'hourlyCost', value: 25, isDefault: false },
        { name: 'clauseShare', value: 0.05, isDefault: true },
      ],
    });
    expect(data?.clauseSizing.parameters.every(({ source }) => source.length > 10)).toBe(true);
  });
});

describe('a programme', () => {
  const open = async (title: string) => {
    const opened = (await changeAs(BUYER, OPEN, { siren: SIREN, title })) as { programme: { id: string } };
    return opened.programme.id;
  };

  it('of 10,000 lines is announced at once, in parts that a gateway takes', async () => {
    const id = await open('Programme 2027');
    for (let from = 0; from < 10_000; from += 2_500) {
      const part = { id, csv: csvOf(from, from + 2_500), firstLine: from + 2 };
      expect(await changeAs(BUYER, ADD, part)).toEqual({
        __typename: 'MobilisationProgrammeSuccess',
        programme: { lineCount: from + 2_500 },
      });
    }
    expect(await changeAs(BUYER, ADD, { id, csv: csvOf(0, 1), firstLine: 10_002 })).toMatchObject({ field: 'csv' });
    expect(await changeAs(BUYER, LAUNCH, { id, lines: 9_999 })).toMatchObject({ field: 'lines' });
    const announced = await changeAs(BUYER, LAUNCH, { id, lines: 10_000 });
    expect(announced).toMatchObject({ programme: { lineCount: 10_000, announcedAt: clock.now.toISOString() } });
    expect(await changeAs(BUYER, LAUNCH, { id, lines: 10_000 })).toEqual(announced);

    const count = `query ($filter: MobilisationRequestFilter) { mobilisationRequests(filter: $filter) {
      totalCount counts { state count } } }`;
    expect((await askAs(BUYER, count, { filter: { programme: id } })).data).toEqual({
      mobilisationRequests: { totalCount: 10_000, counts: [{ state: 'ANNOUNCED', count: 10_000 }] },
    });
    const [sums] = await withClient(database.url, async (client) => {
      const { rows } = await client.query(
        `SELECT count(*)::int AS requests, sum(amount)::text AS amount, count(DISTINCT public_id)::int AS ids,
           (SELECT count(*)::int FROM mobilisation_event) AS events FROM mobilisation_request`,
      );
      return rows as object[];
    });
    expect(sums).toEqual({ requests: 10_000, amount: '12500005000.00', ids: 10_000, events: 10_000 });
  });

  it('is not announced while one of its lines cannot be: every one of those is named', async () => {
    const id = await open('Programme 2028');
    const csv = [HEAD, lineOf(0), 'Sans montant;travaux;;;29232;;;', 'Nulle part;travaux;;10;;;;', '', lineOf(1)].join(
      '\n',
    );
    expect(await changeAs(BUYER, ADD, { id, csv })).toEqual({
      __typename: 'MobilisationProgrammeLinesError',
      code: 'MOBILISATION_PROGRAMME_REJECTED',
      problemCount: 3,
      problems: [
        { line: 3, field: 'amount' },
        { line: 4, field: 'commune' },
        { line: 5, field: 'kind' },
      ],
    });
    expect(await changeAs(BUYER, LAUNCH, { id, lines: 5 })).toMatchObject({ field: 'lines' });
    expect(await changeAs(OTHER, ADD, { id, csv })).toMatchObject({ code: 'MOBILISATION_PROGRAMME_UNKNOWN' });
  });

  it('takes no second one of the same title', async () => {
    expect(await changeAs(BUYER, OPEN, { siren: SIREN, title: 'Programme 2027' })).toMatchObject({ field: 'title' });
  });
});

describe('a request without a desk', () => {
  const STEP = `{ __typename ... on MobilisationRequestSuccess { request { id version state desk nextActor addressedDesks
    handledByCoordination declineReason } } ... on MobilisationStepError { code message } }`;
  const COORDINATION: Caller = { role: 'coordination', region: '94' };
  const step = async (caller: Caller, field: string, input: object) => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${field}(input: $input) ${STEP} }`;
    return (await changeAs(caller, query, input)) as { request: { id: string; version: number } };
  };
  const announce = () =>
    step(BUYER, 'announceMobilisationRequest', {
      ...{ siren: SIREN, title: 'Port', kind: 'WORKS', amount: 1_000_000, commune: '2A004' },
    });

  it('is taken over by the coordination itself, which then works on it', async () => {
    const { request } = await announce();
    const taken = await step(COORDINATION, 'moveMobilisationRequest', {
      ...{ id: request.id, version: request.version, to: 'TAKEN_OVER' },
    });
    expect(taken).toMatchObject({ request: { desk: null, handledByCoordination: true, nextActor: 'COORDINATION' } });
    const { id, version } = taken.request;
    expect(await step(COORDINATION, 'sizeMobilisationRequest', { id, version })).toMatchObject({
      request: { state: 'SIZED' },
    });
  });

  it('is sent to other desks by the coordination when it was declined, and not while a desk works on it', async () => {
    const { request } = await announce();
    const declined = await step(COORDINATION, 'moveMobilisationRequest', {
      ...{ id: request.id, version: request.version, to: 'DECLINED', note: 'Aucun guichet disponible.' },
    });
    const again = { id: request.id, version: declined.request.version, desks: ['94-1'] };
    const sent = await step(COORDINATION, 'addressMobilisationRequest', again);
    expect(sent).toMatchObject({ request: { state: 'ANNOUNCED', declineReason: null, addressedDesks: ['94-1'] } });
    const desk: Caller = { role: 'desk', region: '94', desk: '94-1' };
    const taken = await step(desk, 'moveMobilisationRequest', {
      ...{ id: request.id, version: sent.request.version, to: 'TAKEN_OVER' },
    });
    expect(
      await step(COORDINATION, 'addressMobilisationRequest', { ...again, version: taken.request.version }),
    ).toMatchObject({
      code: 'MOBILISATION_STEP_REFUSED',
    });
    expect(
      await step(COORDINATION, 'sizeMobilisationRequest', { id: request.id, version: taken.request.version }),
    ).toMatchObject({ message: 'The request is held by the desk 94-1.' });
  });
});

describe('the list of requests', () => {
  interface Page {
    readonly mobilisationRequests: {
      readonly edges: readonly { readonly node: { readonly id: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  }
  const PAGE = `query ($filter: MobilisationRequestFilter, $after: String) {
    mobilisationRequests(filter: $filter, first: 100, after: $after) {
      edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

  it('gives each once over its pages, while others are announced', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    const operation = { siren: SIREN, title: 'Pendant', kind: 'SERVICES', amount: 1, region: '53' };
    do {
      const answer: Answer<Page> = await askAs<Page>(BUYER, PAGE, { after });
      const page: Page['mobilisationRequests'] | undefined = answer.data?.mobilisationRequests;
      seen.push(...(page?.edges ?? []).map(({ node }) => node.id));
      after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
      if (seen.length === 100) {
        clock.now = new Date(clock.now.getTime() + 1_000);
        await changeAs(BUYER, ANNOUNCE, operation);
      }
    } while (after !== null && seen.length < 2_000);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(2_000);
  });

  it('tells what waits: since when, and whether longer than agreed', async () => {
    const waits = async (filter: object) =>
      (
        await askAs<{ mobilisationRequests: { totalCount: number } }>(
          BUYER,
          'query ($filter: MobilisationRequestFilter) { mobilisationRequests(filter: $filter) { totalCount } }',
          { filter },
        )
      ).data?.mobilisationRequests.totalCount;
    expect(await waits({ isLate: true })).toBe(0);
    expect(await waits({ waitingLongerThanDays: 3 })).toBe(0);
    clock.now = new Date('2026-11-09T09:00:00.500Z');
    expect(await waits({ isLate: true })).toBe(10_000);
    expect(await waits({ waitingLongerThanDays: 3, states: ['ANNOUNCED'] })).toBe(10_001);
    expect(await waits({ regions: ['94'] })).toBe(2);
  });

  it.each([
    ['REGION_UNKNOWN', '(filter: { regions: ["99"] })'],
    ['FILTER_EMPTY', '(filter: { states: [] })'],
    ['PAGE_SIZE_OUT_OF_RANGE', '(first: 101)'],
    ['CURSOR_MALFORMED', '(after: "eyJhIjoxfQ")'],
  ])('refuses bad input as %s', async (code, given) => {
    const answer = await askAs(BUYER, `{ mobilisationRequests${given} { edges { cursor } } }`);
    expect(answer.errors.map(({ extensions }) => extensions?.['code'])).toContain(code);
  });
});
