import { access, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readPostmasterFile, isPortFree } from '../../subgraphs/kit/postgres/embedded';
import {
  createProgressDisplay,
  loadHubSettings,
  runHub,
  type PlanContext,
  type PlannedProcess,
} from '../../cli/embedded';
import { readNetwork } from '../../subgraphs/kit/network';
import { readRegionsFile } from '../../subgraphs/regional/regions-file';
import { testAdminUrl } from '../support/database';
import { runCli } from '../support/run-cli';
import { createTemporaryFolder } from '../support/temporary-folder';

const fake = (name: string): string => join(__dirname, '../support/fake-services', `${name}.js`);

/** The plan of the hub in small: a step, the regions, the national level, the gateway. */
function planWith(overrides: Partial<Record<'step' | 'national', string>> = {}) {
  return (context: PlanContext): readonly PlannedProcess[] => {
    const common = { memory: 64, label: 'essai' };
    const environment = { REGIONS_FILE: context.regionsFile, NETWORK_FILE: context.networkFile };
    return [
      {
        ...common,
        id: 'prepare',
        kind: 'step',
        entry: fake(overrides.step ?? 'step'),
        environment: () => ({ DATABASE_URL: context.nationalDatabaseUrl() }),
        after: ['databases'],
      },
      {
        ...common,
        id: 'regions',
        kind: 'service',
        entry: fake('regions'),
        environment: () => environment,
        after: ['prepare'],
      },
      {
        ...common,
        id: 'national',
        kind: 'service',
        entry: fake(overrides.national ?? 'gateway'),
        environment: () => ({ PORT: String(context.nationalPort) }),
        after: ['prepare'],
      },
      {
        ...common,
        id: 'gateway',
        kind: 'service',
        entry: fake('gateway'),
        environment: () => ({ PORT: String(context.gatewayPort) }),
        after: [],
      },
    ];
  };
}

