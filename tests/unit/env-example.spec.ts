import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(__dirname, '..', '..');
const PARTS = ['gateway', 'registry', 'subgraphs', 'cli', 'schema'];

/** Read by `npm start` to find PostgreSQL's programs, but no setting of ours. */
const OF_THE_SYSTEM = new Set(['PATH']);

const sources = PARTS.flatMap((part) =>
  readdirSync(join(ROOT, part), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(ROOT, part, path)),
);
const settingsFiles = sources.filter((path) => /(?:^|[/\\-])(?:config|settings)\.ts$/.test(path));

/** Keys of every zod object that the settings files export, and of what entry files read on their own. */
async function variablesOfTheCode(): Promise<Set<string>> {
  const modules: Readonly<Record<string, unknown>>[] = await Promise.all(settingsFiles.map((path) => import(path)));
  const exported = modules.flatMap((module) => Object.values(module));
  const schemas = exported.filter((value) => value instanceof z.ZodObject);
  const direct = sources.flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(/\benvironment(?:\.([A-Z][A-Z0-9_]+)|\['([A-Z][A-Z0-9_]+)'\])/g),
  ]);
  return new Set([
    ...schemas.flatMap((schema) => Object.keys(schema.shape)),
    ...direct.flatMap((match) => match[1] ?? match[2] ?? []),
  ]);
}

function variablesOfCompose(): Set<string> {
  const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
  return new Set([...text.matchAll(/\$\{([A-Z0-9_]+)/g)].flatMap((match) => match[1] ?? []));
}

const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
const lines = example.split('\n');
const documented = lines.flatMap((line, index) => {
  const match = /^(# )?([A-Z][A-Z0-9_]+)=(.*)$/.exec(line);
  const name = match?.[2];
  return name === undefined ? [] : [{ name, value: match?.[3] ?? '', index }];
});

describe('.env.example', () => {
  it('documents every variable that a part reads', async () => {
    const names = new Set(documented.map(({ name }) => name));
    const read = [...(await variablesOfTheCode()), ...variablesOfCompose()];
    expect(read.filter((name) => !names.has(name) && !OF_THE_SYSTEM.has(name))).toEqual([]);
  });

  it('documents no variable that nothing reads', async () => {
    const read = new Set([...(await variablesOfTheCode()), ...variablesOfCompose()]);
    expect(documented.map(({ name }) => name).filter((name) => !read.has(name))).toEqual([]);
  });

  it('names every variable once', () => {
    const names = documented.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('explains every variable in a comment above it', () => {
    const unexplained = documented.filter(({ index }) => {
      let above = index - 1;
      while (lines[above]?.includes('_PASSWORD=')) above -= 1;
      return !/^# [^-]/.test(lines[above] ?? '');
    });
    expect(unexplained).toEqual([]);
  });

  it('gives no secret a value', () => {
    const secrets = documented.filter(({ name }) => /PASSWORD|SECRET|TOKEN|DATABASE_URL|POSTGRES_URL/.test(name));
    expect(secrets.filter(({ value }) => value !== '')).toEqual([]);
  });
});

describe('the settings of the services', () => {
  it('are declared in files that this test reads', () => {
    const known = new Set([...settingsFiles, join(ROOT, 'subgraphs', 'kit', 'config', 'parse-environment.ts')]);
    const readers = sources.filter((path) => readFileSync(path, 'utf8').includes('parseEnvironment('));
    const others = readers.filter((path) => !known.has(path)).map((path) => path.slice(ROOT.length + 1));
    expect(others).toEqual([]);
  });
});
