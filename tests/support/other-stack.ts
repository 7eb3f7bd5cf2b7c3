import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import { createTemporaryFolder } from './temporary-folder';

/** Folder of the second implementation. */
export const OTHER_STACK = join(__dirname, '..', '..', 'examples', 'region-other-stack');

/** The second implementation, running as its README says. */
export interface OtherStack {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it by its own command, with keys that it has to trust. */
export async function startOtherStack(publicKeys: JSONWebKeySet): Promise<OtherStack> {
  const folder = await createTemporaryFolder();
  const keysFile = join(folder.path, 'hub-keys.json');
  await writeFile(keysFile, JSON.stringify(publicKeys));
  const child = spawn(process.execPath, [join(OTHER_STACK, 'src', 'main.mjs')], {
    cwd: folder.path,
    env: { PATH: process.env['PATH'], PORT: '0', HUB_KEYS_FILE: keysFile },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const [url] = /http:\S+/.exec(line.toString('utf8')) ?? [];
  if (url === undefined) throw new Error(`It did not start: ${line.toString('utf8')}`);
  return {
    url,
    close: async () => {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
      await folder.remove();
    },
  };
}
