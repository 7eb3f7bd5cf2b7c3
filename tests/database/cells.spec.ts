import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { MAX_DIMENSIONS, type Dimension } from '../../subgraphs/kit/catalogue';
import {
  checkCells,
  checkDeclaredYears,
  countDeclaredYears,
  foldAllCells,
  foldCells,
} from '../../subgraphs/regional/cells';
import { breakdownSql } from '../../subgraphs/regional/modules/figures/breakdown.sql';
import type { FiguresQuestion } from '../../subgraphs/regional/modules/figures/figures-question';
import { additiveSql, totalsSql } from '../../subgraphs/regional/modules/figures/totals.sql';
import type { SqlStatement } from '../../subgraphs/regional/sql';
import { bookChange, type BookChange, changeBooks, seedRollupBooks } from '../support/book-changes';
import { folderOf } from '../support/folder';
import { createTestBooks, type TestBooks } from '../support/test-books';

/** Dimensions, filters and periods of a random question. */
const DIMENSIONS = [
  'REGION',
  'DEPARTEMENT',
  'MONTH',
  'SEX',
  'AGE_BAND',
  'EDUCATION_LEVEL',
  'CRITERION',
  'WORK_CONTRACT_TYPE',
  'EXECUTION_MODE',
  'SECTOR',
  'CLAUSE_TYPE',
  'BUYER_KIND',
] as const satisfies readonly Dimension[];
const anyQuestion = fc.record({
  by: fc.subarray([...DIMENSIONS], { maxLength: MAX_DIMENSIONS }),
  filter: fc.record(
    {
      departements: fc.subarray(['29', '35', 'UNKNOWN']),
      sectors: fc.subarray(['BTP', 'CLEANING']),
      buyerKinds: fc.subarray(['STATE', 'HOSPITAL']),
    },
    { requiredKeys: [] },
  ),
  months: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })),
  year: fc.integer({ min: 2021, max: 2023 }),
});
const folding = fc.constant({ kind: 'fold' } as const);

