import { stat, writeFile } from 'node:fs/promises';
import { claimDataDirectory, hubRecordPath, readHubRecord, type HubRecord } from '../../cli/record';
import { createTemporaryFolder } from '../support/temporary-folder';

const recordOf = (pid: number): HubRecord => ({
  pid,
  controlUrl: 'http://127.0.0.1:1',
  token: 'x'.repeat(43),
  startedAt: '2026-11-23T10:00:00.000Z',
});
const alive = (): Promise<boolean> => Promise.resolve(true);
const dead = (): Promise<boolean> => Promise.resolve(false);

describe('the record of a running hub', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;

  beforeEach(async () => {
    folder = await createTemporaryFolder();
  });
  afterEach(() => folder.remove());

  it('is readable by its owner alone, for it holds a token', async () => {
    await claimDataDirectory(folder.path, recordOf(1), dead);
    expect((await stat(hubRecordPath(folder.path))).mode & 0o777).toBe(0o600);
  });

  it('refuses a second hub while the first one answers', async () => {
    await claimDataDirectory(folder.path, recordOf(1), dead);
    await expect(claimDataDirectory(folder.path, recordOf(2), alive)).rejects.toMatchObject({
      code: 'HUB_ALREADY_RUNNING',
    });
    expect((await readHubRecord(folder.path))?.pid).toBe(1);
  });

  it('is taken over from a hub that was killed', async () => {
    await claimDataDirectory(folder.path, recordOf(1), dead);
    await claimDataDirectory(folder.path, recordOf(2), dead);
    expect((await readHubRecord(folder.path))?.pid).toBe(2);
  });

  it('is taken over when it was damaged', async () => {
    await writeFile(hubRecordPath(folder.path), '{"pid":');
    await claimDataDirectory(folder.path, recordOf(2), alive);
    expect((await readHubRecord(folder.path))?.pid).toBe(2);
  });

  it('is gone when the directory is given back', async () => {
    const release = await claimDataDirectory(folder.path, recordOf(1), dead);
    await release();
    expect(await readHubRecord(folder.path)).toBeUndefined();
  });
});
