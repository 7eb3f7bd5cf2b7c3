import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readRegistryAccess } from '../../cli/record';
import { conformanceReportSchema } from '../../conformance';
import { ask } from '../support/ask';
import { freePort } from '../support/free-port';
import { guideCommands } from '../support/guide-commands';
import { runCli } from '../support/run-cli';
import { createTemporaryFolder } from '../support/temporary-folder';
import { openTerminal, type Terminal } from '../support/terminal';
import { startWholeHub, type WholeHub } from '../support/whole-hub';

const ROOT = join(__dirname, '..', '..');
const QUESTION = `{ consolidation(period: { from: "2024-01", to: "2024-12" }) {
  total { hoursDone } coverage { expected answered }
  regions { region { code } status figures { hoursDone } } } }`;

interface Consolidation {
  readonly consolidation: {
    readonly total: { readonly hoursDone: number };
    readonly coverage: { readonly expected: number; readonly answered: number };
    readonly regions: readonly {
      readonly region: { readonly code: string };
      readonly status: string;
      readonly figures: { readonly hoursDone: number } | null;
    }[];
  };
}

/** Milliseconds between two questions of one client: a load that is steady, not the most that the machine can do. */
const PAUSE = 50;
/** Milliseconds after which what was to come about has not. */
const PATIENCE = 45_000;

/** One answer under load. */
interface Observed {
  readonly at: number;
  readonly answered: number;
  /** What is wrong with it; undefined when nothing is. */
  readonly fault: string | undefined;
}

/** Hours in hundredths: sums of them are exact. */
const hundredths = (hours: number): number => Math.round(hours * 100);

/** Asks without a pause until it is stopped, and judges every answer by itself. */
function keepAsking(url: string, headers: Readonly<Record<string, string>>) {
  const observed: Observed[] = [];
  let isStopped = false;
  const run = async () => {
    while (!isStopped) {
      observed.push(await observe(url, headers));
      await sleep(PAUSE);
    }
  };
  const loops = [run(), run()];
  return {
    observed,
    stop: async () => {
      isStopped = true;
      await Promise.all(loops);
    },
  };
}

async function observe(url: string, headers: Readonly<Record<string, string>>): Promise<Observed> {
  const at = performance.now();
  try {
    const { status, data, errors } = await ask<Consolidation>(url, QUESTION, {}, headers);
    if (status !== 200 || errors.length > 0) return { at, answered: 0, fault: `${status} ${JSON.stringify(errors)}` };
    const { total, coverage, regions } = data.consolidation;
    const counted = regions.filter(({ status: state }) => state === 'LIVE');
    const sum = counted.reduce((hours, { figures }) => hours + hundredths(figures?.hoursDone ?? 0), 0);
    if (sum !== hundredths(total.hoursDone))
      return { at, answered: 0, fault: `${total.hoursDone} is not ${sum / 100}` };
    if (counted.length !== coverage.answered) return { at, answered: 0, fault: `${coverage.answered} answered` };
    return { at, answered: coverage.answered, fault: undefined };
  } catch (error) {
    return { at, answered: 0, fault: String(error) };
  }
}

