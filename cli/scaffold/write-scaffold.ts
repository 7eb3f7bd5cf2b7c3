import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HubError } from '../../subgraphs/kit/errors';
import type { ScaffoldFile } from './scaffold-files';

/** What was written, by paths relative to the folder. */
export interface WrittenScaffold {
  readonly written: readonly string[];
  /** Files that were there already and stay as they are. */
  readonly kept: readonly string[];
}

/**
 * Writes the files into a folder, which is made when it is missing. Never replaces a file. Throws CONFIG_INVALID for a
 * folder that is not empty, unless what is there may stay.
 */
export async function writeScaffold(
  folder: string,
  files: readonly ScaffoldFile[],
  { mayHoldFiles }: { readonly mayHoldFiles: boolean },
): Promise<WrittenScaffold> {
  const present = await entriesOf(folder);
  if (present.length > 0 && !mayHoldFiles) {
    throw new HubError(
      'CONFIG_INVALID',
      `${folder} is not empty. Name another folder, or say --keep-existing: files that are there then stay as they are.`,
      { folder },
    );
  }
  const written: string[] = [];
  const kept: string[] = [];
  for (const file of files) ((await isWritten(folder, file)) ? written : kept).push(file.path);
  return { written, kept };
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new HubError('CONFIG_INVALID', `${folder} is no folder that can be read.`, { folder }, { cause });
  }
}

/** False when a file of that name exists. */
async function isWritten(folder: string, { path, text, isPrivate }: ScaffoldFile): Promise<boolean> {
  const target = join(folder, path);
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text, { flag: 'wx', mode: isPrivate ? 0o600 : 0o644 });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new HubError('CONFIG_INVALID', `${target} cannot be written.`, { path: target }, { cause });
  }
}
