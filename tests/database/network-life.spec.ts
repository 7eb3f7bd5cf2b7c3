import type { Caller } from '../../subgraphs/kit/identity';
import { type Answer, ask, codesOf } from '../support/ask';
import { CONSOLIDATOR, speakingAs } from '../support/callers';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { startNational, unreachableNetwork } from '../support/national-server';
import { tellingTokens } from '../support/telling-tokens';

const BRETAGNE: Caller = { role: 'coordination', region: '53' };
const CORSE: Caller = { role: 'coordination', region: '94' };
const deskOf = (desk: string): Caller => ({ role: 'desk', region: desk.split('-')[0] ?? '', desk });

const RESULT = `__typename ... on TrainingSuccess { training { id version seatsTaken isCancelled desks { desk seats attended } } }
  ... on TrainingFullError { code seatsLeft } ... on SharedResourceSuccess { resource { id currentNumber } }
  ... on NetworkItemNotFoundError { code } ... on NetworkItemConflictError { code } ... on InvalidInputError { field }`;

interface Result {
  readonly __typename: string;
  readonly training?: { readonly id: string; readonly version: number; readonly seatsTaken: number };
  readonly resource?: { readonly id: string; readonly currentNumber: number };
  readonly code?: string;
  readonly field?: string;
  readonly seatsLeft?: number;
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
beforeEach(() => {
  clock.now = new Date('2026-11-02T09:00:00Z');
});

const askAs = <Data>(caller: Caller, query: string, variables: object = {}): Promise<Answer<Data>> =>
  ask<Data>(national.url, query, { ...variables }, { authorization: speakingAs(caller) });

/** Fragments on types that a union does not hold are left out. */
const fieldsOf = (field: string) => {
  const own = /Resource$/.test(field) ? /TrainingSuccess|TrainingFull/ : /SharedResourceSuccess/;
  return RESULT.split('...')
    .filter((part) => !own.test(part))
    .join('...');
};
const send = (caller: Caller, field: string, input: object) => {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${field}(input: $input) { ${fieldsOf(field)} } }`;
  return askAs<Record<string, Result>>(caller, query, { input });
};
const change = async (caller: Caller, field: string, input: object): Promise<Result> => {
  const answer = await send(caller, field, input);
  const result = answer.data?.[field];
  if (result === undefined || result === null) throw new Error(JSON.stringify(answer.errors));
  return result;
};

const SESSION = {
  ...{ kind: 'TRAINING', title: 'Dimensionner une clause', theme: 'dimensionnement', seats: 10 },
  ...{ startsAt: '2026-12-01T08:00:00Z', endsAt: '2026-12-01T16:00:00Z', place: 'Rennes', validityMonths: 24 },
};
const schedule = async (caller: Caller, more: object = {}) =>
  (await change(caller, 'scheduleTraining', { ...SESSION, ...more })).training?.id ?? '';

describe('trainings', () => {
  it('are organised by the association, and by a coordination for its region alone', async () => {
    expect(await schedule(CONSOLIDATOR)).not.toBe('');
    expect(await schedule(BRETAGNE, { region: '53' })).not.toBe('');
    for (const [caller, more] of [
      [BRETAGNE, {}],
      [CORSE, { region: '53' }],
      [deskOf('53-1'), { region: '53' }],
    ] as const) {
      expect(codesOf(await send(caller, 'scheduleTraining', { ...SESSION, ...more }))).toEqual(['FORBIDDEN']);
    }
    const list = await askAs<{ trainings: { totalCount: number } }>(
      deskOf('94-1'),
      '{ trainings(filter: { regions: ["53"] }) { totalCount nodes { title region { code } } } }',
    );
    expect(list.data).toEqual({
      trainings: { totalCount: 1, nodes: [{ title: 'Dimensionner une clause', region: { code: '53' } }] },
    });
  });

  it.each([
    ['an end before its beginning', { endsAt: '2026-11-30T08:00:00Z' }, 'endsAt'],
    ['no place', { place: ' ' }, 'place'],
    ['no seat', { seats: 0 }, 'seats'],
    ['no title', { title: '' }, 'title'],
    ['a region of nowhere', { region: '99' }, 'region'],
  ])('are refused with %s', async (_, more, field) => {
    expect(await change(CONSOLIDATOR, 'scheduleTraining', { ...SESSION, ...more })).toMatchObject({ field });
  });

  it('never have more seats taken than there are, whoever asks at once', async () => {
    const id = await schedule(CONSOLIDATOR);
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, index) => change(deskOf(`53-${index + 1}`), 'bookTraining', { id, seats: 3 })),
    );
    expect(asked.filter(({ training }) => training !== undefined)).toHaveLength(3);
    const refused = asked.filter(({ code }) => code !== undefined);
    expect(refused).toHaveLength(17);
    expect(refused.every(({ code, seatsLeft }) => code === 'TRAINING_FULL' && seatsLeft === 1)).toBe(true);
    const { data } = await askAs<{ training: { seatsTaken: number } }>(
      deskOf('53-1'),
      'query ($id: ID!) { training(id: $id) { seatsTaken } }',
      { id },
    );
    expect(data?.training.seatsTaken).toBe(9);
  });

  it('let a desk change its seats and give them back, and keep as many as are taken', async () => {
    const id = await schedule(CONSOLIDATOR);
    await change(deskOf('53-1'), 'bookTraining', { id, seats: 10 });
    expect(await change(deskOf('53-1'), 'bookTraining', { id, seats: 8 })).toMatchObject({
      training: { seatsTaken: 8 },
    });
    const terms = {
      id,
      version: 1,
      startsAt: SESSION.startsAt,
      endsAt: SESSION.endsAt,
      remoteUrl: 'https://visio.example.org',
    };
    expect(await change(CONSOLIDATOR, 'changeTraining', { ...terms, seats: 7 })).toMatchObject({ field: 'seats' });
    expect(await change(CONSOLIDATOR, 'changeTraining', { ...terms, seats: 8 })).toMatchObject({
      training: { version: 2 },
    });
    expect(await change(CONSOLIDATOR, 'changeTraining', { ...terms, seats: 9 })).toMatchObject({
      code: 'NETWORK_ITEM_CONFLICT',
    });
    await change(deskOf('53-1'), 'bookTraining', { id, seats: 0 });
    expect(await change(BRETAGNE, 'bookTraining', { id, desk: '53-2', seats: 8 })).toMatchObject({
      training: { seatsTaken: 8 },
    });
    expect(await change(BRETAGNE, 'bookTraining', { id, desk: '94-1', seats: 1 })).toMatchObject({ field: 'desk' });
    expect(await change(deskOf('53-1'), 'bookTraining', { id: 'none', seats: 1 })).toMatchObject({
      code: 'NETWORK_ITEM_UNKNOWN',
    });
  });
});

describe('shared resources', () => {
  const CLAUSE = { kind: 'MODEL_CLAUSE', theme: 'travaux', title: 'Clause type', summary: 'Marchés de travaux' };

  it('have versions, each on the one before: of two who publish at once, the second is told', async () => {
    const { resource } = await change(CONSOLIDATOR, 'publishSharedResource', {
      ...CLAUSE,
      text: 'Le titulaire réserve…',
    });
    const next = { ...CLAUSE, id: resource?.id, replaces: 1, text: 'Le titulaire s’engage…' };
    const both = await Promise.all([1, 2].map(() => change(CONSOLIDATOR, 'publishSharedResource', next)));
    expect(both.map((result) => result.resource?.currentNumber ?? result.code).sort()).toEqual([
      2,
      'NETWORK_ITEM_CONFLICT',
    ]);
    expect(codesOf(await send(BRETAGNE, 'publishSharedResource', { ...next, replaces: 2 }))).toEqual(['FORBIDDEN']);
    const { data } = await askAs(
      deskOf('53-1'),
      'query ($id: ID!) { sharedResource(id: $id) { current { number } versions { number text } } }',
      { id: resource?.id },
    );
    expect(data).toEqual({
      sharedResource: {
        current: { number: 2 },
        versions: [
          { number: 2, text: next.text },
          { number: 1, text: 'Le titulaire réserve…' },
        ],
      },
    });
  });

  it('are found by words in any of their forms, in the current version only', async () => {
    const words = { kind: 'DOCTRINE', theme: 'publics', title: 'Éligibilité des travailleurs handicapés' };
    const { resource } = await change(CONSOLIDATOR, 'publishSharedResource', {
      ...words,
      text: 'Les pièces justificatives.',
    });
    const find = async (search: string) =>
      (
        await askAs<{ sharedResources: { nodes: { id: string }[] } }>(
          deskOf('53-1'),
          'query ($search: String) { sharedResources(filter: { search: $search }) { nodes { id } } }',
          { search },
        )
      ).data?.sharedResources.nodes.map(({ id }) => id);
    expect(await find('travailleur handicapé')).toEqual([resource?.id]);
    expect(await find('pièce -travailleurs')).toEqual([]);
    await change(CONSOLIDATOR, 'publishSharedResource', {
      ...words,
      id: resource?.id,
      replaces: 1,
      text: 'Sans objet.',
    });
    expect(await find('justificative')).toEqual([]);
    // Whatever is typed is words, and never a fault of the query.
    expect(await find('\'; DROP TABLE x; -- & | ! ( "')).toEqual([]);
  });
});

describe('what a desk has followed', () => {
  it('tells what is out of date: versions superseded or expired, trainings too old, by theme', async () => {
    const desk = deskOf('53-7');
    const held = { theme: 'publics', title: 'Publics éligibles', validityMonths: 12 };
    const old = await schedule(CONSOLIDATOR, held);
    const kept = await schedule(BRETAGNE, { region: '53', validityMonths: null });
    clock.now = new Date('2026-12-02T09:00:00Z');
    for (const id of [old, kept]) await change(CONSOLIDATOR, 'recordAttendance', { id, desk: '53-7', attended: 2 });
    const publish = async (title: string, more: object) =>
      (await change(CONSOLIDATOR, 'publishSharedResource', { kind: 'GUIDE', theme: 'x', title, ...more })).resource?.id;
    const superseded = await publish('Guide A', {});
    const expired = await publish('Guide B', { validUntil: '2027-06-30' });
    for (const id of [superseded, expired]) await change(desk, 'takeSharedResource', { id, number: 1 });
    await publish('Guide A', { id: superseded, replaces: 1 });

    const currency = async (caller: Caller) =>
      (
        await askAs<{ deskCurrencies: { desk: string; outOfDate: { reason: string; title: string }[] }[] }>(
          caller,
          '{ deskCurrencies { desk outOfDate { reason title } } }',
        )
      ).data?.deskCurrencies;
    expect(await currency(desk)).toEqual([{ desk: '53-7', outOfDate: [{ reason: 'SUPERSEDED', title: 'Guide A' }] }]);
    clock.now = new Date('2028-01-02T09:00:00Z');
    expect(await currency(BRETAGNE)).toEqual([
      {
        desk: '53-7',
        outOfDate: [
          { reason: 'SUPERSEDED', title: 'Guide A' },
          { reason: 'EXPIRED', title: 'Guide B' },
          { reason: 'TRAINING_TOO_OLD', title: 'Publics éligibles' },
        ],
      },
    ]);
    expect(await currency(CORSE)).toEqual([]);
    const other = await askAs(CORSE, '{ deskCurrencies(region: "53") { desk } }');
    expect(codesOf(other)).toEqual(['FORBIDDEN']);
    expect(codesOf(await askAs({ role: 'buyer', sirens: ['552081317'] }, '{ deskCurrencies { desk } }'))).toEqual([
      'FORBIDDEN',
    ]);
  });
});