/** Identifiers of the processes that the launcher started. */
async function processesOf(hub: WholeHub): Promise<readonly string[]> {
  const { pid } = JSON.parse(await readFile(join(hub.dataDirectory, 'hub.json'), 'utf8')) as { pid: number };
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(all.map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')));
  return all.filter((_, index) => /^\d+ \(.*\) \S (\d+) /s.exec(parents[index] ?? '')?.[1] === String(pid)).sort();
}

describe('a region that joins by the commands of the guide', () => {
  let hub: WholeHub;
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  let subgraph: Terminal | undefined;
  let port: number;
  let address: string;
  let headers: Readonly<Record<string, string>>;
  const commands = guideCommands('join.md');

  beforeAll(async () => {
    folder = await createTemporaryFolder();
    port = await freePort();
    address = `http://127.0.0.1:${port}/graphql`;
    hub = await startWholeHub('small', { MAILLAGE_ABSENT_REGIONS: '53' });
    headers = { authorization: `Bearer ${await hub.token('--role', 'consolidator')}` };
  }, 400_000);
  afterAll(async () => {
    await subgraph?.close();
    await hub.discard();
    await folder.remove();
  }, 60_000);

  it('is told the same commands in French', () => {
    expect(guideCommands('fr', 'rejoindre.md')).toEqual(commands);
    expect([...commands.keys()]).toEqual(['hub', 'region', 'commands']);
    // What the hub of this test was started by.
    expect(commands.get('hub')).toEqual(['MAILLAGE_ABSENT_REGIONS=53 npm start\n']);
  });

  it('takes the coverage from 17 to 18 without a restart and without a failed request', async () => {
    const before = await processesOf(hub);
    const type = async (terminal: string, cwd: string) =>
      openTerminal(scriptOf(commands.get(terminal) ?? [], hub, port), cwd, await environmentOf(hub, folder.path, port));
    const load = keepAsking(hub.url, headers);
    let published: number;
    const started = performance.now();
    try {
      subgraph = await type('region', folder.path);
      await subgraph.printed(/répond à/);
      const session = await type('commands', join(folder.path, 'sous-graphe'));
      expect({ code: await session.ended, output: session.output() }).toEqual({
        code: 0,
        output: expect.stringMatching(/PASSED[^]*PASSED[^]*Published: Bretagne[^]*CONNECTED/) as string,
      });
      published = performance.now();
      while (load.observed.at(-1)?.answered !== 18 && performance.now() - published < 30_000) await sleep(PAUSE);
    } finally {
      await load.stop();
    }

    expect(load.observed.filter(({ fault }) => fault !== undefined)).toEqual([]);
    expect(new Set(load.observed.map(({ answered }) => answered))).toEqual(new Set([17, 18]));
    expect(load.observed.at(-1)?.answered).toBe(18);
    expect(await processesOf(hub)).toEqual(before);
    const { data } = await ask<Consolidation>(hub.url, QUESTION, {}, headers);
    const own = data.consolidation.regions.find(({ region }) => region.code === '53');
    expect(hundredths(own?.figures?.hoursDone ?? 0)).toBe(await hoursOfBooks(join(folder.path, 'sous-graphe')));
    process.stdout.write(
      `Joined in ${((published - started) / 1_000).toFixed(1)} s by ${[...commands.values()].flat().join('').trim().split('\n').length} commands, ` +
        `${load.observed.length} consolidations meanwhile.\n`,
    );
  }, 180_000);

  describe('and is administered by the commands of the guide to operating', () => {
    const run = (parameters: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
      runCli(parameters, { MAILLAGE_DATA_DIR: hub.dataDirectory, PORT: new URL(hub.url).port, ...environment });
    const succeeds = async (...parameters: string[]) => {
      const outcome = await run(parameters);
      expect({ parameters, ...outcome }).toMatchObject({ exitCode: 0, stderr: '' });
      return outcome.stdout;
    };
    const subgraphOptions = (schema: string) => [
      ...['--region', '53', '--schema', join(folder.path, 'sous-graphe', schema)],
      ...['--url', address],
    ];

    /** Waits until a consolidation counts so many regions, and tells how Bretagne stands in it. */
    const statusOnce = async (answered: number): Promise<string | undefined> => {
      let status: string | undefined;
      await waitFor(async () => {
        const { coverage, regions } = (await ask<Consolidation>(hub.url, QUESTION, {}, headers)).data.consolidation;
        status = regions.find(({ region }) => region.code === '53')?.status;
        return coverage.answered === answered;
      });
      return status;
    };

    it('is taken out of the graph and in again, without deploying anything', async () => {
      await succeeds('suspend', '53', '--reason', 'essai');
      expect(await statusOnce(17)).toBe('NOT_CONNECTED');
      expect(JSON.parse(await succeeds('status', '--region', '53', '--json'))).toMatchObject({
        members: [{ state: 'SUSPENDED' }],
      });
      await succeeds('resume', '53');
      expect(await statusOnce(18)).toBe('LIVE');
    }, 120_000);

    it('publishes a field of its own that clients reach, and is rolled back', async () => {
      const file = (name: string) => join(folder.path, 'sous-graphe', name);
      const text = await readFile(file('schema.graphql'), 'utf8');
      const own = 'type BretagneNetwork @key(fields: "region") {';
      expect(text).toContain(own);
      await writeFile(
        file('extended.graphql'),
        text.replace(own, `${own}\n  "Web site of the coordination."\n  website: String`),
      );
      const question = '{ regions { code network { ... on BretagneNetwork { website } } } }';
      const statusOf = async () => (await ask(hub.url, question, {}, headers)).status;
      expect(await statusOf()).toBe(400);
      await succeeds('publish', ...subgraphOptions('extended.graphql'));
      await waitFor(async () => (await statusOf()) === 200);
      await succeeds('rollback', '53');
      await waitFor(async () => (await statusOf()) === 400);
    }, 120_000);

    it('acts with a credential of its own for its own region only', async () => {
      const issued: unknown = JSON.parse(
        await succeeds('credential', 'issue', '--kind', 'region', '--region', '53', '--label', 'CI', '--json'),
      );
      const { secret, credential } = issued as { secret: string; credential: { id: string } };
      const access = await readRegistryAccess(hub.dataDirectory);
      const asRegion = {
        MAILLAGE_REGISTRY_URL: access?.url ?? '',
        MAILLAGE_REGISTRY_CREDENTIAL: secret,
      };
      const check = ['check', ...subgraphOptions('schema.graphql')];
      expect(await run(check, asRegion)).toMatchObject({ exitCode: 0 });
      const ofAnother = check.map((word) => (word === '53' ? '76' : word));
      expect(await run(ofAnother, asRegion)).toMatchObject({ exitCode: 1, stdout: '' });
      expect(await run(['suspend', '76', '--reason', 'x'], asRegion)).toMatchObject({ exitCode: 1 });
      await succeeds('credential', 'revoke', credential.id);
      expect(await run(check, asRegion)).toMatchObject({ exitCode: 1, stdout: '' });
      expect((await run(['doctor'], asRegion)).stdout).toMatch(/FAILED +REGISTRY/);
    }, 120_000);

    it('is run through the conformance kit by the registry, with the key of the hub', async () => {
      const text = await succeeds('conform', '--registry-run', '--region', '53', '--url', address, '--json');
      expect(conformanceReportSchema.parse(JSON.parse(text))).toMatchObject({
        conclusion: 'PASSED',
        key: { kind: 'HUB' },
      });
    }, 120_000);

    it('announces works, has its clients registered, and all of it is in the audit log', async () => {
      const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1_000).toISOString();
      const later = new Date(Date.now() + 26 * 60 * 60 * 1_000).toISOString();
      await succeeds('maintenance', '53', '--from', tomorrow, '--to', later);
      await succeeds('maintenance', '53', '--cancel');
      await succeeds('host', 'allow', '53', 'clauses.example.fr');
      await succeeds('host', 'remove', '53', 'clauses.example.fr');
      const documents = join(folder.path, 'queries.graphql');
      await writeFile(documents, 'query Regions { regions { code name } }');
      await succeeds('operations', 'push', '--client', 'carte', documents);
      expect(await succeeds('compose', '--from-registry')).toContain('enum join__Graph');
      await succeeds('rollback', 'supergraph');
      const { entries } = JSON.parse(await succeeds('audit', '--json')) as { entries: { action: string }[] };
      expect(new Set(entries.map(({ action }) => action))).toEqual(
        new Set([
          ...['SETUP', 'INVITE', 'PUBLISH', 'SUSPEND', 'RESUME', 'ROLLBACK_SUBGRAPH', 'ROLLBACK_SUPERGRAPH'],
          ...['MAINTENANCE', 'ALLOW_HOST', 'REMOVE_HOST', 'ISSUE_CREDENTIAL', 'REVOKE_CREDENTIAL', 'PUSH_OPERATIONS'],
          'RUN_CONFORMANCE',
        ]),
      );
    }, 120_000);

    it('leaves a hub in which the doctor finds nothing but what was done to it', async () => {
      expect(await succeeds('doctor')).not.toMatch(/^FAILED/m);
      const copy = join(hub.dataDirectory, 'supergraph-gateway.json');
      const text = await readFile(copy, 'utf8');
      await writeFile(copy, text.replace('BretagneFigures', 'BretagneFigurez'));
      const tampered = await run(['doctor']);
      await writeFile(copy, text);
      expect(tampered.exitCode).toBe(1);
      expect(tampered.stdout).toMatch(/^FAILED +SUPERGRAPH/m);
    });
  });
});

/** Looks again and again; on a busy machine a change of the graph may take a while to be served. */
async function waitFor(isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error('It did not come about.');
    await sleep(PAUSE);
  }
}

