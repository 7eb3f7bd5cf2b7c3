import { execFile } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { demonstrationBooks } from '../../cli/scaffold';
import { isSiren, isSiret } from '../../subgraphs/kit/identifiers';
import { findRegion, REGIONS } from '../../subgraphs/kit/regions';
import { regionalSchema } from '../../schema';
import { runCli } from '../support/run-cli';
import { scaffoldInto } from '../support/scaffolded-subgraph';
import { createTemporaryFolder } from '../support/temporary-folder';

const PACKAGE = join(__dirname, '..', '..');

describe('maillage init', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  beforeEach(async () => {
    folder = await createTemporaryFolder();
  });
  afterEach(() => folder.remove());

  const init = (...parameters: string[]) =>
    runCli(['init', ...parameters], {}, { programFolder: join(PACKAGE, 'dist') });

  it('writes a subgraph of the region, with its schema, its demonstration data and a private test key', async () => {
    const target = join(folder.path, 'sg');
    const { exitCode, stdout } = await init(target, '--region', '53', '--json');
    expect(exitCode).toBe(0);
    const report = JSON.parse(stdout) as { written: string[]; kept: string[]; region: string };
    expect(report).toMatchObject({ region: '53', kept: [] });
    const found = await readdir(target, { recursive: true, withFileTypes: true });
    expect(found.filter((entry) => entry.isFile())).toHaveLength(report.written.length);
    const text = (path: string) => readFile(join(target, path), 'utf8');
    const bretagne = findRegion('53');
    expect(bretagne && parse(regionalSchema(bretagne, '3'), { noLocation: true })).toEqual(
      parse(await text('schema.graphql'), { noLocation: true }),
    );
    expect((await stat(join(target, 'conformance-key.json'))).mode & 0o077).toBe(0);
    expect(await text('.gitignore')).toContain('conformance-key.json');
    expect(await text('.env.example')).toContain('HUB_KEYS_URL=http://127.0.0.1:4000/.well-known/jwks.json');
    expect(JSON.parse(await text('data/demonstration.json'))).toMatchObject({
      isDemonstration: true,
      notice: expect.stringContaining('DÉMONSTRATION') as string,
    });
    expect(await text('.github/workflows/maillage.yml')).toBe(
      await readFile(join(PACKAGE, 'examples', 'ci', 'maillage.yml'), 'utf8'),
    );
    expect(parseYaml(await text('.github/workflows/maillage.yml'))).toHaveProperty('jobs.verify.steps');
    const texts = await Promise.all(report.written.map(text));
    expect(texts.filter((each) => /\{\{\w+\}\}/.test(each))).toEqual([]);
  });

  it('gives a version 1 region the schema of version 1', async () => {
    await init(join(folder.path, 'sg'), '--region', '93', '--schema-version', '1');
    const schema = await readFile(join(folder.path, 'sg', 'schema.graphql'), 'utf8');
    expect(schema).toContain('ProvenceAlpesCoteDAzurFigures');
    expect(schema).not.toContain('qpvParticipants');
  });

  it('refuses a folder that is not empty, and never replaces a file when it may stay', async () => {
    await writeFile(join(folder.path, 'README.md'), 'mine');
    const refused = await init(folder.path, '--region', '53');
    expect(refused).toMatchObject({ exitCode: 3, stdout: '' });
    expect(refused.stderr).toContain('is not empty');
    expect(await readdir(folder.path)).toEqual(['README.md']);

    const kept = await init(folder.path, '--region', '53', '--keep-existing');
    expect(kept.exitCode).toBe(0);
    expect(kept.stdout).toContain('Left as they were: README.md.');
    expect(await readFile(join(folder.path, 'README.md'), 'utf8')).toBe('mine');
  });

  it('refuses a region that the law does not know, and a missing one', async () => {
    expect(await init(folder.path, '--region', '99')).toMatchObject({ exitCode: 3 });
    expect(await init(folder.path)).toMatchObject({ exitCode: 3 });
  });

  it.each(['1', '2', '3'])('writes a subgraph of version %s whose own tests pass', async (version) => {
    const target = join(folder.path, 'sg');
    await scaffoldInto(target, '76', '--schema-version', version);
    const { code, output } = await runTests(target);
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    expect(output).toMatch(/# pass 4\b/);
  });
});

describe('demonstration books', () => {
  it.each(REGIONS.map(({ code }) => [code]))('are whole in region %s: every reference leads to a row', (code) => {
    const region = findRegion(code);
    if (region === undefined) throw new Error(`No region ${code}`);
    const books = demonstrationBooks(region, '2026-10');
    const idsOf = (rows: readonly { readonly id: number }[]) => new Set(rows.map(({ id }) => id));
    const lots = new Set(books.contracts.flatMap(({ lots: own }) => own));
    const desks = idsOf(books.desks);
    const works = idsOf(books.workContracts);
    const participants = idsOf(books.participants);
    const companies = idsOf(books.companies);
    const buyers = idsOf(books.buyers);
    const hanging = [
      ...books.contracts.filter(({ desk, buyer }) => !desks.has(desk) || !buyers.has(buyer)),
      ...books.commitments.filter(({ lot }) => !lots.has(lot)),
      ...books.workContracts.filter(
        ({ lot, participant, company }) => !lots.has(lot) || !participants.has(participant) || !companies.has(company),
      ),
      ...books.hourEntries.filter(({ workContract }) => !works.has(workContract)),
    ];
    expect(hanging).toEqual([]);
    expect(works.size).toBe(books.workContracts.length);
    expect(books.buyers.every(({ siren }) => isSiren(siren) && siren.startsWith('00'))).toBe(true);
    expect(books.companies.every(({ siret }) => isSiret(siret))).toBe(true);
    expect(books.hourEntries.every(({ month, hours }) => month <= '2026-10' && Number.isSafeInteger(hours))).toBe(true);
    expect(books.desks.every(({ territories }) => territories.length > 0)).toBe(true);
  });
});

function runTests(folder: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--test'], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr });
    });
  });
}
