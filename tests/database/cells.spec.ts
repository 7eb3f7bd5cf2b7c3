import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { MAX_DIMENSIONS, type Dimension } from '../../subgraphs/kit/catalogue';
import { checkCells, checkYearSets, storeYearSets, foldAllCells, foldCells } from '../../subgraphs/regional/cells';
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
      { numRuns: 2, endOnFailure: true },
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

  describe('sets of years', () => {
    const stored = async () =>
      (await books.dataSource.query(
        `SELECT year, bit_count(bits)::integer AS count FROM year_set WHERE kind = 'companies' ORDER BY year`,
      )) as object[];
    const wrong = () => checkYearSets(async <Row>(sql: string) => (await books.dataSource.query(sql)) as Row[]);
    const rowOf = async ({ sql, values }: SqlStatement): Promise<unknown> =>
      ((await books.dataSource.query(sql, [...values])) as unknown[])[0];
    const totals = (from: string, to: string, reads: 'rollups' | 'rows' = 'rollups') =>
      rowOf(
        totalsSql({
          region: '53',
          scope: { kind: 'FIGURES', from, to, filter: {}, by: [] } as unknown as FiguresQuestion['scope'],
          encodedScope: '',
          reads,
          isAdditive: false,
        }),
      );
    const hours = (work: number, month = 3) => ({ kind: 'hours', work, month, hours: 50, isValidated: true }) as const;
    const change = async (...changes: readonly BookChange[]): Promise<void> => {
      const runner = books.dataSource.createQueryRunner();
      for (const one of changes) await changeBooks(runner, one);
      await runner.release();
    };

    it('count what the rows count over any period, whatever is stored, open or undone', async () => {
      const period = fc
        .tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 0, max: 47 }))
        .map((months) => [...months].sort((left, right) => left - right))
        .map((months) =>
          months.map((month) => `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`),
        );
      const changes = fc.array(fc.oneof(bookChange, folding, fc.constant({ kind: 'store' } as const)), {
        minLength: 30,
        maxLength: 30,
      });
      await fc.assert(
        fc.asyncProperty(changes, fc.array(period, { minLength: 12, maxLength: 12 }), async (steps, periods) => {
          for (const step of steps) {
            if (step.kind === 'fold' || step.kind === 'store') await foldAllCells(folder);
            if (step.kind === 'store') await storeYearSets(folder, 2030);
            if (step.kind !== 'fold' && step.kind !== 'store') await change(step);
          }
          for (const [from = '', to = ''] of [...periods, ['2021-01', '2021-12'], ['2020-03', '2023-12']]) {
            expect(await totals(from, to)).toEqual(await totals(from, to, 'rows'));
          }
          expect(await wrong()).toEqual([]);
        }),
        { numRuns: 6, endOnFailure: true },
      );
    });

    it('are what is read of a year that did not change since, and nothing else', async () => {
      await change(hours(1), hours(2));
      await foldAllCells(folder);
      expect(await storeYearSets(folder, 2022)).toEqual([2021]);
      await books.dataSource.query(`UPDATE year_set SET bits = set_bit(bits, 99, 1) WHERE kind = 'lots'`);
      expect(await totals('2021-01', '2021-12')).toMatchObject({ lots: '3' });
      expect(await wrong()).toMatchObject([{ year: 2021, kind: 'lots', expected: 2, found: 3 }]);
      await change(hours(1, 5));
      expect(await totals('2021-01', '2021-12')).toMatchObject({ lots: '2' });
      await foldAllCells(folder);
      expect(await stored()).toEqual([]);
    });

    it('are forgotten when a company gets a SIRET, and with an emptied rollup', async () => {
      await change(hours(1));
      await foldAllCells(folder);
      await storeYearSets(folder, 2022);
      expect(await stored()).toEqual([{ year: 2021, count: 0 }]);
      await books.dataSource.query(`UPDATE contractor SET siret = '20000000000001'`);
      expect(await stored()).toEqual([]);
      await storeYearSets(folder, 2022);
      expect(await stored()).toEqual([{ year: 2021, count: 1 }]);
      await books.dataSource.query('TRUNCATE hour_entry, work_year');
      expect(await stored()).toEqual([]);
    });

    it('are stored of this year once every desk has declared all of it', async () => {
      await change(hours(1));
      await foldAllCells(folder);
      expect(await storeYearSets(folder, 2021)).toEqual([]);
      const declare = (months: number) =>
        books.dataSource.query(`
          INSERT INTO declaration (origin, desk_id, month, declared_at)
          SELECT 'DEMONSTRATION', 1, make_date(2021, m, 1), now() FROM generate_series(1, ${months}) m ON CONFLICT DO NOTHING`);
      await declare(11);
      expect(await storeYearSets(folder, 2021)).toEqual([]);
      await declare(12);
      expect(await storeYearSets(folder, 2021)).toEqual([2021]);
    });
  });
});
