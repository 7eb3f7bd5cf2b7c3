import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { loadGatewayConfig } from '../../gateway';
import {
  createUsageRecorder,
  openUsage,
  openUsageFiles,
  type RecordedOperation,
  USAGE_LIMITS,
  type UsageBatch,
  type UsageSink,
} from '../../gateway/usage';
import { captureLog } from '../support/captured-log';
import { silentLogger } from '../support/gateway-servers';
import { createTemporaryFolder } from '../support/temporary-folder';

const NOON = new Date('2026-03-01T12:00:00Z');
const CLIENT = { name: 'carte', version: '1.0.0' };

const operation = (id: string): RecordedOperation => ({ id, hash: `hash-${id}`, name: 'Total', coordinates: ['Q.f'] });

function inMemory(limits = USAGE_LIMITS, logger = silentLogger) {
  const batches: UsageBatch[] = [];
  const sink: UsageSink = {
    append: async (_day, line) => {
      batches.push(JSON.parse(line) as UsageBatch);
      return line.length;
    },
  };
  let now = NOON;
  const recorder = createUsageRecorder({
    sink: { append: (...all) => sink.append(...all) },
    logger,
    limits,
    now: () => now,
  });
  return { recorder, batches, sink, setNow: (moment: Date) => (now = moment) };
}

describe('the record of usage', () => {
  it('counts per operation, client and version, and describes an operation once', async () => {
    const { recorder, batches } = inMemory();
    recorder.record(operation('a'), CLIENT);
    recorder.record(operation('a'), CLIENT);
    recorder.record(operation('a'), { ...CLIENT, version: null });
    recorder.record(operation('b'), undefined);
    await recorder.flush();
    recorder.record(operation('a'), CLIENT);
    await recorder.stop();
    expect(batches).toEqual([
      {
        day: '2026-03-01',
        operations: [operation('a'), operation('b')],
        counts: [
          { operation: 'a', client: 'carte', version: '1.0.0', count: 2 },
          { operation: 'a', client: 'carte', version: null, count: 1 },
          { operation: 'b', client: null, version: null, count: 1 },
        ],
        overflow: 0,
      },
      {
        day: '2026-03-01',
        operations: [],
        counts: [{ operation: 'a', client: 'carte', version: '1.0.0', count: 1 }],
        overflow: 0,
      },
    ]);
  });

  it('writes nothing when nothing was asked', async () => {
    const { recorder, batches } = inMemory();
    await recorder.stop();
    expect(batches).toEqual([]);
  });

  it('begins anew each day of UTC', async () => {
    const { recorder, batches, setNow } = inMemory();
    recorder.record(operation('a'), undefined);
    setNow(new Date('2026-03-02T00:00:00Z'));
    recorder.record(operation('a'), undefined);
    await recorder.stop();
    expect(batches.map(({ day, operations, counts }) => [day, operations.length, counts[0]?.count])).toEqual([
      ['2026-03-01', 1, 1],
      ['2026-03-02', 1, 1],
    ]);
  });

  it('tells no more than so many apart, goes on with those it knows, and counts the others', async () => {
    const { recorder, batches } = inMemory({ ...USAGE_LIMITS, mostTallies: 2 });
    for (const id of ['a', 'b', 'c', 'd', 'a']) recorder.record(operation(id), undefined);
    await recorder.flush();
    recorder.record(operation('e'), undefined);
    await recorder.stop();
    expect(
      batches.map(({ counts, overflow }) => [counts.map(({ operation: id, count }) => [id, count]), overflow]),
    ).toEqual([
      [
        [
          ['a', 2],
          ['b', 1],
        ],
        2,
      ],
      [[], 1],
    ]);
    expect(batches[1]?.operations).toEqual([]);
  });

  it('only counts once the file of the day is large', async () => {
    const { recorder, batches } = inMemory({ ...USAGE_LIMITS, mostBytes: 10 });
    recorder.record(operation('a'), undefined);
    await recorder.flush();
    recorder.record(operation('a'), undefined);
    await recorder.stop();
    expect(batches[1]).toEqual({ day: '2026-03-01', operations: [], counts: [], overflow: 1 });
  });

  it('says once that it cannot write, loses that batch, and describes operations again afterwards', async () => {
    const log = captureLog();
    const { recorder, batches, sink } = inMemory(USAGE_LIMITS, log.logger);
    const append = sink.append;
    sink.append = async () => {
      throw new Error('ENOSPC');
    };
    for (let n = 0; n < 2; n += 1) {
      recorder.record(operation('a'), undefined);
      await recorder.flush();
    }
    sink.append = append;
    recorder.record(operation('a'), undefined);
    await recorder.stop();
    expect(log.lines()).toHaveLength(1);
    expect(batches).toEqual([expect.objectContaining({ operations: [operation('a')] })]);
  });
});

