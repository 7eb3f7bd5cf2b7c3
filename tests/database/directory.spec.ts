import type { Caller } from '../../subgraphs/kit/identity';
import { type Answer, ask } from '../support/ask';
import { speakingAs } from '../support/callers';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { startNational, unreachableNetwork } from '../support/national-server';
import { tellingTokens } from '../support/telling-tokens';

const BRITTANY: Caller = { role: 'coordination', region: '53' };
const NORMANDY: Caller = { role: 'coordination', region: '28' };
const ASSOCIATION: Caller = { role: 'consolidator' };
const PUBLIC: Caller = { role: 'public' };

const RESULT = `__typename
  ... on CorrespondentSuccess { post { id version level name isPublished isVacant confirmedOn needsConfirmation } }
  ... on CorrespondentConflictError { code current { version name } }
  ... on CorrespondentNotFoundError { code }
  ... on InvalidInputError { field message }`;
const changeOf = (field: string) =>
  `mutation ($input: ${field.charAt(0).toUpperCase()}${field.slice(1)}Input!) { result: ${field}(input: $input) { ${RESULT} } }`;
const IMPORT = `mutation ($input: ImportCorrespondentsInput!) { result: importCorrespondents(input: $input) { __typename
  ... on ImportCorrespondentsSuccess { created changed unchanged }
  ... on DirectoryLinesError { code problemCount problems { line field message } } } }`;
const POSTS = `query ($filter: CorrespondentPostFilter) { correspondentPosts(filter: $filter) {
  id version name function departements isPublished needsConfirmation region { code }
  history { kind by actor before { name isPublished } after { name isPublished } } } }`;
const MAP = `{ regions(codes: ["53"]) { correspondents { level name email phone function organisation isVacant isPublished } } }`;

const POST = {
  region: '53',
  name: 'Anne Le Goff',
  function: 'Coordinatrice régionale',
  organisation: 'Réseau breton',
  email: 'anne.legoff@reseau.example',
  phone: '02 99 00 00 00',
  validFrom: '2026-01-01',
};

interface Saved {
  readonly __typename: string;
  readonly post: { readonly id: string; readonly version: number };
}

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

const askAs = <Data>(caller: Caller, query: string, variables: object = {}): Promise<Answer<Data>> =>
  ask<Data>(national.url, query, { ...variables }, { authorization: speakingAs(caller) });
async function changeAs<Result = Saved>(caller: Caller, query: string, input: object): Promise<Result> {
  const { data, errors } = await askAs<{ result: Result }>(caller, query, { input });
  if (data == null) throw new Error(JSON.stringify(errors));
  return data.result;
}
const save = (caller: Caller, post: object, target: object = {}) =>
  changeAs(caller, changeOf('saveCorrespondent'), { ...target, post });
const postsOf = async (caller: Caller, filter: object = {}) => {
  const { data } = await askAs<{ correspondentPosts: { id: string; name: string; history: { kind: string }[] }[] }>(
    caller,
    POSTS,
    { filter },
  );
  return data?.correspondentPosts ?? [];
};
const mapFor = async (caller: Caller) => {
  const { data } = await askAs<{ regions: { correspondents: unknown[] }[] }>(caller, MAP);
  return data?.regions[0]?.correspondents;
};

