import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { HubError } from '../../subgraphs/kit/errors';

/** Documents that anonymous callers may always send. */
export interface RegisteredOperations {
  /** The text with that SHA-256 hash, in hexadecimal, with or without `sha256:` before it. */
  textOf(hash: string): string | undefined;
  /** Whether that very text is registered. */
  hasText(text: string): boolean;
}

/** An array of documents, or an object whose values are documents: the form that client code generators write. */
const registeredFile = z.union([z.array(z.string()), z.record(z.string(), z.string())]);

/** Registers documents under the hash of their text: a key that a file gives is never believed. */
export function registerOperations(texts: readonly string[]): RegisteredOperations {
  const byHash = new Map(texts.map((text) => [createHash('sha256').update(text).digest('hex'), text]));
  const known = new Set(texts);
  const plain = (hash: string) => hash.replace(/^sha256:/, '').toLowerCase();
  return { textOf: (hash) => byHash.get(plain(hash)), hasText: (text) => known.has(text) };
}

/** Reads the file of registered documents; none when there is no file. Throws CONFIG_INVALID. */
export async function readRegisteredOperations(path: string | null): Promise<RegisteredOperations> {
  if (path === null) return registerOperations([]);
  try {
    const read = registeredFile.parse(JSON.parse(await readFile(path, 'utf8')));
    return registerOperations(Array.isArray(read) ? read : Object.values(read));
  } catch (cause) {
    const message = `The registered documents in ${path} cannot be read: the file is missing, or no JSON array or object of documents.`;
    throw new HubError('CONFIG_INVALID', message, { path }, { cause });
  }
}
