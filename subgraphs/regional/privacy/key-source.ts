import { readFileSync, statSync } from 'node:fs';
import { HubError } from '../../kit/errors';
import { bookKeysOf, type BookKeys, parseBookKeyFile } from './book-keys';

/** Where the keys of a region's books come from. */
export interface BookKeySource {
  /** The keys as they are now. Throws CONFIG_INVALID when the file is gone or is none. */
  current(): BookKeys;
}

/** Milliseconds for which a key file is not looked at again. */
const LOOKS_AGAIN = 1_000;

/** Keys of a file, which `maillage books rekey` changes under a running process. The first look throws what is wrong with it. */
export function keysOfFile(path: string, now: () => number = Date.now): BookKeySource {
  let known: { readonly keys: BookKeys; readonly changedAt: number } | undefined;
  let lookedAt = -Infinity;
  const current = (): BookKeys => {
    if (known !== undefined && now() - lookedAt < LOOKS_AGAIN) return known.keys;
    lookedAt = now();
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (changedAt === undefined)
      throw new HubError('CONFIG_INVALID', `The key file of the books, ${path}, is not there.`, { path });
    if (known?.changedAt !== changedAt)
      known = { keys: bookKeysOf(parseBookKeyFile(readFileSync(path, 'utf8'), path)), changedAt };
    return known.keys;
  };
  return { current };
}

/** A key that is given as a setting, such as by a secret store. */
export function keysOfSetting(secret: string): BookKeySource {
  const keys = bookKeysOf(parseBookKeyFile(JSON.stringify({ keys: [{ key: secret }] }), 'BOOKS_KEY'));
  return { current: () => keys };
}

/** The keys that settings name: a file, else a key, else none. Throws CONFIG_INVALID at once when they are none. */
export function bookKeySource(file: string | undefined, key: string | undefined): BookKeySource | null {
  if (file === undefined) return key === undefined ? null : keysOfSetting(key);
  const source = keysOfFile(file);
  source.current();
  return source;
}