describe('a post of the directory', () => {
  let id = '';
  it('is made by the coordination of its region, and shows nobody who did not agree', async () => {
    const made = await save(BRITTANY, POST);
    expect(made).toMatchObject({
      __typename: 'CorrespondentSuccess',
      post: { version: 1, level: 'REGION', name: 'Anne Le Goff', isPublished: false, confirmedOn: '2026-11-02' },
    });
    id = made.post.id;
    const hidden = { name: null, email: null, phone: null, isVacant: false, isPublished: false };
    expect(await mapFor(PUBLIC)).toEqual([
      { ...hidden, level: 'REGION', function: POST.function, organisation: POST.organisation },
    ]);
    expect(await mapFor(NORMANDY)).toMatchObject([hidden]);
    expect(await mapFor(BRITTANY)).toMatchObject([{ name: 'Anne Le Goff' }]);
  });

  it('shows a person who agreed, and no longer from the moment they withdraw, whatever version was seen', async () => {
    await changeAs(BRITTANY, changeOf('publishCorrespondent'), { id, version: 1 });
    expect(await mapFor(PUBLIC)).toMatchObject([{ name: 'Anne Le Goff', email: POST.email, phone: POST.phone }]);
    await changeAs(BRITTANY, changeOf('withdrawCorrespondent'), { id });
    expect(await mapFor(PUBLIC)).toMatchObject([{ name: null, email: null, phone: null }]);
  });

  it('is not published for another person than the one who agreed', async () => {
    await changeAs(BRITTANY, changeOf('publishCorrespondent'), { id, version: 3 });
    const changed = await save(BRITTANY, { ...POST, name: 'Yann Kerbrat' }, { id, version: 4 });
    expect(changed).toMatchObject({ post: { name: 'Yann Kerbrat', isPublished: false, version: 5 } });
    expect(await mapFor(PUBLIC)).toMatchObject([{ name: null }]);
  });

  it('tells the second of two who change at once, and lets one through', async () => {
    const names = ['Soizic', 'Gwenaël'];
    const both = await Promise.all(names.map((name) => save(BRITTANY, { ...POST, name }, { id, version: 5 })));
    expect(both.map((result) => result.__typename).sort()).toEqual([
      'CorrespondentConflictError',
      'CorrespondentSuccess',
    ]);
    expect(both.find((result) => result.__typename === 'CorrespondentConflictError')).toMatchObject({
      code: 'CORRESPONDENT_CONFLICT',
      current: { version: 6 },
    });
  });

  it('is not to be told from one that does not exist for another region', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    for (const field of ['confirmCorrespondent', 'publishCorrespondent']) {
      const [other, none] = await Promise.all([
        changeAs(NORMANDY, changeOf(field), { id, version: 6 }),
        changeAs(NORMANDY, changeOf(field), { id: nowhere, version: 6 }),
      ]);
      expect(other).toEqual(none);
      expect(other).toMatchObject({ __typename: 'CorrespondentNotFoundError', code: 'CORRESPONDENT_UNKNOWN' });
    }
    expect(await changeAs(NORMANDY, changeOf('withdrawCorrespondent'), { id })).toMatchObject({
      code: 'CORRESPONDENT_UNKNOWN',
    });
    expect(await save(NORMANDY, POST)).toMatchObject({ __typename: 'InvalidInputError', field: 'region' });
    expect(await postsOf(NORMANDY)).toEqual([]);
    expect(await postsOf(NORMANDY, { region: '53' })).toEqual([]);
  });

  it('keeps every change: who, before, after', async () => {
    const [post] = await postsOf(BRITTANY);
    expect(post?.history.map(({ kind }) => kind)).toEqual([
      'CREATED',
      'PUBLISHED',
      'WITHDRAWN',
      'PUBLISHED',
      'CHANGED',
      'CHANGED',
    ]);
    expect(post?.history[4]).toMatchObject({
      by: 'COORDINATION',
      before: { name: 'Anne Le Goff', isPublished: true },
      after: { name: 'Yann Kerbrat', isPublished: false },
    });
  });

  it.each([
    ['a département of another region', { departements: ['75'] }, 'departements'],
    ['an e-mail that is none', { email: 'anne' }, 'email'],
    ['a telephone that is none', { phone: 'demander' }, 'phone'],
    ['no function', { function: ' ' }, 'function'],
    ['an end before its beginning', { validTo: '2025-12-31' }, 'validTo'],
  ])('is refused with %s, by field', async (_, more, field) => {
    expect(await save(BRITTANY, { ...POST, ...more })).toMatchObject({ __typename: 'InvalidInputError', field });
  });

  it('is listed once nobody confirmed it for a year, until somebody does', async () => {
    expect(await postsOf(ASSOCIATION, { needsConfirmation: true })).toEqual([]);
    clock.now = new Date('2027-11-03T09:00:00Z');
    const [post] = await postsOf(ASSOCIATION, { needsConfirmation: true });
    expect(post).toMatchObject({ id, version: 6 });
    await changeAs(BRITTANY, changeOf('confirmCorrespondent'), { id, version: 6 });
    expect(await postsOf(ASSOCIATION, { needsConfirmation: true })).toEqual([]);
    clock.now = new Date('2026-11-02T09:00:00Z');
  });

  it('is kept by coordination and association only', async () => {
    const { errors } = await askAs({ role: 'desk', region: '53', desk: '53-1' }, POSTS);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});

describe('a sheet of correspondents', () => {
  const HEAD = 'Région;Départements couverts;Prénom;NOM;Fonction;Structure porteuse;Courriel;Tél.;Publication';
  const LINES = [
    'Île-de-France;;Awa;Diallo;Coordinatrice régionale;GIP;awa@gip.example;01 44 00 00 00;oui',
    '11;77;Luc;Petit;Coordinateur départemental;Initiatives;luc@init.example;;non',
    ';Seine-Saint-Denis, 92;;vacant;Coordinateur départemental;CD;;;',
  ];
  const importAs = (caller: Caller, lines: readonly string[], isTrial = false) =>
    changeAs<Record<string, unknown>>(caller, IMPORT, { csv: [HEAD, ...lines].join('\r\n'), isTrial });

  it('is tried without a trace, then taken whole; again it changes nothing', async () => {
    expect(await importAs(ASSOCIATION, LINES, true)).toMatchObject({ created: 3, changed: 0 });
    expect(await postsOf(ASSOCIATION, { region: '11' })).toEqual([]);
    expect(await importAs(ASSOCIATION, LINES)).toMatchObject({ created: 3, changed: 0, unchanged: 0 });
    expect(await importAs(ASSOCIATION, LINES)).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
    expect(await postsOf(ASSOCIATION, { region: '11' })).toMatchObject([
      { name: 'Awa Diallo', departements: [], isPublished: true },
      { name: 'Luc Petit', departements: ['77'], isPublished: false },
      { name: null, departements: ['92', '93'] },
    ]);
  });

  it('changes the posts that it names and withdraws who says non', async () => {
    const [first = ''] = LINES;
    expect(await importAs(ASSOCIATION, [first.replace('oui', 'non')])).toMatchObject({ changed: 1, created: 0 });
    expect(await postsOf(ASSOCIATION, { region: '11' })).toMatchObject([{ isPublished: false }, {}, {}]);
  });

  it('is refused whole, each line with what is wrong', async () => {
    const before = await postsOf(ASSOCIATION, { region: '11' });
    const bad = [
      ...LINES.slice(0, 1).map((line) => line.replace('Diallo', 'Traoré')),
      'Atlantide;;A;B;Coordinateur;X;;;',
      '11;35;A;B;Coordinateur;X;;;',
      '11;;A;B;Chargé de mission;X;pas-un-mail;;',
      '11;;A;B;Coordinatrice Regionale;X;;;',
      '11;;A;B;Chargée;X;;;peut-être',
    ];
    expect(await importAs(ASSOCIATION, bad)).toMatchObject({
      code: 'DIRECTORY_SHEET_REJECTED',
      problemCount: 5,
      problems: [
        { line: 3, field: 'region' },
        { line: 4, field: 'departements' },
        { line: 5, field: 'email' },
        { line: 6, field: 'function' },
        { line: 7, field: 'publication' },
      ],
    });
    expect(await postsOf(ASSOCIATION, { region: '11' })).toEqual(before);
  });

  it('of a coordination touches its own region only', async () => {
    expect(await importAs(BRITTANY, LINES.slice(0, 1))).toMatchObject({ problems: [{ line: 2, field: 'region' }] });
  });
});

describe('whom to call for what somebody wrote', () => {
  const PLACE = `query ($text: String!) { place(text: $text) { __typename
    ... on PlaceFound { place { communeCode name departement } localContact { communeCode region { code } coordinator { level organisation } } }
    ... on PlaceAmbiguousError { code choiceCount choices { communeCode } }
    ... on PlaceUnknownError { code proposals { communeCode } } } }`;
  const placeOf = async (text: string) => (await askAs<{ place: unknown }>(PUBLIC, PLACE, { text })).data?.place;

  it('is answered for one commune, with choices for several, with proposals for none', async () => {
    expect(await placeOf('landerneau')).toEqual({
      __typename: 'PlaceFound',
      place: { communeCode: '29103', name: 'Landerneau', departement: '29' },
      localContact: {
        communeCode: '29103',
        region: { code: '53' },
        coordinator: { level: 'REGION', organisation: POST.organisation },
      },
    });
    expect(await placeOf('Saint-Denis')).toMatchObject({ code: 'PLACE_AMBIGUOUS', choiceCount: expect.any(Number) });
    expect(await placeOf('Landernaux')).toMatchObject({ code: 'PLACE_UNKNOWN' });
    expect(await placeOf('x'.repeat(1_000))).toMatchObject({ code: 'PLACE_UNKNOWN', proposals: [] });
  });

  it('is answered text by text, one that means nothing among them', async () => {
    const texts = ['29019', 'nulle part du tout', 'Saint-Denis', '29900'];
    const query = `query ($texts: [String!]!) { places(texts: $texts) { __typename ... on PlaceFound { place { name } } } }`;
    expect((await askAs<{ places: unknown }>(PUBLIC, query, { texts })).data?.places).toEqual([
      { __typename: 'PlaceFound', place: { name: 'Brest' } },
      { __typename: 'PlaceUnknownError' },
      { __typename: 'PlaceAmbiguousError' },
      { __typename: 'PlaceFound', place: { name: 'Concarneau' } },
    ]);
  });

  it('is an area with its coordination, whether a region answers or not', async () => {
    const query = `{ areaContact(code: "29") { kind code name communeCount population
      coordinators { departement coordinator { organisation } } } }`;
    expect((await askAs(PUBLIC, query)).data).toEqual({
      areaContact: {
        kind: 'DEPARTEMENT',
        code: '29',
        name: 'Finistère',
        communeCount: expect.any(Number),
        population: expect.any(Number),
        coordinators: [{ departement: '29', coordinator: { organisation: POST.organisation } }],
      },
    });
  });
});
