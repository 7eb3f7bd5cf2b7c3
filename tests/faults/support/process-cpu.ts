import { readdir, readFile } from 'node:fs/promises';

const NANOSECONDS = 1e6;

/**
 * Milliseconds of CPU that the threads of a process and of its children have used, to the nanosecond: what
 * `process.cpuUsage()` counts, read from outside so that the asking costs that process nothing. Linux only.
 */
export async function cpuOf(pid: number | undefined): Promise<number | undefined> {
  if (pid === undefined) return undefined;
  const threads = await readdir(`/proc/${pid}/task`).catch(() => undefined);
  if (threads === undefined) return undefined;
  const read = (thread: string, file: string) =>
    // A thread may end between the list and the reading.
    readFile(`/proc/${pid}/task/${thread}/${file}`, 'utf8').catch(() => '');
  const own = await Promise.all(threads.map((thread) => read(thread, 'schedstat')));
  const children = (await Promise.all(threads.map((thread) => read(thread, 'children')))).join(' ').match(/\d+/g) ?? [];
  const below = await Promise.all(children.map((child) => cpuOf(Number(child))));
  const used = own.reduce((sum, text) => sum + Number(text.split(' ')[0]) / NANOSECONDS, 0);
  return below.reduce<number>((sum, milliseconds) => sum + (milliseconds ?? 0), used);
}
