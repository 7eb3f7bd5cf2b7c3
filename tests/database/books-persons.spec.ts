import type { Caller } from '../../subgraphs/kit/identity';
import type { DeskEntity } from '../../subgraphs/regional/modules/desk';
import { type BooksTester, COORDINATION, createBooksTester } from '../support/books-tester';

const AUDITOR: Caller = { role: 'auditor' };

describe('declarations and persons in the own API of a region', () => {
  let books: BooksTester;
  let desk: DeskEntity;
  let caller: Caller;
  let other: Caller;
  let person: string;

  beforeAll(async () => {
    books = await createBooksTester();
    desk = await books.buildDesk({ openedOn: '2024-01-01' });
    caller = books.desk(desk.id);
    other = books.desk((await books.buildDesk({ openedOn: '2024-03-01' })).id);
    const { id } = await books.buildParticipant({ deskId: desk.id, reference: 'D-7' });
    person = `53-${id}`;
    const work = await books.buildWorkContract({ deskId: desk.id, participantId: id });
    await books.buildHours({ workContractId: work.id, month: '2024-02-01' });
    await books.buildHours({ workContractId: work.id, month: '2024-03-01', state: 'ENTERED', hours: '8.50' });
  });
  afterAll(() => books.close());

  const declare = (month: string, version?: number, who = caller) =>
    books.field(
      who,
      `mutation ($input: DeclareMonthInput!) { declareMonth(input: $input) { __typename
        ... on DeclareMonthSuccess { declaration { month state version declaredBy } }
        ... on DeclarationRefused { code waitingEntries waitingHours }
        ... on DeclarationVersionConflict { current { version state } } } }`,
      { input: { month, ...(version === undefined ? {} : { version }) } },
    );

  it('let a desk declare a month, once it is over and all its hours are validated', async () => {
    expect(await declare('2024-02')).toMatchObject({
      __typename: 'DeclareMonthSuccess',
      declaration: { month: '2024-02', state: 'DECLARED', version: 1, declaredBy: 'someone of desk' },
    });
    expect(await declare('2024-03')).toMatchObject({
      code: 'DECLARATION_HOURS_WAITING',
      waitingEntries: 1,
      waitingHours: 8.5,
    });
    expect(await declare('2099-01')).toMatchObject({ code: 'DECLARATION_MONTH_NOT_OVER' });
    expect(await declare('2024-02')).toMatchObject({
      __typename: 'DeclarationVersionConflict',
      current: { version: 1 },
    });
    await expect(declare('2024-02', 1, COORDINATION)).rejects.toThrow('declares its own months');
  });

  it('show the coordination who has to act, and a desk itself', async () => {
    const query = `query ($after: String) { declarationsToAct(from: "2024-01", to: "2024-03", first: 2, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { desk month status isLate since } } } }`;
    const first = await books.field<{ totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } }>(
      COORDINATION,
      query,
    );
    expect(first).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      edges: [
        { node: { month: '2024-01', desk: `53-${desk.id}`, status: 'MISSING', isLate: true, since: '2024-02-01' } },
        { node: { month: '2024-03', desk: `53-${desk.id}` } },
      ],
    });
    const second = await books.field<{ edges: object[] }>(COORDINATION, query, { after: first.pageInfo.endCursor });
    expect(second.edges).toHaveLength(1);
    const rates = await books.field(
      caller,
      '{ declarationRates(from: "2024-01", to: "2024-03") { expected declared completeness } }',
    );
    expect(rates).toEqual({ expected: 3, declared: 1, completeness: 1 / 3 });
    const desks = await books.field<object[]>(
      caller,
      '{ deskDeclarations(from: "2024-01", to: "2024-03") { desk missing } }',
    );
    expect(desks).toEqual([{ desk: `53-${desk.id}`, missing: 2 }]);
    await expect(
      books.field(AUDITOR, '{ declarationRates(from: "2024-01", to: "2024-03") { expected } }'),
    ).rejects.toThrow('auditor');
  });

  const criteria = (who: Caller) =>
    books.field(who, 'query ($id: ID!) { participantCriteria(participant: $id) { criterion isSealed } }', {
      id: person,
    });
  const add = (criterion: string) =>
    books.field(
      caller,
      `mutation ($input: AddParticipantCriterionInput!) { addParticipantCriterion(input: $input) { __typename
        ... on InvalidInput { problems { code path } } } }`,
      { input: { participant: person, criterion, validFrom: '2024-01-01' } },
    );

  it('keep criteria for the desk of the person', async () => {
    expect(await add('DISABLED_WORKER')).toEqual({ __typename: 'AddParticipantCriterionSuccess' });
    expect(await add('NONE')).toMatchObject({ problems: [{ code: 'CODE_UNKNOWN', path: 'criterion' }] });
    expect(await criteria(caller)).toEqual([{ criterion: 'DISABLED_WORKER', isSealed: true }]);
    expect(await criteria(other)).toEqual([]);
    await expect(criteria(COORDINATION)).rejects.toThrow('Only the desk');
  });

  it('write down every look at a person, with the name of the operation', async () => {
    await books.dataSource.query('TRUNCATE access_record');
    await books.ask(caller, `query Fiche { participant(id: "${person}") { sex } }`);
    await books.ask(
      caller,
      'query Liste { participants { edges { node { id } } } workContracts { edges { node { participant { sex } } } } }',
    );
    await books.ask(COORDINATION, 'query Vue { participants { edges { node { id } } } }');
    await books.ask(other, `query Ailleurs { participant(id: "${person}") { sex } participants { totalCount } }`);
    await criteria(caller);
    const seen = await books.field<{ edges: { node: { operation: string; role: string } }[] }>(
      AUDITOR,
      '{ accesses { edges { node { operation role participant actor accessedAt } } } }',
    );
    expect(seen.edges.map(({ node }) => `${node.role}: ${node.operation}`).sort()).toEqual([
      'coordination: participants (Vue)',
      'desk: participant (Fiche)',
      'desk: participant of another row',
      'desk: participantCriteria',
      'desk: participants (Liste)',
    ]);
    await expect(books.field(COORDINATION, '{ accesses { edges { cursor } } }')).rejects.toThrow('Auditors');
  });

  it('give the desk everything that is held of a person, and forget the person', async () => {
    const read = (who: Caller) =>
      books.field<string | null>(who, 'query ($id: ID!) { personExport(participant: $id) }', { id: person });
    expect(JSON.parse((await read(caller)) ?? '')).toMatchObject({
      personne: { référence: 'D-7' },
      critères: [{ chiffré: true }],
    });
    expect(await read(other)).toBeNull();
    const erase = (who: Caller) =>
      books.field(who, `mutation { eraseParticipant(input: { id: "${person}" }) { __typename } }`);
    expect(await erase(other)).toEqual({ __typename: 'RowNotFound' });
    expect(await erase(caller)).toEqual({ __typename: 'EraseParticipantSuccess' });
    expect(await erase(caller)).toEqual({ __typename: 'RowNotFound' });
    expect(await criteria(caller)).toEqual([]);
  });
});
