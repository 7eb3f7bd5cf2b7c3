import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileSource, type ServedNetwork, type SourceWatch } from '../../gateway/supergraph-source';
import { asHubError, HubError } from '../../subgraphs/kit/errors';
import { silentLogger } from '../support/gateway-servers';
import { until } from '../support/gateway-sources';
import { createTemporaryFolder } from '../support/temporary-folder';

const networkText = (version: number) =>
  JSON.stringify({ version, nationalUrl: 'http://national.invalid/graphql', members: [] });

let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
let files: { supergraphFile: string; networkFile: string };
let watch: SourceWatch | undefined;
let served: ServedNetwork[] = [];
let refused: unknown[] = [];

beforeEach(async () => {
  folder = await createTemporaryFolder();
  files = { supergraphFile: join(folder.path, 's.graphql'), networkFile: join(folder.path, 'n.json') };
  await writeFile(files.supergraphFile, 'first');
  await writeFile(files.networkFile, networkText(1));
  [served, refused] = [[], []];
});
afterEach(async () => {
  watch?.stop();
  await folder.remove();
});

/** Follows the files from what they hold now. Without polling, unless it is asked for. */
async function follow({ pollMilliseconds = 3_600_000, onChange = async () => undefined as void } = {}) {
  const source = createFileSource({ ...files, pollMilliseconds, settleMilliseconds: 10 }, silentLogger);
  const first = await source.read();
  watch = source.follow(first, {
    onChange: async (next) => {
      await onChange();
      served.push(next);
    },
    onRefusal: (error) => refused.push(error),
  });
  return first;
}

const codesRefused = () => refused.map((error) => asHubError(error)?.code);

describe('a source of two files', () => {
  it('takes a supergraph that is replaced by renaming, and one that is written in place', async () => {
    const first = await follow();
    await writeFile(join(folder.path, 'new'), 'second');
    await rename(join(folder.path, 'new'), files.supergraphFile);
    await until(() => served.length === 1);
    await writeFile(files.supergraphFile, 'third');
    await until(() => served.length === 2);
    expect([first, ...served].map(({ supergraphSdl }) => supergraphSdl)).toEqual(['first', 'second', 'third']);
    expect(new Set([first, ...served].map(({ digest }) => digest)).size).toBe(3);
  });

  it('takes another network under the same supergraph', async () => {
    await follow();
    await writeFile(files.networkFile, networkText(2));
    await until(() => served.length === 1);
    expect(served[0]).toMatchObject({ supergraphSdl: 'first', network: { version: 2 } });
  });

  it('finds a change by looking from time to time when the system gives no sign', async () => {
    await follow({ pollMilliseconds: 20 });
    const sign = jest.spyOn(watch as never, 'look');
    await until(() => sign.mock.calls.length > 2);
    await writeFile(files.supergraphFile, 'second');
    await until(() => served.length === 1);
    expect(served[0]?.supergraphSdl).toBe('second');
  });

  it('does nothing when a file is written again with what it held', async () => {
    await follow();
    await writeFile(files.supergraphFile, 'first');
    await writeFile(files.networkFile, networkText(3));
    await until(() => served.length === 1);
    await writeFile(files.networkFile, networkText(3));
    await writeFile(files.supergraphFile, 'last');
    await until(() => served.length === 2);
    expect(served.map(({ supergraphSdl, network }) => [supergraphSdl, network.version])).toEqual([
      ['first', 3],
      ['last', 3],
    ]);
  });

  it('refuses a network file that is no network, once, and goes on when it is one again', async () => {
    await follow({ pollMilliseconds: 20 });
    await writeFile(files.networkFile, '{ "version": 2,');
    await until(() => refused.length === 1);
    const looked = jest.spyOn(watch as never, 'look');
    await until(() => looked.mock.calls.length > 3);
    expect([codesRefused(), served]).toEqual([['CONFIG_INVALID'], []]);
    await writeFile(files.networkFile, networkText(2));
    await until(() => served.length === 1);
    expect(refused).toHaveLength(1);
  });

  it('says once that a file is gone', async () => {
    await follow({ pollMilliseconds: 20 });
    await rm(files.supergraphFile);
    await until(() => refused.length === 1);
    const looked = jest.spyOn(watch as never, 'look');
    await until(() => looked.mock.calls.length > 3);
    expect(codesRefused()).toEqual(['SUPERGRAPH_UNAVAILABLE']);
  });

  it('does not offer again what was refused for good, and offers again what failed in passing', async () => {
    const failures = [
      new HubError('PLANNING_FAILED', 'no memory'),
      new HubError('PLANNING_FAILED', 'no memory'),
      new HubError('NETWORK_MISMATCH', 'they disagree'),
    ];
    let offered = 0;
    await follow({
      pollMilliseconds: 20,
      onChange: async () => {
        const failure = failures[(offered += 1) - 1];
        if (failure !== undefined) throw failure;
      },
    });
    await writeFile(files.supergraphFile, 'second');
    await until(() => offered === 3);
    const looked = jest.spyOn(watch as never, 'look');
    await until(() => looked.mock.calls.length > 3);
    expect([offered, codesRefused()]).toEqual([3, ['PLANNING_FAILED', 'NETWORK_MISMATCH']]);
    await writeFile(files.supergraphFile, 'third');
    await until(() => served.length === 1);
    expect(served[0]?.supergraphSdl).toBe('third');
  });

  it('offers nothing more once it is stopped', async () => {
    await follow({ pollMilliseconds: 10 });
    watch?.stop();
    await writeFile(files.supergraphFile, 'second');
    watch?.look();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(served).toEqual([]);
  });
});
