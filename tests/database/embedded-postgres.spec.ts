import { fork } from 'node:child_process';
import { once } from 'node:events';
import { access, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  ensureDatabases,
  isPostgresAlive,
  startEmbeddedPostgres,
  stopPostmaster,
  type EmbeddedPostgres,
} from '../../subgraphs/kit/postgres/embedded';
import { createTemporaryFolder } from '../support/temporary-folder';

const FORKED = join(__dirname, '../support/fake-services/start-postgres.js');

describe('the embedded PostgreSQL', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  let running: EmbeddedPostgres[] = [];

  beforeEach(async () => {
    folder = await createTemporaryFolder();
  });
  afterEach(async () => {
    for (const postgres of running) await postgres.stop();
    running = [];
    await folder.remove();
  });

  async function start(): Promise<EmbeddedPostgres> {
    const postgres = await startEmbeddedPostgres({
      dataDirectory: folder.path,
      durability: 'throwaway',
      searchPath: process.env['PATH'],
    });
    running.push(postgres);
    return postgres;
  }

  it('starts, keeps its data over a restart, and leaves neither process nor pid file when it stops', async () => {
    const first = await start();
    await ask(first.adminUrl, 'CREATE TABLE kept AS SELECT 53 AS region');
    await first.stop();
    expect(await isPostgresAlive(first.pid)).toBe(false);
    await expect(access(join(folder.path, 'postgres/data/postmaster.pid'))).rejects.toThrow('ENOENT');
    const second = await start();
    expect(second.origin).toBe('started');
    expect(await ask(second.adminUrl, 'SELECT region FROM kept')).toEqual([{ region: 53 }]);
  });

  it('tells when it ends unasked', async () => {
    const postgres = await start();
    await stopPostmaster(postgres.pid);
    await expect(postgres.ended).resolves.toBeUndefined();
  });

  it('keeps its password and data from other users of the machine', async () => {
    await start();
    const mode = async (path: string): Promise<number> => (await stat(join(folder.path, path))).mode & 0o777;
    expect(await mode('postgres-password')).toBe(0o600);
    expect(await mode('postgres/data')).toBe(0o700);
    expect((await mode('.')) & 0o067).toBe(0);
  });

  it('is adopted after its launcher was killed, and stops for its new launcher', async () => {
    const { pid, port } = await startAndKillLauncher(folder.path);
    expect(await isPostgresAlive(pid)).toBe(true);
    const adopted = await start();
    expect(adopted).toMatchObject({ origin: 'adopted', pid, port });
    expect(await ask(adopted.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await adopted.stop();
    expect(await isPostgresAlive(pid)).toBe(false);
  });

  it('is stopped and started again when an orphan does not take our password', async () => {
    const { pid } = await startAndKillLauncher(folder.path);
    const path = join(folder.path, 'postgres-password');
    const password = await readFile(path, 'utf8');
    await writeFile(path, 'of-another-hub\n');
    const second = await start();
    expect(second.origin).toBe('started');
    expect(await isPostgresAlive(pid)).toBe(false);
    await second.stop();
    await writeFile(path, password);
    expect(await ask((await start()).adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('starts over the traces of a server that is gone, though its process number is taken', async () => {
    await (await start()).stop();
    const trace = `${process.pid}\n${folder.path}\n1764000000\n5433\n\n127.0.0.1\n0 0\nready\n`;
    await writeFile(join(folder.path, 'postgres/data/postmaster.pid'), trace);
    expect((await start()).origin).toBe('started');
  });

  it('says why when no PostgreSQL can be used', async () => {
    const attempt = startEmbeddedPostgres({
      dataDirectory: folder.path,
      durability: 'throwaway',
      binaryFolder: '/nonexistent',
    });
    await expect(attempt).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: expect.stringContaining('/nonexistent'),
    });
  });

  it('gives each role its own database and no other', async () => {
    const { adminUrl } = await start();
    const grants = ['53', '28'].map((code) => ({
      database: `region_${code}`,
      role: `region_${code}`,
      password: `secret of ${code}: /@?`,
    }));
    const [brittany = '', normandy = ''] = await ensureDatabases(adminUrl, grants);
    await ask(brittany, 'CREATE TABLE books AS SELECT 1 AS id');
    const crossed = new URL(brittany);
    crossed.pathname = new URL(normandy).pathname;
    await expect(ask(crossed.toString(), 'SELECT 1')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(brittany, 'CREATE DATABASE other')).rejects.toMatchObject({ code: '42501' });
    await expect(ensureDatabases(adminUrl, grants)).resolves.toEqual([brittany, normandy]);
    expect(await ask(brittany, 'SELECT id FROM books')).toEqual([{ id: 1 }]);
  });
});

async function startAndKillLauncher(folder: string): Promise<{ pid: number; port: number }> {
  const launcher = fork(FORKED, [folder]);
  const [message] = (await once(launcher, 'message')) as [{ pid: number; port: number }];
  launcher.kill('SIGKILL');
  await once(launcher, 'exit');
  return message;
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
