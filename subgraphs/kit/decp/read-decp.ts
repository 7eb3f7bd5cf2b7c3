import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { HubError } from '../errors';
import type { DecpItem } from './decp-record';
import { readCsv } from './read-csv';
import { readJson } from './read-json';

/** A format of the DECP, told by the content of the file and not by its name. */
export type DecpFormat = 'CSV' | 'JSON';

/** A DECP file being read. */
export interface DecpSource {
  readonly format: DecpFormat;
  /** Reads the file in a stream; may be walked once. Throws IMPORT_FILE_UNREADABLE. */
  readonly items: AsyncIterable<DecpItem>;
}

/** Characters looked at to tell the format: enough for a header line. */
const HEAD_BYTES = 16_384;

/** Opens a DECP file, CSV or JSON. Throws IMPORT_FILE_UNREADABLE when it is missing or empty. */
export async function readDecp(path: string): Promise<DecpSource> {
  const head = await readHead(path);
  if (head === '') throw new HubError('IMPORT_FILE_UNREADABLE', `${path} is empty.`, { path });
  if (head.startsWith('{') || head.startsWith('['))
    return { format: 'JSON', items: readJson(createReadStream(path), path) };
  const header = head.split('\n', 1)[0] ?? '';
  const delimiter = header.includes(';') && !header.includes(',') ? ';' : ',';
  return { format: 'CSV', items: readCsv(createReadStream(path), path, delimiter) };
}

async function readHead(path: string): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer
        .toString('utf8', 0, bytesRead)
        .replace(/^\ufeff/, '')
        .trimStart();
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new HubError('IMPORT_FILE_UNREADABLE', `${path} cannot be opened.`, { path }, { cause });
  }
}
