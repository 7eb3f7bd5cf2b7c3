import type { EntityManager } from 'typeorm';
import { withinBooks, type BookActor } from '../../subgraphs/regional/bookkeeping';
import { ContractEntity } from '../../subgraphs/regional/modules/contract';
import { HourEntryEntity } from '../../subgraphs/regional/modules/work';
import { createTestBooks, type TestBooks } from '../support/test-books';

describe('the books of a region, as its people work in them', () => {
  let books: TestBooks;
  let own: { desk: BookActor; contract: ContractEntity; hours: HourEntryEntity };
  let foreign: { contract: ContractEntity; hours: HourEntryEntity };

  beforeAll(async () => {
    books = await createTestBooks();
    own = await buildDeskBooks(books);
    foreign = await buildDeskBooks(books);
  });
  afterAll(() => books.close());

  const as = <Result>(actor: BookActor, work: (manager: EntityManager) => Promise<Result>) =>
    withinBooks(books.dataSource, actor, work);
  const coordination: BookActor = { subject: 'c', role: 'coordination', desk: null };

  it('show a desk its own contracts and hours only', async () => {
    const seen = await as(own.desk, async (manager) => ({
      contracts: await manager.find(ContractEntity),
      hours: await manager.find(HourEntryEntity),
    }));
    expect(seen.contracts.map(({ id }) => id)).toEqual([own.contract.id]);
    expect(seen.hours.map(({ id }) => id)).toEqual([own.hours.id]);
  });

  it('let a desk change its own rows, one version more, and nobody else’s', async () => {
    const correct = (id: string) => (manager: EntityManager) =>
      manager.query('UPDATE hour_entry SET hours = hours + 1 WHERE id = $1 RETURNING version', [id]);
    expect(await as(own.desk, correct(own.hours.id))).toEqual([[{ version: 2 }], 1]);
    expect(await as(own.desk, correct(foreign.hours.id))).toEqual([[], 0]);
  });

  it('refuse a row that a desk writes for another one', async () => {
    const write = as(own.desk, (manager) =>
      manager.query(
        `INSERT INTO contract (origin, desk_id, buyer_id, title, sector) SELECT 'ENTERED', desk_id, buyer_id, 'x', 'BTP'
         FROM (SELECT $1::bigint AS desk_id, $2::bigint AS buyer_id) given`,
        [foreign.contract.deskId, foreign.contract.buyerId],
      ),
    );
    await expect(write).rejects.toThrow('row-level security');
  });

  it('show the coordination all books, no criteria, and let it write none of a desk', async () => {
    const contracts = await as(coordination, (manager) => manager.find(ContractEntity));
    expect(contracts).toHaveLength(2);
    await expect(as(coordination, (manager) => manager.query('SELECT 1 FROM participant_criterion'))).rejects.toThrow(
      'permission denied',
    );
    await expect(as(coordination, (manager) => manager.query('UPDATE hour_entry SET hours = 1'))).rejects.toThrow(
      'permission denied',
    );
  });

  it('write down who changed what, before and after, and let nobody change that', async () => {
    const [record] = await as(own.desk, (manager) =>
      manager.query(
        `SELECT actor, role, action, before ->> 'version' AS before, after ->> 'version' AS after
         FROM change_record WHERE table_name = 'hour_entry' AND row_id = $1 ORDER BY id DESC LIMIT 1`,
        [own.hours.id],
      ),
    );
    expect(record).toEqual({ actor: own.desk.subject, role: 'desk', action: 'UPDATE', before: '1', after: '2' });
    await expect(as(own.desk, (manager) => manager.query('DELETE FROM change_record'))).rejects.toThrow(
      'permission denied',
    );
  });

  it('show an auditor the history and nothing else', async () => {
    const auditor: BookActor = { subject: 'a', role: 'auditor', desk: null };
    expect(await as(auditor, (manager) => manager.query('SELECT count(*) > 0 AS some FROM change_record'))).toEqual([
      { some: true },
    ]);
    await expect(as(auditor, (manager) => manager.query('SELECT 1 FROM contract'))).rejects.toThrow(
      'permission denied',
    );
  });

  it('leave nothing behind when the work fails', async () => {
    const failing = as(own.desk, async (manager) => {
      await manager.query('UPDATE hour_entry SET hours = 3');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const found = await books.dataSource.getRepository(HourEntryEntity).findOneByOrFail({ id: own.hours.id });
    expect(found.hours).toBe('71.25');
  });
});

/** A desk with one contract, one lot, one person and one month of hours. */
async function buildDeskBooks(books: TestBooks) {
  const desk = await books.buildDesk();
  const contract = await books.buildContract({ deskId: desk.id });
  const lot = await books.buildLot({ contractId: contract.id });
  const participant = await books.buildParticipant({ deskId: desk.id });
  const work = await books.buildWorkContract({ deskId: desk.id, lotId: lot.id, participantId: participant.id });
  const hours = await books.buildHours({ workContractId: work.id });
  const actor: BookActor = { subject: `person-of-${desk.id}`, role: 'desk', desk: desk.id };
  return { desk: actor, contract, hours };
}
