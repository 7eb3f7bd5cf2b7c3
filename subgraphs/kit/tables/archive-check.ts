import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { HubError } from '../errors';

/** What a workbook may be once it is unpacked: a million lines of hours stay well under it. */
export const ARCHIVE_LIMITS = {
  entries: 2_000,
  /** Bytes of all parts together. */
  total: 1_500_000_000,
  /** Bytes of the parts that are kept in memory: the texts shared by cells, styles. */
  kept: 64_000_000,
} as const;

/** A data descriptor after an entry, with its signature and 64-bit sizes (APPNOTE 4.3.9). */
const LONGEST_DESCRIPTOR = 24;

/**
 * Looks at a workbook before anything reads it: nothing in it is larger unpacked than the limits, by what it declares and
 * by what it really unpacks to (a part that is longer than it declares is refused while it unpacks), and nothing is hidden
 * between the parts that are listed. Memory stays flat. Throws IMPORT_ARCHIVE_REFUSED.
 */
export async function checkArchive(path: string, limits: typeof ARCHIVE_LIMITS = ARCHIVE_LIMITS): Promise<void> {
  const refuse = (why: string): HubError =>
    new HubError('IMPORT_ARCHIVE_REFUSED', `${path} is not taken as a workbook: ${why}.`, { path, why });
  let archive: ZipFile;
  try {
    archive = await openPromise(path, { autoClose: false, lazyEntries: true });
  } catch (cause) {
    throw new HubError('IMPORT_FILE_UNREADABLE', `${path} cannot be read as XLSX.`, { path }, { cause });
  }
  try {
    const entries: Entry[] = [];
    if (archive.entryCount > limits.entries) throw refuse(`it has ${archive.entryCount} parts`);
    for await (const entry of archive.eachEntry()) entries.push(entry);
    const declared = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (declared > limits.total) throw refuse(`it unpacks to ${declared} bytes, more than ${limits.total}`);
    const kept = entries
      .filter(({ fileName }) => !fileName.startsWith('xl/worksheets/'))
      .reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (kept > limits.kept) throw refuse(`its texts and styles unpack to ${kept} bytes, more than ${limits.kept}`);
    await checkLayout(archive, entries, (await stat(path)).size, refuse);
    for (const entry of entries) await unpack(archive, entry, limits.total);
  } catch (cause) {
    if (cause instanceof HubError) throw cause;
    throw refuse(`it does not unpack to what it declares (${cause instanceof Error ? cause.message : String(cause)})`);
  } finally {
    archive.close();
  }
}

/** Parts follow each other from the first byte on: a reader that walks the file finds those that are listed, no others. */
async function checkLayout(
  archive: ZipFile,
  entries: readonly Entry[],
  size: number,
  refuse: (why: string) => HubError,
): Promise<void> {
  let end = 0;
  const inOrder = [...entries].sort(
    (one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader,
  );
  for (const entry of inOrder) {
    const gap = entry.relativeOffsetOfLocalHeader - end;
    if (gap < 0 || gap > LONGEST_DESCRIPTOR) throw refuse('its parts overlap or leave gaps');
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
      throw refuse('its parts are packed in an unusual way');
    const { fileDataStart } = await archive.readLocalFileHeaderPromise(entry, { minimal: true });
    end = fileDataStart + entry.compressedSize;
  }
  if (end > size) throw refuse('it is cut short');
}

/** yauzl ends the stream with an error when a part is longer or shorter than declared. */
async function unpack(archive: ZipFile, entry: Entry, limit: number): Promise<void> {
  const stream = await archive.openReadStreamPromise(entry);
  let length = 0;
  stream.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > limit) stream.destroy(new Error('too large'));
  });
  await once(stream, 'end');
}
