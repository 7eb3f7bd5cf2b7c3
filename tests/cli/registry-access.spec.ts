import { stat } from 'node:fs/promises';
import { readRegistryAccess, registryAccessPath, writeRegistryAccess } from '../../cli/record';
import { createTemporaryFolder } from '../support/temporary-folder';

describe('the access to the registry that a running hub leaves', () => {
  it('is read back by commands and readable by its user only', async () => {
    const { path, remove } = await createTemporaryFolder();
    try {
      expect(await readRegistryAccess(path)).toBeUndefined();
      const access = { url: 'http://127.0.0.1:4002/graphql', credential: 'mlr_abc_def' };
      await writeRegistryAccess(path, access);
      expect(await readRegistryAccess(path)).toEqual(access);
      expect((await stat(registryAccessPath(path))).mode & 0o077).toBe(0);
    } finally {
      await remove();
    }
  });
});
