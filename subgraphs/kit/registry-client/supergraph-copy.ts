import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { HubError } from '../errors';
import { readSigned, type SignedSupergraph } from './supergraph-document';

/** Reads the copy on disk; undefined when there is none. Throws SUPERGRAPH_REFUSED when it is something else. */
export async function readCopy(path: string): Promise<SignedSupergraph | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new HubError('CONFIG_INVALID', `The copy of the supergraph ${path} cannot be read.`, { path }, { cause });
  }
  try {
    return readSigned(JSON.parse(text));
  } catch (cause) {
    throw new HubError('SUPERGRAPH_REFUSED', `The copy ${path} is not a signed supergraph.`, { path }, { cause });
  }
}

/** Replaces the copy on disk in one step, whole and durable: a reader, or a start after a crash, sees the old or the new. */
export async function writeCopy(path: string, { manifest, payload }: SignedSupergraph): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify({ manifest, payload }));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