/** The commands as they stand, with this test's ports in place of the guide's. */
function scriptOf(blocks: readonly string[], hub: WholeHub, port: number): string {
  return blocks
    .join('')
    .replaceAll(':4000', `:${new URL(hub.url).port}`)
    .replaceAll(':4053', `:${port}`);
}

/**
 * A terminal in which `npm link` of the guide was done, and `npm install` gives the packages that this repository has: the
 * same ones, without a network.
 */
async function environmentOf(hub: WholeHub, folder: string, port: number): Promise<Record<string, string>> {
  const programs = join(folder, 'bin');
  const home = join(folder, 'hub');
  await mkdir(programs, { recursive: true });
  await mkdir(home, { recursive: true });
  await symlink(hub.dataDirectory, join(home, '.maillage')).catch(() => undefined);
  const path = process.env['PATH'] ?? '';
  await program(join(programs, 'maillage'), `exec '${process.execPath}' '${join(ROOT, 'cli', 'maillage.js')}' "$@"`);
  await program(
    join(programs, 'npm'),
    `if [ "$1" = install ]; then exec ln -s '${join(ROOT, 'node_modules')}' node_modules; fi\nPATH='${path}' exec npm "$@"`,
  );
  return { PATH: `${programs}:${path}`, HOME: folder, HUB: home, PORT: String(port) };
}

async function program(path: string, text: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
}

/** Hours of the demonstration file in 2024, in hundredths, summed without any code of the subgraph. */
async function hoursOfBooks(folder: string): Promise<number> {
  const text = await readFile(join(folder, 'data', 'demonstration.json'), 'utf8');
  const { hourEntries } = JSON.parse(text) as { hourEntries: { month: string; hours: number }[] };
  return hourEntries.filter(({ month }) => month.startsWith('2024-')).reduce((sum, { hours }) => sum + hours, 0);
}
