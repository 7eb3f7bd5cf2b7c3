import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Logger } from '../../subgraphs/kit/log';

/** Links by which Kubernetes replaces all files of a mounted folder at once. */
const MOUNT_LINK = '..';

/**
 * Calls back at every sign of a change of these files, until the function that it gives is called. Folders are
 * watched, since a file that is replaced by renaming is another file. A sign may come for nothing, and may not come
 * at all: a folder that cannot be watched is said in the log, and left to polling.
 */
export function watchFolders(files: readonly string[], onSign: () => void, logger: Logger): () => void {
  const names = new Set(files.map((file) => basename(file)));
  const folders = new Set(files.map((file) => dirname(resolve(file))));
  const watchers: FSWatcher[] = [];
  const onEvent = (_event: string, name: string | null) => {
    if (name === null || names.has(name) || name.startsWith(MOUNT_LINK)) onSign();
  };
  for (const folder of folders) {
    const giveUp = (error: unknown) =>
      logger.warn({ err: error, folder }, 'a folder cannot be watched: its files are polled');
    try {
      watchers.push(watch(folder, { persistent: false }, onEvent).on('error', giveUp));
    } catch (error) {
      giveUp(error);
    }
  }
  return () => watchers.forEach((watcher) => watcher.close());
}
