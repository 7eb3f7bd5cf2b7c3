import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { REGIONS } from '../../subgraphs/kit/regions';

const ROOT = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const manifest = z
  .object({ license: z.string(), bin: z.record(z.string(), z.string()), scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

const pages = ['README.md', 'CHANGELOG.md', ...markdownBelow('docs')];

function markdownBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path));
}

/** The command blocks of the README, one list of lines each. */
function readmeBlocks(): string[][] {
  return [...read('README.md').matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => (match[1] ?? '').trim().split('\n'));
}

describe('.ci/run', () => {
  it("installs, then calls exactly the README's test command", () => {
    const [setUp] = readmeBlocks();
    const test = readmeBlocks().find((block) => block.length === 1 && block[0]?.includes('test'));
    const commands = read('.ci/run')
      .split('\n')
      .filter((line) => line.startsWith('npm '));
    expect(commands).toEqual([setUp?.[0], ...(test ?? [])]);
  });

  it('can be executed and is a valid script', () => {
    expect(statSync(join(ROOT, '.ci', 'run')).mode & 0o111).toBe(0o111);
    expect(read('.ci/run')).not.toContain('\r');
    execFileSync('bash', ['-n', join(ROOT, '.ci', 'run')]);
  });
});

describe('package.json', () => {
  it('has the command that every name of the documentation promises', () => {
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(
        (match) => match[1] ?? match[2],
      ),
    );
    expect([...new Set(named)].filter((name) => name === undefined || !(name in manifest.scripts))).toEqual([]);
  });

  it('verifies everything that is generated', () => {
    const checks = Object.keys(manifest.scripts).filter((name) => name.endsWith(':check'));
    for (const check of checks) expect(manifest.scripts['verify']).toContain(`npm run ${check}`);
    expect(manifest.scripts['verify']).toMatch(/npm test$/);
  });

  it('has the fixed names', () => {
    expect(manifest.bin).toEqual({ maillage: 'cli/maillage.js' });
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(['start', 'test', 'verify']));
    expect(manifest.license).toBe('MIT');
    expect(read('LICENSE')).toMatch(/^MIT License/);
  });
});

describe('the documentation', () => {
  it.each(pages)('%s links to files that exist', (page) => {
    const targets = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    const broken = targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)));
    expect(broken).toEqual([]);
  });

  it('names every part under Elastic License 2.0 in the README', () => {
    const folder = join(ROOT, 'node_modules', '@apollo');
    const elastic = readdirSync(folder).filter((name) => {
      const { license } = z
        .object({ license: z.string().optional() })
        .parse(JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')));
      return license === 'Elastic-2.0';
    });
    expect(elastic.length).toBeGreaterThan(0);
    for (const name of elastic) expect(read('README.md')).toContain(`@apollo/${name}`);
  });

  it('lists every folder of the kit in the tree of the architecture', () => {
    const tree = read('docs/ARCHITECTURE.md');
    const folders = readdirSync(join(ROOT, 'subgraphs', 'kit'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).filter((name) => !tree.includes(`${name}/`))).toEqual([]);
  });
});

describe('the sources', () => {
  const sources = ['gateway', 'subgraphs', 'cli', 'schema', 'conformance', 'migrations'].flatMap((part) =>
    readdirSync(join(ROOT, part), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.generated.ts'))
      .map((path) => join(ROOT, part, path)),
  );

  it('name the regions in one place only', () => {
    const names = REGIONS.map((region) => region.name).filter((name) => /[ -]/.test(name));
    const lists = sources.filter((path) => {
      const text = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return names.filter((name) => text.includes(name)).length > 3;
    });
    expect(lists.map((path) => relative(ROOT, path))).toEqual([]);
  });

  it('are named in kebab-case, with a role suffix where there is one', () => {
    const names = sources.map((path) => relative(ROOT, path).split(/[/\\]/).at(-1) ?? '');
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)?\.ts$/.test(name))).toEqual([]);
  });
});
