import { randomBytes } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where batches go. */
export interface UsageSink {
  /** Adds a line to the file of a day and gives the size of the file in bytes. Rejects when it cannot. */
  append(day: string, line: string): Promise<number>;
}

/**
 * Writes lines into one file per day of the process's own, in a folder that it makes. Several processes may use the
 * folder: a file is named after its process and a number drawn at its start, so nobody else ever writes to it. Lines
 * are only added, each by its end of line last: a process that is killed leaves at most its last line incomplete, and
 * a line that could not be written whole is set apart from the next.
 */
export async function openUsageFiles(directory: string): Promise<UsageSink> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const owner = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const sizes = new Map<string, number>();
  let isBroken = false;
  return {
    async append(day, line) {
      const text = Buffer.from(isBroken ? `\n${line}\n` : `${line}\n`);
      isBroken = true;
      await appendFile(join(directory, `usage-${day}.${owner}.jsonl`), text, { mode: 0o600 });
      isBroken = false;
      const size = (sizes.get(day) ?? 0) + text.byteLength;
      sizes.clear();
      sizes.set(day, size);
      return size;
    },
  };
}