describe('the embedded hub', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;

  beforeEach(async () => {
    folder = await createTemporaryFolder();
  });
  afterEach(() => folder.remove());

  /** A hub under way: what it says, whether it is ready, and how to end it. */
  function launch(plan = planWith(), environment: Record<string, string> = { MAILLAGE_POSTGRES_URL: testAdminUrl() }) {
    const stop = new AbortController();
    const force = new AbortController();
    let lines = '';
    let onReady = (_: string): void => undefined;
    const ready = new Promise<string>((resolve) => (onReady = resolve));
    const warn = (text: string): void => void (lines += text);
    const base = { PORT: '0', MAILLAGE_DATA_DIR: folder.path, PATH: process.env['PATH'] ?? '' };
    const ended = runHub(loadHubSettings({ ...base, ...environment }), {
      environment: { PATH: process.env['PATH'] },
      programFolder: '/nonexistent',
      display: createProgressDisplay({ write: warn, warn, columns: undefined }),
      interruption: { stop: stop.signal, force: force.signal },
      onReady,
      plan,
    });
    ended.catch(() => undefined);
    const readyOrEnded = Promise.race([ready, ended.then(() => '')]);
    readyOrEnded.catch(() => undefined);
    return { ready: readyOrEnded, ended, stop, force, lines: () => lines };
  }

  const cli = (...parameters: string[]): ReturnType<typeof runCli> =>
    runCli(parameters, { MAILLAGE_DATA_DIR: folder.path });

  it('runs on a PostgreSQL of its own, with one database and one role per region, and leaves nothing running', async () => {
    const hub = launch(planWith(), {});
    expect(await hub.ready).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    const regions = await readRegionsFile(join(folder.path, 'regions.json'));
    expect(regions).toHaveLength(18);
    expect(new Set(regions.map(({ databaseUrl }) => new URL(databaseUrl).pathname)).size).toBe(18);
    expect(new Set(regions.map(({ databaseUrl }) => new URL(databaseUrl).username)).size).toBe(18);
    expect((await readNetwork(join(folder.path, 'network.json'))).members).toHaveLength(18);
    expect(hub.lines()).toContain('bases de données : 18 régions, national, registre');
    hub.stop.abort();
    await hub.ended;
    expect(await readPostmasterFile(join(folder.path, 'postgres/data'))).toBeUndefined();
    await expect(access(join(folder.path, 'hub.json'))).rejects.toThrow('ENOENT');
    const free = await Promise.all(regions.map(({ port }) => isPortFree(port)));
    expect(free).not.toContain(false);
  });

  it('keeps passwords and tokens from other users of the machine', async () => {
    const hub = launch();
    await hub.ready;
    for (const name of ['hub.json', 'regions.json', 'secrets.json', 'logs/regions.log'])
      expect([name, (await stat(join(folder.path, name))).mode & 0o777]).toEqual([name, 0o600]);
    expect((await stat(folder.path)).mode & 0o777).toBe(0o700);
    hub.stop.abort();
    await hub.ended;
    const left = await readdir(folder.path);
    expect(left.filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('stops and starts one region on order, and answers when it is done', async () => {
    const hub = launch();
    await hub.ready;
    const { port = 0 } =
      (await readRegionsFile(join(folder.path, 'regions.json'))).find(({ code }) => code === '53') ?? {};
    expect(await isPortFree(port)).toBe(false);
    expect(await cli('region', 'stop', '53')).toEqual({ exitCode: 0, stdout: '53 Bretagne: STOPPED\n', stderr: '' });
    expect(await isPortFree(port)).toBe(true);
    expect((await cli('region', 'stop', '53')).exitCode).toBe(0);
    const status = await cli('region', 'status', '53', '--json');
    expect(JSON.parse(status.stdout)).toEqual([{ region: '53', name: 'Bretagne', state: 'STOPPED', url: null }]);
    const all = await cli('region', 'status');
    expect(all.stdout.split('\n').filter((line) => line.includes('RUNNING'))).toHaveLength(17);
    expect((await cli('region', 'start', '53')).stdout).toBe('53 Bretagne: RUNNING\n');
    expect(await isPortFree(port)).toBe(false);
    hub.stop.abort();
    await hub.ended;
  });

  it('finds its ports and passwords again at the next start', async () => {
    const read = (): Promise<string> => readFile(join(folder.path, 'regions.json'), 'utf8');
    const first = launch();
    await first.ready;
    const before = await read();
    first.stop.abort();
    await first.ended;
    const second = launch();
    await second.ready;
    expect(await read()).toBe(before);
    second.stop.abort();
    await second.ended;
  });

  it('refuses to start twice from one data directory, and does not disturb the hub that runs', async () => {
    const hub = launch();
    await hub.ready;
    await expect(launch().ended).rejects.toMatchObject({ code: 'HUB_ALREADY_RUNNING' });
    expect((await cli('region', 'status')).exitCode).toBe(0);
    hub.stop.abort();
    await hub.ended;
  });

  it('refuses a port that is taken before it prepares anything', async () => {
    const taken = new URL(testAdminUrl()).port;
    await expect(launch(planWith(), { PORT: taken }).ended).rejects.toMatchObject({ code: 'PORT_IN_USE' });
    expect(await readdir(folder.path)).toEqual(['logs']);
  });

  it('stops everything when a service falls, with its last words', async () => {
    const hub = launch(planWith({ national: 'dying-service' }));
    await expect(hub.ended).rejects.toMatchObject({
      code: 'SERVICE_FAILED',
      message: expect.stringMatching(/"national" ended unexpectedly \(exit code 7\)[^]*last words of the service/),
    });
    const regions = await readRegionsFile(join(folder.path, 'regions.json'));
    expect(await Promise.all(regions.map(({ port }) => isPortFree(port)))).not.toContain(false);
  });

  it('gives the reason of a step that fails', async () => {
    await expect(launch(planWith({ step: 'failing-step' })).ended).rejects.toMatchObject({
      code: 'DATABASE_MIGRATION_FAILED',
      message: 'prepare: column "x" exists',
    });
  });

  it('can be interrupted at any moment of its start', async () => {
    const hub = launch(planWith(), {});
    hub.stop.abort();
    await hub.ended;
    await expect(access(join(folder.path, 'hub.json'))).rejects.toThrow('ENOENT');
    expect(await readPostmasterFile(join(folder.path, 'postgres/data'))).toBeUndefined();
  });

  it('does not wait for a deaf service once it is interrupted a second time', async () => {
    const hub = launch(planWith({ national: 'deaf-service' }));
    await hub.ready;
    hub.stop.abort();
    hub.force.abort();
    await hub.ended;
    await expect(access(join(folder.path, 'hub.json'))).rejects.toThrow('ENOENT');
  });
});
