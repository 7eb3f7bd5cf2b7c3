import { appendFile, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { backUpDatabase, restoreDatabase, verifyBackup } from '../../subgraphs/kit/backup';
import { createTestDatabase, type TestDatabase, type TestDatabaseKind } from '../support/database';
import { fillBooks } from '../support/filled-books';
import { runCli } from '../support/run-cli';
import { createTemporaryFolder } from '../support/temporary-folder';

/** What of a backup does not depend on when and where it was taken. */
const contentOf = ({ tables, sequences, migrations }: Awaited<ReturnType<typeof backUpDatabase>>) => ({
  tables,
  sequences,
  migrations,
});

describe('the backup of a region', () => {
  let source: TestDatabase;
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  const opened: TestDatabase[] = [];
  const create = async (kind: TestDatabaseKind) => {
    const database = await createTestDatabase(kind);
    opened.push(database);
    return database;
  };
  const run = async <Row extends object>(url: string, ...statements: string[]) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const results = [];
    for (const statement of statements) results.push((await client.query<Row>(statement)).rows);
    await client.end();
    return results;
  };
  let taken: Awaited<ReturnType<typeof backUpDatabase>>;

  beforeAll(async () => {
    folder = await createTemporaryFolder();
    source = await create('regional');
    await fillBooks(source.url);
    taken = await backUpDatabase({ url: source.url, folder: join(folder.path, 'first') });
  });
  afterAll(async () => {
    await Promise.all(opened.map((database) => database.close()));
    await folder.remove();
  });

  it('is restored into an empty migrated database, row by row the same', async () => {
    const target = await create('regional');
    await restoreDatabase({ folder: join(folder.path, 'first'), url: target.url });
    const again = await backUpDatabase({ url: target.url, folder: join(folder.path, 'again') });
    expect(contentOf(again)).toEqual(contentOf(taken));
    expect(taken.tables.filter(({ rows }) => rows > 0).length).toBeGreaterThan(10);
  });

  it('leaves triggers, generated identifiers and row-level security as they were', async () => {
    const target = await create('regional');
    await restoreDatabase({ folder: join(folder.path, 'first'), url: target.url });
    const guards = `SELECT relname, relrowsecurity, (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid)::int AS policies,
        (SELECT array_agg(tgname::text || tgenabled::text ORDER BY tgname) FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT tgisinternal) AS triggers
      FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`;
    expect(await run(target.url, guards)).toEqual(await run(source.url, guards));
    const add = `INSERT INTO desk (reference, name, host_type, opened_on, origin) VALUES ('neuf', 'Neuf', 'MDE', '2024-01-01', 'ENTERED') RETURNING id`;
    const [[ours], [theirs]] = [
      await run<{ id: string }>(target.url, 'BEGIN', add, 'ROLLBACK'),
      await run<{ id: string }>(source.url, 'BEGIN', add, 'ROLLBACK'),
    ].map((results) => results[1] ?? []) as [{ id: string }[], { id: string }[]];
    expect(ours).toEqual(theirs);
    // The history is that of the backup: restoring adds nothing to it.
    expect(await run(target.url, 'SELECT * FROM change_record ORDER BY id')).toEqual(
      await run(source.url, 'SELECT * FROM change_record ORDER BY id'),
    );
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    const writer = new Client({ connectionString: source.url });
    await writer.connect();
    await writer.query('BEGIN');
    await writer.query(`UPDATE desk SET name = name || ' (changé)'`);
    const during = await backUpDatabase({ url: source.url, folder: join(folder.path, 'during') });
    await writer.query('ROLLBACK');
    await writer.end();
    // Identifiers that were drawn are not given back by a rollback, in any PostgreSQL.
    expect(during.tables).toEqual(taken.tables);
  });

  it('can be read by its owner only, and holds no password', async () => {
    const files = await readdir(join(folder.path, 'first'));
    const modes = await Promise.all(
      files.map(async (file) => (await stat(join(folder.path, 'first', file))).mode & 0o777),
    );
    expect(new Set(modes)).toEqual(new Set([0o600]));
    expect((await stat(join(folder.path, 'first'))).mode & 0o777).toBe(0o700);
    const password = new URL(source.url).password;
    const texts = await Promise.all(files.map((file) => readFile(join(folder.path, 'first', file))));
    const plain = texts.map((text, index) => (files[index]?.endsWith('.gz') === true ? gunzipSync(text) : text));
    expect(plain.some((text) => text.includes(password))).toBe(false);
  });

  it.each<[string, (path: string) => Promise<unknown>]>([
    ['without its manifest', (path) => rm(join(path, 'manifest.json'))],
    ['with half a manifest', (path) => truncate(join(path, 'manifest.json'), 300)],
    [
      'with another number in its manifest',
      async (path) => {
        const text = await readFile(join(path, 'manifest.json'), 'utf8');
        await writeFile(join(path, 'manifest.json'), text.replace(/"rows": [1-9]\d*/, '"rows": 1000'));
      },
    ],
    ['without a table', (path) => rm(join(path, 'desk.copy.gz'))],
    [
      'with half a table',
      async (path) =>
        truncate(join(path, 'desk.copy.gz'), Math.floor((await stat(join(path, 'desk.copy.gz'))).size / 2)),
    ],
    ['with something behind a table', (path) => appendFile(join(path, 'desk.copy.gz'), gzipSync('9\tmore\n'))],
    [
      'with a changed value',
      async (path) => {
        const rows = gunzipSync(await readFile(join(path, 'desk.copy.gz'))).toString();
        await writeFile(join(path, 'desk.copy.gz'), gzipSync(rows.replace('Guichet', 'Gouchet')));
      },
    ],
  ])('is refused whole %s', async (name, damage) => {
    const path = join(folder.path, name.replaceAll(' ', '-'));
    await backUpDatabase({ url: source.url, folder: path });
    await damage(path);
    const target = await create('regional');
    await expect(restoreDatabase({ folder: path, url: target.url })).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
    await expect(verifyBackup(path)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
    expect(await run(target.url, 'SELECT count(*)::int AS desks FROM desk')).toEqual([[{ desks: 0 }]]);
  });

  it('is not restored over books, nor over its own', async () => {
    const restored = restoreDatabase({ folder: join(folder.path, 'first'), url: source.url });
    await expect(restored).rejects.toMatchObject({ code: 'BACKUP_TARGET_NOT_EMPTY' });
    const after = await backUpDatabase({ url: source.url, folder: join(folder.path, 'after') });
    expect(after.tables).toEqual(taken.tables);
  });

  it('is not restored at another level of migrations, and says which', async () => {
    const older = await create('regional');
    const [rows] = await run<{ name: string }>(older.url, 'SELECT name FROM schema_migration ORDER BY id DESC LIMIT 1');
    const last = rows?.[0]?.name ?? '';
    await run(older.url, `DELETE FROM schema_migration WHERE name = '${last}'`);
    await expect(restoreDatabase({ folder: join(folder.path, 'first'), url: older.url })).rejects.toMatchObject({
      code: 'BACKUP_LEVEL_MISMATCH',
      message: expect.stringContaining(last) as string,
    });
    const foreign = await create('empty');
    await expect(restoreDatabase({ folder: join(folder.path, 'first'), url: foreign.url })).rejects.toMatchObject({
      code: 'BACKUP_LEVEL_MISMATCH',
    });
  });

  it('is taken, looked at and restored by commands', async () => {
    const target = await create('regional');
    const out = join(folder.path, 'by-command');
    const regionsFile = join(folder.path, 'regions.json');
    await writeFile(regionsFile, JSON.stringify([{ code: '53', databaseUrl: source.url, port: 4011 }]));
    const backup = await runCli(['backup', '--region', '53', '--regions-file', regionsFile, '--out', out]);
    expect(backup).toMatchObject({ exitCode: 0, stderr: '' });
    expect(backup.stdout).toMatch(/^region_53 : \d+ tables, \d+ lignes → /);
    const again = await runCli(['backup', '--regions-file', regionsFile, '--out', out]);
    expect(again).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('BACKUP_EXISTS') as string });
    expect((await runCli(['restore', join(out, 'region_53'), '--verify'])).stdout).toContain('sauvegarde entière');
    const restored = await runCli(['restore', join(out, 'region_53')], { DATABASE_URL: target.url });
    expect(restored).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('restauré') as string });
    const full = await runCli(['restore', join(out, 'region_53')], { DATABASE_URL: target.url });
    expect(full).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('BACKUP_TARGET_NOT_EMPTY') as string });
  });
});

describe('databases of the national level and of the registry', () => {
  it.each(['national', 'registry'] as const)('are restored too: %s', async (kind) => {
    const [source, target] = await Promise.all([createTestDatabase(kind), createTestDatabase(kind)]);
    const folder = await createTemporaryFolder();
    const taken = await backUpDatabase({ url: source.url, folder: join(folder.path, kind) });
    await restoreDatabase({ folder: join(folder.path, kind), url: target.url });
    const again = await backUpDatabase({ url: target.url, folder: join(folder.path, 'again') });
    expect(contentOf(again)).toEqual(contentOf(taken));
    await Promise.all([source.close(), target.close(), folder.remove()]);
  });
});
