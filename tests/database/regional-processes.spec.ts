import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../../subgraphs/kit/log';
import { trusting } from '../support/callers';
import { type AllRegions, prepareRegions, type RegionEvent, startAllRegions } from '../../subgraphs/regional';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { regionOf } from '../support/regional-tester';

const NETWORK = {
  version: 1,
  nationalUrl: 'http://127.0.0.1:1/graphql',
  members: [
    { region: regionOf('06'), url: 'http://127.0.0.1:1/graphql', schemaVersion: '1' },
    { region: regionOf('94'), url: 'http://127.0.0.1:1/graphql', schemaVersion: '2' },
  ],
};

describe('the processes of the regions', () => {
  let folder: string;
  let databases: TestDatabase[];
  const settings = () => ['06', '94'].map((code, at) => ({ code, databaseUrl: databases[at]?.url ?? '', port: 0 }));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maillage-regions-'));
    databases = await Promise.all([createTestDatabase('empty'), createTestDatabase('empty')]);
    await writeFile(join(folder, 'regions.json'), JSON.stringify(settings()));
  });
  afterAll(async () => {
    await Promise.all(databases.map((database) => database.close()));
    await rm(folder, { recursive: true });
  });

  it('prepare each database once: migrations and demonstration, then nothing', async () => {
    const config = {
      regionsFile: join(folder, 'regions.json'),
      demonstration: 'small' as const,
      seed: 1,
      logLevel: 'silent',
    };
    const steps: string[] = [];
    const first = await prepareRegions(config, (progress) => steps.push(`${progress.done}/${progress.total}`));
    const second = await prepareRegions(config, () => undefined);
    expect(first).toMatchObject({ regions: 2, demonstrations: 2 });
    expect(first.migrations).toBeGreaterThan(0);
    expect(steps.at(-1)).toBe('2/2');
    expect(second).toEqual({ ...first, migrations: 0, demonstrations: 0 });
  });

  it('stop and start one region for real while the other serves', async () => {
    const events: RegionEvent[] = [];
    const regions: AllRegions = await startAllRegions({
      settings: settings(),
      network: NETWORK,
      shared: { limits: { drainDelay: 0 } },
      logger: createLogger('test', 'silent'),
      tokensFor: () => trusting(),
      onEvent: (event) => events.push(event),
    });
    const urlOf = (code: string): string => {
      const event = events.findLast((candidate) => candidate.region === code && candidate.kind === 'region-started');
      return event?.kind === 'region-started' ? event.url : '';
    };
    const serves = async (code: string): Promise<boolean> => {
      const body = JSON.stringify({ query: '{ _service { sdl } }' });
      const headers = { 'content-type': 'application/json' };
      const asked = fetch(urlOf(code), { method: 'POST', headers, body }).then((response) => response.ok);
      return asked.catch(() => false);
    };
    const before = urlOf('06');
    await regions.stopRegion('06');
    expect([await serves('06'), await serves('94')]).toEqual([false, true]);
    await regions.stopRegion('06');
    await Promise.all([regions.startRegion('06'), regions.startRegion('06')]);
    expect([await serves('06'), await serves('94')]).toEqual([true, true]);
    expect(urlOf('06')).toBe(before);
    await expect(regions.stopRegion('53')).rejects.toMatchObject({ code: 'REGION_UNKNOWN' });
    await regions.stop();
    expect([await serves('06'), await serves('94')]).toEqual([false, false]);
    expect(events.map((event) => event.kind).sort()).toEqual([
      ...Array(3).fill('region-started'),
      ...Array(3).fill('region-stopped'),
    ]);
  });

  it('leave nothing running when one region cannot start', async () => {
    const starting = startAllRegions({
      settings: [...settings().slice(0, 1), { code: '94', databaseUrl: 'postgres://a@127.0.0.1:1/b', port: 0 }],
      network: NETWORK,
      shared: { limits: { drainDelay: 0 } },
      logger: createLogger('test', 'silent'),
      tokensFor: () => trusting(),
      onEvent: () => undefined,
    });
    await expect(starting).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });
});
