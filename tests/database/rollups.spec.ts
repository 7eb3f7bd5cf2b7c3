import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { checkRollups, type RollupDifference } from '../../subgraphs/regional/rollups';
import { createTestBooks, type TestBooks } from '../support/test-books';
import { changeBooks, type BookChange, bookChange, seedRollupBooks } from '../support/book-changes';

describe('rollups of the books', () => {
  let books: TestBooks;
  const differences = (dataSource: DataSource) =>
    checkRollups(async <Row>(sql: string) => (await dataSource.query(sql)) as Row[]);

  beforeEach(async () => {
    books = await createTestBooks();
    await seedRollupBooks(books.dataSource);
  });
  afterEach(() => books.close());

  it('are what the rows add up to after any changes, several people at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(bookChange, { minLength: 60, maxLength: 60 }), async (changes) => {
        await changeAtOnce(books.dataSource, changes, 4);
        expect(await differences(books.dataSource)).toEqual([]);
      }),
      { numRuns: 10, endOnFailure: true },
    );
    const [{ count }] = (await books.dataSource.query('SELECT count(*)::int AS count FROM work_year')) as [
      { count: number },
    ];
    expect(count).toBeGreaterThan(0);
  });

  it('are checked for real: a rollup that was changed behind its back is named', async () => {
    await changeAtOnce(books.dataSource, [{ kind: 'hours', work: 1, month: 3, hours: 50, isValidated: true }], 1);
    await books.dataSource.query(`UPDATE work_year SET m03 = m03 + 1, sector = 'WASTE'`);
    const [difference] = await differences(books.dataSource);
    expect(difference).toMatchObject<Partial<RollupDifference>>({
      rollup: 'work_year',
      expected: expect.objectContaining({ m03: 5000, sector: 'BTP' }),
      found: expect.objectContaining({ m03: 5001, sector: 'WASTE' }),
    });
  });

  it('wait for a change of a parent that is under way in another transaction', async () => {
    const [first, second] = [books.dataSource.createQueryRunner(), books.dataSource.createQueryRunner()];
    await first.startTransaction();
    await first.query(`UPDATE contract SET sector = 'CLEANING'`);
    const entering = changeBooks(second, { kind: 'hours', work: 1, month: 1, hours: 10, isValidated: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await first.commitTransaction();
    await entering;
    expect(await differences(books.dataSource)).toEqual([]);
    expect(await books.dataSource.query('SELECT sector FROM work_year')).toEqual([{ sector: 'CLEANING' }]);
    await Promise.all([first.release(), second.release()]);
  });

  it('refuse to be written in an isolation in which they could miss what others commit', async () => {
    const work = books.dataSource.transaction('REPEATABLE READ', (manager) =>
      manager.query(
        `INSERT INTO hour_entry (origin, work_contract_id, month, hours, state) VALUES ('DEMONSTRATION', 1, '2021-01-01', 1, 'VALIDATED')`,
      ),
    );
    await expect(work).rejects.toThrow('READ COMMITTED');
  });
});

/** Several connections share the changes out among them; what the database refuses as a deadlock is tried again. */
async function changeAtOnce(dataSource: DataSource, changes: readonly BookChange[], people: number): Promise<void> {
  const waiting = [...changes];
  await Promise.all(
    Array.from({ length: people }, async () => {
      const runner = dataSource.createQueryRunner();
      for (let change = waiting.shift(); change !== undefined; change = waiting.shift())
        await changeBooks(runner, change);
      await runner.release();
    }),
  );
}
