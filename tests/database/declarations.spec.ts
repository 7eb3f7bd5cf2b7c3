import type { EntityManager } from 'typeorm';
import { READER_ROLES } from '../../subgraphs/kit/postgres';
import { type BookActor, withinBooks } from '../../subgraphs/regional/bookkeeping';
import {
  DeclarationEntity,
  declareMonth,
  readDeclarationRates,
  readDeclarationsToAct,
  readDeskDeclarations,
} from '../../subgraphs/regional/modules/declaration';
import { DatedParameterEntity } from '../../subgraphs/regional/modules/dated-parameter';
import { DeskEntity } from '../../subgraphs/regional/modules/desk';
import { type HourEntryEntity, WorkContractEntity } from '../../subgraphs/regional/modules/work';
import { createTestBooks, type TestBooks } from '../support/test-books';

const TODAY = '2026-06-10';
const COORDINATION: BookActor = { subject: 'coordination-1', role: 'coordination', desk: null };

describe('a desk that declares its months', () => {
  let books: TestBooks;
  let desk: DeskEntity;
  let work: WorkContractEntity;
  let actor: BookActor;

  beforeAll(async () => {
    books = await createTestBooks();
  });
  afterAll(() => books.close());
  beforeEach(async () => {
    await books.dataSource.query('TRUNCATE declaration, hour_entry, work_contract, desk, dated_parameter CASCADE');
    desk = await books.buildDesk({ openedOn: '2026-02-10' });
    work = await books.buildWorkContract({ deskId: desk.id, reference: 'CT-1' });
    actor = { subject: 'personne-1', role: 'desk', desk: desk.id };
  });

  const as = <Result>(who: BookActor, action: (manager: EntityManager) => Promise<Result>) =>
    withinBooks(books.dataSource, who, action);
  const declare = (month: string, version: number | null = null, deskId = desk.id) =>
    as(actor, (manager) => declareMonth(manager, { deskId, month, version, today: TODAY }));
  const declaration = (month = '2026-04-01') =>
    books.dataSource.getRepository(DeclarationEntity).findOneByOrFail({ deskId: desk.id, month });
  const hours = (overrides: Partial<HourEntryEntity> = {}) =>
    books.buildHours({ workContractId: work.id, month: '2026-04-01', ...overrides });
  const correct = (sql: string, ...values: unknown[]) => as(actor, (manager) => manager.query(sql, values));
  const period = { from: '2026-01', to: '2026-12', today: TODAY };

  it('says who declared and when', async () => {
    expect(await declare('2026-04')).toMatchObject({
      kind: 'declared',
      isNew: true,
      declaration: { state: 'DECLARED', declaredBy: 'personne-1', version: 1 },
    });
    expect(await declare('2026-04', 1)).toMatchObject({ kind: 'declared', isNew: false, declaration: { version: 1 } });
  });

  it.each([
    ['2026-06', 'DECLARATION_MONTH_NOT_OVER'],
    ['2026-12', 'DECLARATION_MONTH_NOT_OVER'],
    ['2026-01', 'DECLARATION_DESK_CLOSED'],
  ])('is refused for %s: %s', async (month, code) => {
    expect(await declare(month)).toMatchObject({ kind: 'refused', code });
  });

  it('is refused after the desk closed, not for its last month', async () => {
    await books.dataSource.getRepository(DeskEntity).update({ id: desk.id }, { closedOn: '2026-04-30' });
    expect(await declare('2026-05')).toMatchObject({ kind: 'refused', code: 'DECLARATION_DESK_CLOSED' });
    expect(await declare('2026-04')).toMatchObject({ kind: 'declared' });
  });

  it('is refused while hours wait for a facilitator, which are named', async () => {
    await hours({ state: 'ENTERED', hours: '12.50' });
    expect(await declare('2026-04')).toMatchObject({
      kind: 'refused',
      code: 'DECLARATION_HOURS_WAITING',
      waiting: { entries: 1, hours: '12.50', workContracts: ['CT-1'] },
    });
    expect(await declare('2026-03')).toMatchObject({ kind: 'declared' });
  });

  it('cannot declare for another desk', async () => {
    const other = await books.buildDesk();
    await expect(declare('2026-04', null, other.id)).rejects.toThrow('row-level security');
  });

  it.each([
    ['corrects', 'UPDATE hour_entry SET hours = hours + 1'],
    ['removes', 'DELETE FROM hour_entry'],
    ['moves', `UPDATE hour_entry SET month = '2026-03-01'`],
    ['withdraws the validation of', `UPDATE hour_entry SET state = 'ENTERED', validated_by = NULL`],
  ])('reopens a declared month when it %s hours', async (_, statement) => {
    await hours();
    await declare('2026-04');
    await correct(statement);
    expect(await declaration()).toMatchObject({
      state: 'REOPENED',
      reopenedBy: 'personne-1',
      reopeningReason: 'Heures validées modifiées après la déclaration',
    });
  });

  it('reopens a month by hours that are added or validated late, not by hours that only wait', async () => {
    await declare('2026-04');
    const waiting = await hours({ state: 'ENTERED' });
    expect(await declaration()).toMatchObject({ state: 'DECLARED' });
    const { validatedBy } = await hours({ month: '2026-03-01' });
    await correct(
      `UPDATE hour_entry SET state = 'VALIDATED', validated_by = $2 WHERE id = $1`,
      waiting.id,
      validatedBy,
    );
    expect(await declaration()).toMatchObject({ state: 'REOPENED' });
  });

  it('keeps a month declared when nothing changes that figures count', async () => {
    const { id } = await hours();
    await declare('2026-04');
    await correct('UPDATE hour_entry SET validated_at = now(), hours = hours WHERE id = $1', id);
    await hours({ month: '2026-05-01' });
    expect(await declaration()).toMatchObject({ state: 'DECLARED', version: 1 });
  });

  it('reopens nothing when the correction fails', async () => {
    await hours();
    await declare('2026-04');
    await expect(
      as(actor, async (manager) => {
        await manager.query('UPDATE hour_entry SET hours = 1');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await declaration()).toMatchObject({ state: 'DECLARED' });
  });

  it('reopens the months of both desks when a work contract goes to another one', async () => {
    const other = await books.buildDesk();
    await hours();
    await declare('2026-04');
    await books.buildDeclaration({ deskId: other.id, month: '2026-04-01' });
    await books.dataSource.getRepository(WorkContractEntity).update({ id: work.id }, { deskId: other.id });
    const states = await books.dataSource.getRepository(DeclarationEntity).find();
    expect(states.map(({ state }) => state)).toEqual(['REOPENED', 'REOPENED']);
  });

  it('declares again with the version that it saw; the first declaration stays known, and the history has it all', async () => {
    await hours();
    await declare('2026-04');
    const { declaredAt } = await declaration();
    await correct('UPDATE hour_entry SET hours = hours + 1');
    expect(await declare('2026-04', 1)).toMatchObject({ kind: 'conflict', current: { version: 2, state: 'REOPENED' } });
    expect(await declare('2026-04', 2)).toMatchObject({ kind: 'declared', isNew: true });
    expect(await declaration()).toMatchObject({ state: 'DECLARED', version: 3, firstDeclaredAt: declaredAt });
    const records: { action: string; state: string }[] = await as(actor, (manager) =>
      manager.query(
        `SELECT action, after ->> 'state' AS state FROM change_record WHERE table_name = 'declaration' AND actor = $1
         AND desk_id = $2 ORDER BY id`,
        [actor.subject, desk.id],
      ),
    );
    expect(records.map(({ action, state }) => `${action} ${state}`)).toEqual([
      'INSERT DECLARED',
      'UPDATE REOPENED',
      'UPDATE DECLARED',
    ]);
  });

  it('does not pass a correction under way: either one sees the other', async () => {
    const { id } = await hours();
    let declared: Promise<unknown> | undefined;
    await as(actor, async (manager) => {
      await manager.query('UPDATE hour_entry SET hours = 1 WHERE id = $1', [id]);
      declared = declare('2026-04');
      const first = await Promise.race([declared, new Promise((resolve) => setTimeout(resolve, 150, 'waits'))]);
      expect(first).toBe('waits');
    });
    expect(await declared).toMatchObject({ kind: 'declared' });
    expect(await declaration()).toMatchObject({ state: 'DECLARED' });
  });

  it('shows the coordination who has to act, since when, and page by page', async () => {
    await hours();
    await declare('2026-04');
    await correct('UPDATE hour_entry SET hours = hours + 1');
    await declare('2026-03');
    const all = await as(COORDINATION, (manager) => readDeclarationsToAct(manager, period, { first: 10 }));
    expect(all.rows.filter(({ deskId }) => deskId === desk.id)).toEqual([
      expect.objectContaining({
        month: '2026-02',
        status: 'MISSING',
        since: '2026-03-01',
        dueOn: '2026-03-15',
        isLate: true,
      }),
      expect.objectContaining({ month: '2026-04', status: 'REOPENED', reopenedBy: 'personne-1' }),
      expect.objectContaining({ month: '2026-05', status: 'MISSING', since: '2026-06-01', isLate: false }),
    ]);
    const page = await as(COORDINATION, (manager) =>
      readDeclarationsToAct(
        manager,
        { ...period, deskId: desk.id },
        { first: 2, after: { month: '2026-02', deskId: desk.id } },
      ),
    );
    expect(page).toMatchObject({ total: 3, hasNextPage: false, rows: [{ month: '2026-04' }, { month: '2026-05' }] });
    const [own] = await as(actor, (manager) => readDeskDeclarations(manager, period));
    expect(own).toMatchObject({
      deskId: desk.id,
      expected: 4,
      declared: 1,
      reopened: 1,
      missing: 2,
      late: 1,
      since: '2026-03-01',
    });
  });

  it('shows a desk its own months only', async () => {
    await books.buildDesk();
    const { rows } = await as(actor, (manager) => readDeclarationsToAct(manager, period, { first: 200 }));
    expect(new Set(rows.map(({ deskId }) => deskId))).toEqual(new Set([desk.id]));
  });

  it('is on time by the deadline of that month, whatever was corrected since', async () => {
    const deadline = { code: 'DECLARATION_DEADLINE_DAYS', unit: 'DAY', source: 'Charte', origin: 'ENTERED' } as const;
    const parameters = books.dataSource.getRepository(DatedParameterEntity);
    await parameters.save(parameters.create({ ...deadline, value: '5', validFrom: '2026-04-01' }));
    const at = (month: string, day: string, state: 'DECLARED' | 'REOPENED' = 'DECLARED') =>
      books.buildDeclaration({ deskId: desk.id, month, state, declaredAt: new Date(`${day}T10:00:00Z`) });
    await at('2026-02-01', '2026-03-14', 'REOPENED');
    await at('2026-03-01', '2026-04-16');
    await at('2026-04-01', '2026-05-05');
    const rates = await as(actor, (manager) => readDeclarationRates(manager, period));
    expect(rates).toMatchObject({
      expected: 4,
      declared: 2,
      completeness: 0.5,
      pastDeadline: 4,
      onTime: 2,
      onTimeRate: 0.5,
    });
  });

  it('keeps who declared, and why it was reopened, from the roles of the federated face', async () => {
    for (const column of ['declared_by', 'reopened_by', 'reopening_reason', 'created_at']) {
      const read = books.dataSource.transaction(async (manager) => {
        await manager.query(`SET LOCAL ROLE ${READER_ROLES.books}`);
        await manager.query(`SELECT ${column} FROM declaration`);
      });
      await expect(read).rejects.toThrow('permission denied');
    }
  });
});
