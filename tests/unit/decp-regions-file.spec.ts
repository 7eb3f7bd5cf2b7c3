import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRegionsFile } from '../../subgraphs/regional/regions-file';

describe('the regions file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regions-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });
  const readText = async (text: string) => {
    const path = join(folder, 'regions.json');
    await writeFile(path, text);
    return readRegionsFile(path);
  };

  it('gives the regions with their books and ports', async () => {
    const settings = [{ code: '53', databaseUrl: 'postgres://localhost/bretagne', port: 0 }];
    expect(await readText(JSON.stringify(settings))).toEqual(settings);
  });

  it.each([
    ['[{"code":"53","databaseUrl":"postgres://u:secret@h/d"'],
    ['{"code":"53"}'],
    ['[{"code":"53","databaseUrl":"mysql://u:secret@h/d","port":0}]'],
    ['[{"code":"53","databaseUrl":"postgres://u:secret@h/d","port":70000}]'],
    [
      '[{"code":"53","databaseUrl":"postgres://u:secret@h/d","port":0},{"code":"53","databaseUrl":"postgres://h/e","port":0}]',
    ],
  ])('refuses %s without repeating a password', async (text) => {
    const error: unknown = await readText(text).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'CONFIG_INVALID' });
    expect(JSON.stringify(error) + String(error)).not.toContain('secret');
  });

  it('refuses a file that is not there', async () => {
    await expect(readRegionsFile(join(folder, 'absent.json'))).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });
});
