import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bookKeyFileOf, ensureBookKeys } from '../../cli/record';
import { withinBooks } from '../../subgraphs/regional/bookkeeping';
import { addCriterion, bookKeysOf, parseBookKeyFile, readCriteria } from '../../subgraphs/regional/privacy';
import { runCli } from '../support/run-cli';
import { createTemporaryFolder } from '../support/temporary-folder';
import { createTestBooks, type TestBooks } from '../support/test-books';

/** The compiled program: `npm test` builds it first. */
const PROGRAM = { programFolder: join(__dirname, '..', '..', 'dist') };

describe('maillage books', () => {
  let books: TestBooks;
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  let regionsFile: string;

  beforeAll(async () => {
    books = await createTestBooks();
    folder = await createTemporaryFolder();
    await ensureBookKeys(folder.path, ['53']);
    regionsFile = join(folder.path, 'regions.json');
    const setting = {
      code: '53',
      databaseUrl: books.databaseUrl,
      port: 0,
      booksKeyFile: bookKeyFileOf(folder.path, '53'),
    };
    await writeFile(regionsFile, JSON.stringify([setting]));
  });
  afterAll(async () => {
    await books.close();
    await folder.remove();
  });

  const keys = async () =>
    bookKeysOf(parseBookKeyFile(await readFile(bookKeyFileOf(folder.path, '53'), 'utf8'), 'keys'));
  const run = (...parameters: string[]) =>
    runCli(['books', ...parameters, '--region', '53', '--regions-file', regionsFile], {}, PROGRAM);

  it('has keys that only their user reads, and that are never written over', async () => {
    const path = bookKeyFileOf(folder.path, '53');
    const before = await readFile(path, 'utf8');
    await ensureBookKeys(folder.path, ['53']);
    expect(await readFile(path, 'utf8')).toBe(before);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('seals by a new key, and keeps the old one for backups', async () => {
    const desk = await books.buildDesk();
    const { id } = await books.buildParticipant({ deskId: desk.id });
    const actor = { subject: 'x', role: 'desk', desk: desk.id } as const;
    const [old] = await keys();
    const input = {
      participantId: id,
      criterion: 'REFUGEE',
      localCode: null,
      validFrom: '2021-01-01',
      validTo: null,
      isMain: true,
    };
    await withinBooks(books.dataSource, actor, (manager) => addCriterion(manager, [old], input));
    const { exitCode, stdout } = await run('rekey');
    expect(stdout).toBe('Critères rechiffrés : 1, critères principaux : 1. Clés dans le fichier : 2.\n');
    expect(exitCode).toBe(0);
    const [next, ...others] = await keys();
    expect(others.map((key) => key.id)).toEqual([old.id]);
    const found = await withinBooks(books.dataSource, actor, (manager) => readCriteria(manager, [next], id));
    expect(found).toMatchObject([{ criterion: 'REFUGEE' }]);
  });

  it('forgets nobody in a dry run, and then those whose retention is over', async () => {
    await books.buildWorkContract({ endsOn: '2021-06-30' });
    expect((await run('purge', '--dry-run')).stdout).toContain('Personnes à effacer : 1 (conservation : 24 mois.');
    expect(JSON.parse((await run('purge', '--json')).stdout)).toMatchObject({ isDryRun: false, persons: 1 });
    expect((await run('purge')).stdout).toContain('Personnes effacé(s) : 0');
  });

  it('ends with 3 for a region that is none', async () => {
    const { exitCode, stderr } = await runCli(
      ['books', 'purge', '--region', '99', '--regions-file', regionsFile],
      {},
      PROGRAM,
    );
    expect(exitCode).toBe(3);
    expect(stderr).toContain('REGION_UNKNOWN');
  });

  it('computes what figures are read from anew, and says what differs', async () => {
    const { id } = await books.buildWorkContract();
    await books.dataSource.query(
      `INSERT INTO hour_entry (origin, work_contract_id, month, hours, state) VALUES ('DEMONSTRATION', $1, '2021-03-01', 7, 'VALIDATED')`,
      [id],
    );
    expect(await run('check')).toMatchObject({
      exitCode: 0,
      stdout: 'Agrégats recalculés à partir de 1 saisies d’heures : aucun écart.\n',
    });
    await books.dataSource.query('UPDATE work_year SET m03 = 800');
    const { exitCode, stdout } = await run('check');
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining(`work_year ${id}, 2021`)]);
  });
});