describe('the files of usage', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  beforeEach(async () => {
    folder = await createTemporaryFolder();
  });
  afterEach(() => folder.remove());
  const files = async () => (await readdir(folder.path)).filter((name) => name.endsWith('.jsonl')).sort();
  const read = async (name = '') => readFile(join(folder.path, name), 'utf8');

  it('are one per day and process, readable by their owner only, with a line per batch', async () => {
    const [one, two] = await Promise.all([openUsageFiles(folder.path), openUsageFiles(folder.path)]);
    await one.append('2026-03-01', '{"n":1}');
    expect(await one.append('2026-03-01', '{"n":2}')).toBe(16);
    await one.append('2026-03-02', '{"n":3}');
    await two.append('2026-03-01', '{"n":4}');
    const names = await files();
    expect(names.map((name) => name.slice(0, 17))).toEqual([
      'usage-2026-03-01.',
      'usage-2026-03-01.',
      'usage-2026-03-02.',
    ]);
    expect((await Promise.all(names.map(read))).sort()).toEqual(['{"n":1}\n{"n":2}\n', '{"n":3}\n', '{"n":4}\n']);
    expect((await stat(join(folder.path, names[0] ?? ''))).mode & 0o777).toBe(0o600);
  });

  it('set a line that was cut short apart from the next', async () => {
    const sink = await openUsageFiles(folder.path);
    await sink.append('2026-03-01', '{"n":1}');
    const [name = ''] = await files();
    await expect(sink.append('../../nowhere/2026', '{"n":2}')).rejects.toThrow();
    // What a full disk leaves behind.
    await appendFile(join(folder.path, name), '{"n":');
    await sink.append('2026-03-01', '{"n":3}');
    expect(await read(name)).toBe('{"n":1}\n{"n":\n{"n":3}\n');
  });

  it('lose at most the last line when their process is killed at any moment', async () => {
    const { code } = transformFileSync(join(__dirname, '../../gateway/usage/usage-file.ts'), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    const program = `${code}
      const line = JSON.stringify({ n: 'x'.repeat(2_000_000) });
      module.exports.openUsageFiles(process.argv[2]).then(async (sink) => {
        for (;;) { await sink.append('2026-03-01', line); process.stdout.write('.'); }
      });`;
    const script = join(folder.path, 'writer.cjs');
    await writeFile(script, program);
    for (let round = 0; round < 3; round += 1) {
      const child = spawn(process.execPath, [script, folder.path], { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = once(child, 'exit');
      let acknowledged = 0;
      await new Promise<void>((resolve) => {
        child.stdout.on('data', (dots: Buffer) => {
          acknowledged += dots.length;
          if (acknowledged >= 3 + round) resolve();
        });
      });
      child.kill('SIGKILL');
      await ended;
      const [name = ''] = (await files()).filter((candidate) => candidate.includes(`.${child.pid}-`));
      const lines = (await read(name)).split('\n');
      const whole = lines.slice(0, -1);
      expect(whole.length).toBeGreaterThanOrEqual(acknowledged);
      for (const line of whole) expect((JSON.parse(line) as { n: string }).n).toHaveLength(2_000_000);
    }
    expect(await files()).toHaveLength(3);
  });
});

describe('USAGE_DIR', () => {
  const required = { NETWORK_FILE: 'n', SUPERGRAPH_FILE: 's', HUB_SIGNING_KEY_FILE: 'k' };

  it('turns the record on; without it nothing is recorded', async () => {
    expect(loadGatewayConfig({ ...required, USAGE_DIR: '/x' }).usageDirectory).toBe('/x');
    expect(loadGatewayConfig(required).usageDirectory).toBeNull();
    expect(await openUsage({ directory: null, push: null }, silentLogger)).toBeNull();
  });

  it('must be a folder', async () => {
    await expect(openUsage({ directory: '/dev/null/usage', push: null }, silentLogger)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
    });
  });
});

describe('OTEL_EXPORTER_OTLP_ENDPOINT', () => {
  const required = { NETWORK_FILE: 'n', SUPERGRAPH_FILE: 's', HUB_SIGNING_KEY_FILE: 'k' };

  it('turns traces on, for the share of OTEL_TRACES_SAMPLER_ARG', () => {
    const endpoint = 'http://collector:4318';
    const on = { ...required, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint };
    expect(loadGatewayConfig(on).tracing).toEqual({ endpoint, ratio: 1 });
    expect(loadGatewayConfig({ ...on, OTEL_TRACES_SAMPLER_ARG: '0.05' }).tracing).toEqual({ endpoint, ratio: 0.05 });
    expect(loadGatewayConfig(required).tracing).toBeNull();
    expect(() => loadGatewayConfig({ ...on, OTEL_TRACES_SAMPLER_ARG: '2' })).toThrow('OTEL_TRACES_SAMPLER_ARG');
    expect(() => loadGatewayConfig({ ...required, OTEL_EXPORTER_OTLP_ENDPOINT: 'file:///x' })).toThrow('OTEL_EXPORTER');
  });
});