describe('cells of the rollups', () => {
  let books: TestBooks;
  let folder: DataSource;

  beforeEach(async () => {
    books = await createTestBooks();
    folder = await folderOf(books.databaseUrl);
    await seedRollupBooks(books.dataSource);
  });
  afterEach(async () => {
    await folder.destroy();
    await books.close();
  });

  const differences = () =>
    books.dataSource.transaction('REPEATABLE READ', (manager) =>
      checkCells(
        async <Row>(sql: string, values: readonly unknown[] = []) => (await manager.query(sql, [...values])) as Row[],
      ),
    );

  it('are what folded rows add up to after any changes, several people and folds at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 8, arbitrary: bookChange }, { weight: 1, arbitrary: folding }), {
          minLength: 60,
          maxLength: 60,
        }),
        async (changes) => {
          const waiting = [...changes];
          await Promise.all(
            [1, 2, 3].map(async () => {
              const runner = books.dataSource.createQueryRunner();
              for (let change = waiting.shift(); change !== undefined; change = waiting.shift()) {
                await (change.kind === 'fold' ? foldCells(folder) : changeBooks(runner, change));
              }
              await runner.release();
            }),
          );
          expect(await differences()).toEqual([]);
        },
      ),
      { numRuns: 5, endOnFailure: true },
    );
    await foldAllCells(folder);
    expect(await differences()).toEqual([]);
    expect(await books.dataSource.query('SELECT FROM work_year WHERE NOT is_folded')).toEqual([]);
    expect(await books.dataSource.query('SELECT FROM work_year_undone')).toEqual([]);
  });

  it('answer every question with the figures of the rows, whatever is folded, open or undone', async () => {
    const runner = books.dataSource.createQueryRunner();
    await fc.assert(
      fc.asyncProperty(
        fc.array(bookChange, { minLength: 20, maxLength: 20 }),
        fc.array(anyQuestion, { minLength: 15, maxLength: 15 }),
        async (changes, questions) => {
          for (const [index, change] of changes.entries()) {
            if (index === 12) await foldAllCells(folder);
            await changeBooks(runner, change);
          }
          for (const { by, filter, months, year } of questions) {
            const [first, last] = [Math.min(...months), Math.max(...months)].map((month) =>
              String(month).padStart(2, '0'),
            );
            const scope = {
              kind: 'FIGURES',
              from: `${year}-${first}`,
              to: `${year}-${last}`,
              filter,
              by,
            } as unknown as FiguresQuestion['scope'];
            const question = { region: '53', scope, encodedScope: '', isAdditive: true } as const;
            const ask = async (reads: 'rollups' | 'rows') => {
              const statements = [
                additiveSql({ ...question, reads }),
                ...(by.length > 0 ? [breakdownSql({ ...question, reads })] : []),
              ];
              return Promise.all(statements.map(({ sql, values }) => books.dataSource.query(sql, [...values])));
            };
            expect(await ask('rollups')).toEqual(await ask('rows'));
          }
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
    await runner.release();
  });

  it('are checked for real: a cell that was changed behind its back is named', async () => {
    const runner = books.dataSource.createQueryRunner();
    await changeBooks(runner, { kind: 'hours', work: 1, month: 3, hours: 50, isValidated: true });
    await runner.release();
    await foldAllCells(folder);
    await books.dataSource.query(`UPDATE work_cell SET m03 = m03 + 1 WHERE dimensions = 7`);
    expect(await differences()).toMatchObject([
      {
        cells: 'work_cell',
        year: 2021,
        dimensions: ['EXECUTION_MODE', 'SEX', 'AGE_BAND'],
        keys: ['PLACEMENT', 'F', 'UNKNOWN'],
      },
    ]);
  });

  it('are empty when the rollup is emptied, and the folder sees nothing else of the books', async () => {
    const runner = books.dataSource.createQueryRunner();
    await changeBooks(runner, { kind: 'hours', work: 1, month: 3, hours: 50, isValidated: true });
    await foldAllCells(folder);
    await runner.query('TRUNCATE hour_entry, work_year');
    await runner.release();
    expect(await differences()).toEqual([]);
    await expect(folder.query('SELECT FROM participant')).rejects.toThrow('permission denied');
    await expect(folder.query('UPDATE work_year SET m01 = 1')).rejects.toThrow('permission denied');
  });

  describe('counts of a declared year', () => {
    const stored = () => books.dataSource.query('SELECT year, companies FROM declared_year ORDER BY year');
    const wrong = () => checkDeclaredYears(async <Row>(sql: string) => (await books.dataSource.query(sql)) as Row[]);
    const question = {
      region: '53',
      scope: {
        kind: 'FIGURES',
        from: '2021-01',
        to: '2021-12',
        filter: {},
        by: [],
      } as unknown as FiguresQuestion['scope'],
      encodedScope: '',
      reads: 'rollups',
      isAdditive: false,
    } as const;
    const rowOf = async ({ sql, values }: SqlStatement): Promise<unknown> =>
      ((await books.dataSource.query(sql, [...values])) as unknown[])[0];
    const hours = (work: number, month = 3) => ({ kind: 'hours', work, month, hours: 50, isValidated: true }) as const;
    const change = async (...changes: readonly BookChange[]): Promise<void> => {
      const runner = books.dataSource.createQueryRunner();
      for (const one of changes) await changeBooks(runner, one);
      await runner.release();
    };

    beforeEach(async () => {
      await change(hours(1), hours(2), hours(2, 4), {
        kind: 'person',
        participant: 2,
        sex: 'M',
        criterion: 'RSA',
        birthYear: 1970,
      });
      await books.dataSource.query(`
        INSERT INTO declaration (origin, desk_id, month, declared_at)
        SELECT 'DEMONSTRATION', 1, make_date(2021, m, 1), now() FROM generate_series(1, 12) m`);
      await foldAllCells(folder);
      await countDeclaredYears(folder);
    });

    it('are those of its rows, and are read while nothing of it is open', async () => {
      const live = () => rowOf(totalsSql({ ...question, reads: 'rows' }));
      expect(await stored()).toEqual([{ year: 2021, companies: '0' }]);
      expect(await rowOf(totalsSql(question))).toEqual(await live());
      // What is stored is what is read.
      await books.dataSource.query('UPDATE declared_year SET lots = 77');
      expect(await rowOf(totalsSql(question))).toMatchObject({ lots: '77' });
      await change(hours(3));
      expect(await rowOf(totalsSql(question))).toEqual(await live());
      await foldAllCells(folder);
      expect(await stored()).toEqual([]);
      await countDeclaredYears(folder);
      expect(await rowOf(totalsSql(question))).toEqual(await live());
      expect(await wrong()).toEqual([]);
    });

    it('are forgotten when a company gets a SIRET, and with an emptied rollup', async () => {
      await books.dataSource.query(`UPDATE contractor SET siret = '20000000000001'`);
      expect(await stored()).toEqual([]);
      await countDeclaredYears(folder);
      expect(await stored()).toEqual([{ year: 2021, companies: '1' }]);
      await books.dataSource.query('TRUNCATE hour_entry, work_year');
      expect(await stored()).toEqual([]);
    });

    it('are none of a year that a desk has not declared whole', async () => {
      await books.dataSource.query(`DELETE FROM declared_year`);
      await books.dataSource.query(`DELETE FROM declaration WHERE month = '2021-12-01'`);
      expect(await countDeclaredYears(folder)).toEqual([]);
    });

    it('are checked for real', async () => {
      await books.dataSource.query('UPDATE declared_year SET participants = participants + 1');
      expect(await wrong()).toMatchObject([{ year: 2021, expected: { participants: 2 }, found: { participants: 3 } }]);
    });
  });
});
